"""Three steps of every optimizer with every option, on two parameters with known gradients."""
import torch

from golden_file import DTYPES, GoldenFile, wave

CASES = [
    ("SGD", dict(lr=0.1)),
    ("SGD", dict(lr=0.1, momentum=0.9)),
    ("SGD", dict(lr=0.1, momentum=0.9, dampening=0.3)),
    ("SGD", dict(lr=0.1, momentum=0.9, nesterov=True)),
    ("SGD", dict(lr=0.1, weight_decay=0.05, momentum=0.5)),
    ("SGD", dict(lr=0.1, weight_decay=0.05, momentum=0.5, maximize=True)),
    ("Adam", dict(lr=0.01)),
    ("Adam", dict(lr=0.01, betas=(0.8, 0.9), eps=1e-6)),
    ("Adam", dict(lr=0.01, weight_decay=0.1)),
    ("Adam", dict(lr=0.01, amsgrad=True)),
    ("Adam", dict(lr=0.01, maximize=True)),
    ("AdamW", dict(lr=0.01, weight_decay=0.1)),
    ("AdamW", dict(lr=0.01, weight_decay=0)),
    ("AdamW", dict(lr=0.01, weight_decay=0.2, amsgrad=True, betas=(0.7, 0.95))),
    ("RMSprop", dict(lr=0.01)),
    ("RMSprop", dict(lr=0.01, alpha=0.9, eps=1e-5, weight_decay=0.1)),
    ("RMSprop", dict(lr=0.01, momentum=0.8)),
    ("RMSprop", dict(lr=0.01, centered=True)),
    ("RMSprop", dict(lr=0.01, centered=True, momentum=0.8)),
]


def make():
    out = GoldenFile("optimizers.txt")
    for dtype_name, dtype in DTYPES.items():
        for kind, options in CASES:
            words = {k: ",".join(map(str, v)) if isinstance(v, tuple) else int(v) if isinstance(v, bool) else v for k, v in options.items()}
            out.case(kind, dtype=dtype_name, **words)
            parameters = [wave((2, 3), 0.4, 1.0, dtype), wave((19,), 1.9, 1.0, dtype)]
            optimizer = getattr(torch.optim, kind)(parameters, **options)
            for step in range(3):
                for i, p in enumerate(parameters):
                    p.grad = wave(list(p.shape), 0.6 * step + i, 0.5 / (1 + step), dtype)
                optimizer.step()
            for i, p in enumerate(parameters):
                out.tensor(f"after.{i}", p)

        out.case("clip_grad_norm", dtype=dtype_name)
        for norm_type in (1.0, 2.0, 3.0, float("inf")):
            for max_norm in (0.5, 100.0):
                gradients = [wave((2, 3), 0.4, 1.0, dtype), wave((19,), 1.9, 1.0, dtype)]
                parameters = [torch.nn.Parameter(torch.zeros_like(g)) for g in gradients]
                for p, g in zip(parameters, gradients):
                    p.grad = g.clone()
                total = torch.nn.utils.clip_grad_norm_(parameters, max_norm, norm_type)
                out.tensor(f"{norm_type}/{max_norm}/total", total.double())
                for i, p in enumerate(parameters):
                    out.tensor(f"{norm_type}/{max_norm}/{i}", p.grad)
    out.write()
