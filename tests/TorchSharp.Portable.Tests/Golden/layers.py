"""The layers without time: Linear, Embedding, the cells, LayerNorm, and the activations."""
import torch

from golden_file import DTYPES, GoldenFile, fill_parameters, wave
from training import record

ACTIVATIONS = {
    "ReLU": torch.nn.ReLU(), "Tanh": torch.nn.Tanh(), "Sigmoid": torch.nn.Sigmoid(), "GELU": torch.nn.GELU(), "SiLU": torch.nn.SiLU(),
    "LeakyReLU": torch.nn.LeakyReLU(0.2), "Softmax": torch.nn.Softmax(dim=1), "LogSoftmax": torch.nn.LogSoftmax(dim=0),
    "Flatten": torch.nn.Flatten(), "Identity": torch.nn.Identity(), "Softplus": torch.nn.Softplus(2.0, 1.5), "ELU": torch.nn.ELU(0.7),
    "LogSigmoid": torch.nn.LogSigmoid(), "Hardtanh": torch.nn.Hardtanh(-0.5, 0.75),
}
CELLS = {
    "LSTMCell": lambda **k: torch.nn.LSTMCell(3, 5, **k),
    "GRUCell": lambda **k: torch.nn.GRUCell(3, 5, **k),
    "RNNCell_TANH": lambda **k: torch.nn.RNNCell(3, 5, nonlinearity="tanh", **k),
    "RNNCell_RELU": lambda **k: torch.nn.RNNCell(3, 5, nonlinearity="relu", **k),
}


def make():
    out = GoldenFile("layers.txt")
    for dtype_name, dtype in DTYPES.items():
        for bias in (1, 0):
            for shape in ((4,), (3, 4), (2, 3, 4)):
                out.case("Linear", dtype=dtype_name, bias=bias, shape="x".join(map(str, shape)))
                layer = torch.nn.Linear(4, 5, bias=bool(bias), dtype=dtype)
                fill_parameters(layer)
                x = wave(shape, 0.5, 1.0, dtype).requires_grad_()
                record(out, layer, {"input": x}, lambda: layer(x), ["output"])

        for padding in (-1, 2):
            out.case("Embedding", dtype=dtype_name, padding=padding)
            table = torch.nn.Embedding(6, 3, padding_idx=None if padding < 0 else padding, dtype=dtype)
            fill_parameters(table)
            index = torch.tensor([[0, 2, 5, 1], [2, 2, 5, 0]])
            record(out, table, {}, lambda: table(index), ["output"])

        for kind, make_cell in CELLS.items():
            for bias in (1, 0):
                for state in (1, 0):
                    out.case(kind, dtype=dtype_name, bias=bias, state=state)
                    cell = make_cell(bias=bool(bias), dtype=dtype)
                    fill_parameters(cell)
                    inputs = {"input": wave((2, 3), 0.5, 1.0, dtype).requires_grad_()}
                    given = None
                    if state:
                        inputs["h0"] = wave((2, 5), 1.1, 0.5, dtype).requires_grad_()
                        given = inputs["h0"]
                        if kind == "LSTMCell":
                            inputs["c0"] = wave((2, 5), 2.3, 0.5, dtype).requires_grad_()
                            given = (inputs["h0"], inputs["c0"])
                    record(out, cell, inputs, lambda: cell(inputs["input"], given), ["h", "c"])

        for affine in (1, 0):
            for normalized in ((4,), (3, 4)):
                out.case("LayerNorm", dtype=dtype_name, affine=affine, normalized="x".join(map(str, normalized)))
                norm = torch.nn.LayerNorm(normalized, eps=1e-4, elementwise_affine=bool(affine), dtype=dtype)
                fill_parameters(norm)
                x = wave((2, 3, 4), 0.5, 1.0, dtype).requires_grad_()
                record(out, norm, {"input": x}, lambda: norm(x), ["output"])

        for name, activation in ACTIVATIONS.items():
            out.case(name, dtype=dtype_name)
            x = wave((2, 3, 4), 0.5, 2.0, dtype).requires_grad_()
            record(out, activation, {"input": x}, lambda: activation(x), ["output"])
    out.write()
