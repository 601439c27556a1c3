"""LSTM, GRU and RNN in every shape the engine has: layers, directions, layout, bias, given state, packed sequences, dropout."""
import torch
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from golden_file import DTYPES, GoldenFile, fill_parameters, wave
from training import record

BATCH, TIME, INPUT, HIDDEN = 3, 4, 3, 5
LENGTHS = {"sorted": [4, 3, 1], "unsorted": [2, 4, 1]}
KINDS = {
    "LSTM": lambda **k: torch.nn.LSTM(INPUT, HIDDEN, **k),
    "GRU": lambda **k: torch.nn.GRU(INPUT, HIDDEN, **k),
    "RNN_TANH": lambda **k: torch.nn.RNN(INPUT, HIDDEN, nonlinearity="tanh", **k),
    "RNN_RELU": lambda **k: torch.nn.RNN(INPUT, HIDDEN, nonlinearity="relu", **k),
}
SHAPES = [
    dict(layers=1, bidirectional=0, batchFirst=1, bias=1, state=0, packed="no"),
    dict(layers=1, bidirectional=0, batchFirst=0, bias=0, state=1, packed="no"),
    dict(layers=2, bidirectional=0, batchFirst=0, bias=1, state=0, packed="no"),
    dict(layers=2, bidirectional=1, batchFirst=1, bias=1, state=1, packed="no"),
    dict(layers=1, bidirectional=1, batchFirst=0, bias=0, state=0, packed="sorted"),
    dict(layers=2, bidirectional=1, batchFirst=1, bias=1, state=1, packed="unsorted"),
    dict(layers=2, bidirectional=0, batchFirst=1, bias=1, state=0, packed="no", dropout=0.5),
    dict(layers=3, bidirectional=1, batchFirst=0, bias=0, state=0, packed="unsorted", dropout=0.25),
]


def one(out, kind, s, dtype_name):
    dtype = DTYPES[dtype_name]
    dropout = s.get("dropout", 0)
    out.case(kind, dtype=dtype_name, **{**s, "dropout": dropout})
    layer = KINDS[kind](num_layers=s["layers"], bidirectional=bool(s["bidirectional"]), batch_first=bool(s["batchFirst"]),
                        bias=bool(s["bias"]), dropout=dropout, dtype=dtype)
    fill_parameters(layer)
    x = wave((BATCH, TIME, INPUT) if s["batchFirst"] else (TIME, BATCH, INPUT), 0.5, 1.0, dtype).requires_grad_()
    inputs = {"input": x}
    state = None
    if s["state"]:
        shape = (s["layers"] * (1 + s["bidirectional"]), BATCH, HIDDEN)
        inputs["h0"] = wave(shape, 1.1, 0.5, dtype).requires_grad_()
        state = inputs["h0"]
        if kind == "LSTM":
            inputs["c0"] = wave(shape, 2.3, 0.5, dtype).requires_grad_()
            state = (inputs["h0"], inputs["c0"])

    def forward():
        if dropout:
            torch.manual_seed(11)
        first = bool(s["batchFirst"])
        if s["packed"] == "no":
            output, last = layer(x, state)
        else:
            packed = pack_padded_sequence(x, torch.tensor(LENGTHS[s["packed"]]), batch_first=first,
                                          enforce_sorted=s["packed"] == "sorted")
            output, last = layer(packed, state)
            output, _ = pad_packed_sequence(output, batch_first=first)
        return (output, *last) if kind == "LSTM" else (output, last)

    record(out, layer, inputs, forward, ["output", "h_n", "c_n"])


def make():
    for kind in KINDS:
        out = GoldenFile(f"{kind.lower()}.txt")
        for dtype_name in DTYPES:
            for s in SHAPES:
                one(out, kind, s, dtype_name)
        out.write()
