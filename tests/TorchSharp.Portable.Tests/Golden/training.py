"""One training record of a module: forward, gradients, and three steps of Adam."""
import torch

from golden_file import wave


def as_tuple(x):
    return x if isinstance(x, tuple) else (x,)


def weighted_sum(outputs):
    """A scalar that every output element enters with its own weight."""
    return sum((o * wave(list(o.shape), 0.3 + i, 1.0, o.dtype)).sum() for i, o in enumerate(outputs))


def record(out, module, inputs, forward, output_names, lr=0.01):
    """Writes what `forward()` gives, the gradients of `inputs` and of the parameters, and the parameters after three steps."""
    outputs = as_tuple(forward())
    for name, o in zip(output_names, outputs):
        out.tensor(name, o)
    loss = weighted_sum(outputs)
    loss.backward()
    for name, t in inputs.items():
        if t.requires_grad:
            out.tensor(f"grad.{name}", t.grad)
    parameters = list(module.named_parameters())
    for name, p in parameters:
        out.tensor(f"grad.{name}", p.grad)
    if not parameters:
        return
    optimizer = torch.optim.Adam(module.parameters(), lr=lr)
    losses = []
    for _ in range(3):
        optimizer.zero_grad()
        loss = weighted_sum(as_tuple(forward()))
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    out.numbers("losses", losses)
    for name, p in parameters:
        out.tensor(f"after.{name}", p)
