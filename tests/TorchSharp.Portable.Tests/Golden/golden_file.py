"""Writes the golden files: one `case` line with its settings, then one line a tensor: name, shape, values."""
import math
from pathlib import Path

import torch

DTYPES = {"Float32": torch.float32, "Float64": torch.float64}
DIGITS = {torch.float32: 9, torch.float64: 12}


def wave(shape, phase, scale, dtype):
    """A tensor that both sides can make without random numbers: scale * sin(0.9 i + phase) in row-major order."""
    n = math.prod(shape)
    values = [scale * math.sin(0.9 * i + phase) for i in range(n)]
    return torch.tensor(values, dtype=torch.float64).reshape(shape).to(dtype)


def fill_parameters(module, scale=0.4):
    """Gives the module's parameters the waves that the C# tests give theirs: the phase counts the parameters."""
    with torch.no_grad():
        for i, p in enumerate(module.parameters()):
            p.copy_(wave(list(p.shape), 0.1 + 0.7 * i, scale, p.dtype))


class GoldenFile:
    def __init__(self, name):
        self.path = Path(__file__).parent / name
        self.lines = [f"# Made by golden.py with PyTorch {torch.__version__}."]

    def case(self, name, **settings):
        words = [f"{k}={v}" for k, v in settings.items()]
        self.lines.append(" ".join(["case", name] + words))

    def tensor(self, name, t):
        t = t.detach()
        shape = "x".join(str(d) for d in t.shape) or "scalar"
        flat = t.reshape(-1).tolist()
        if t.dtype in DIGITS:
            words = [f"{v:.{DIGITS[t.dtype]}g}" for v in flat]
        else:
            words = [str(int(v)) for v in flat]
        self.lines.append(" ".join([name, shape] + words))

    def numbers(self, name, values):
        self.tensor(name, torch.tensor(values, dtype=torch.float64))

    def write(self):
        self.path.write_text("\n".join(self.lines) + "\n", encoding="utf-8", newline="\n")
        print(f"{self.path.name}: {len(self.lines)} lines, {self.path.stat().st_size} bytes")
