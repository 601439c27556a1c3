"""Times whole training steps and inference passes of recurrent models in PyTorch.

`course bench --vs pytorch` starts this program and talks to it: one request in JSON per line on standard input, one answer per line on
standard output. A request names a case and says for how long to repeat it:

    {"cell": "LSTM", "layers": 1, "bidirectional": false, "batch": 32, "steps": 200, "embedding": 32, "hidden": 64,
     "vocabulary": 5000, "classes": 1, "training": true, "threads": 2, "flush_denormals": true, "seconds": 2.0}

The answer holds the seconds of every repetition: {"times": [...], "version": "1.13.1"}. The request {"memory": true} is answered with the
process's peak resident memory in bytes.
"""

import json
import resource
import sys
import time

import torch
from torch import nn


class Model(nn.Module):
    """Embedding, recurrent layer, and a linear layer on the last hidden state."""

    def __init__(self, case):
        super().__init__()
        self.embedding = nn.Embedding(case["vocabulary"], case["embedding"])
        kind = {"LSTM": nn.LSTM, "GRU": nn.GRU, "RNN": nn.RNN}[case["cell"]]
        self.layer = kind(
            case["embedding"], case["hidden"], num_layers=case["layers"], batch_first=True, bidirectional=case["bidirectional"])
        self.linear = nn.Linear(case["hidden"] * (2 if case["bidirectional"] else 1), case["classes"])
        self.bidirectional = case["bidirectional"]

    def forward(self, tokens):
        output, state = self.layer(self.embedding(tokens))
        last = state[0] if isinstance(state, tuple) else state
        return self.linear(torch.cat([last[-2], last[-1]], 1) if self.bidirectional else last[-1])


def make_step(case):
    """A function that does one repetition of the case."""
    torch.manual_seed(1)
    model = Model(case)
    tokens = torch.randint(case["vocabulary"], (case["batch"], case["steps"]))
    if not case["training"]:
        model.eval()

        def infer():
            with torch.no_grad():
                return model(tokens)

        return infer

    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    if case["classes"] == 1:
        loss_function = nn.BCEWithLogitsLoss()
        target = torch.randint(2, (case["batch"], 1)).float()
    else:
        loss_function = nn.CrossEntropyLoss()
        target = torch.randint(case["classes"], (case["batch"],))

    def train():
        optimizer.zero_grad()
        loss = loss_function(model(tokens), target)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        return loss.item()

    return train


def measure(case):
    torch.set_num_threads(case["threads"])
    torch.set_flush_denormal(case["flush_denormals"])
    step = make_step(case)
    times = []
    step()
    end = time.perf_counter() + case["seconds"]
    while len(times) < 3 or time.perf_counter() < end:
        start = time.perf_counter()
        step()
        times.append(time.perf_counter() - start)
    return times


def main():
    for line in sys.stdin:
        request = json.loads(line)
        if request.get("memory"):
            answer = {"bytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024}
        else:
            answer = {"times": measure(request), "version": torch.__version__}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
