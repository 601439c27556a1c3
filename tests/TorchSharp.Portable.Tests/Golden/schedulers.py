"""The learning rates of two parameter groups over fifteen epochs of every scheduler."""
import torch
from torch.optim import lr_scheduler as s

from golden_file import GoldenFile

EPOCHS = 15
PLATEAU = [1.0, 0.9, 0.95, 0.95, 0.95, 0.5, 0.5, 0.5, 0.5, 0.5, 0.499999, 0.4, 0.41, 0.42, 0.43]
CASES = {
    "StepLR": lambda o: s.StepLR(o, 3, 0.5),
    "MultiStepLR": lambda o: s.MultiStepLR(o, [2, 5, 5, 9], 0.3),
    "ExponentialLR": lambda o: s.ExponentialLR(o, 0.9),
    "CosineAnnealingLR": lambda o: s.CosineAnnealingLR(o, 6, 0.01),
    "LambdaLR": lambda o: s.LambdaLR(o, lambda epoch: 1 / (1 + epoch)),
    "MultiplicativeLR": lambda o: s.MultiplicativeLR(o, lambda epoch: 0.9 if epoch % 2 else 0.8),
    "LinearLR": lambda o: s.LinearLR(o, 0.25, 0.9, 6),
    "ConstantLR": lambda o: s.ConstantLR(o, 0.25, 4),
    "PolynomialLR": lambda o: s.PolynomialLR(o, 7, 2.0),
    "OneCycleLR": lambda o: s.OneCycleLR(o, 0.8, total_steps=16),
    "OneCycleLinear": lambda o: s.OneCycleLR(o, 0.8, epochs=4, steps_per_epoch=4, pct_start=0.25, anneal_strategy="linear", div_factor=10, final_div_factor=100),
    "OneCycleThreePhase": lambda o: s.OneCycleLR(o, 0.8, total_steps=16, three_phase=True, cycle_momentum=False),
    "CyclicLR": lambda o: s.CyclicLR(o, 0.05, 0.4, 3, 2),
    "CyclicTriangular2": lambda o: s.CyclicLR(o, 0.05, 0.4, 3, mode="triangular2", cycle_momentum=False),
    "CyclicExpRange": lambda o: s.CyclicLR(o, 0.05, 0.4, 3, mode="exp_range", gamma=0.9),
    "SequentialLR": lambda o: s.SequentialLR(o, [s.ConstantLR(o, 0.1, 3), s.ExponentialLR(o, 0.9)], [4]),
    "ChainedLR": lambda o: s.ChainedScheduler([s.ConstantLR(o, 0.1, 3), s.ExponentialLR(o, 0.9)]),
    "ReduceLROnPlateau": lambda o: s.ReduceLROnPlateau(o, factor=0.5, patience=1, threshold=1e-3, cooldown=1, min_lr=[0.02, 0.3]),
    "ReduceLROnPlateauMax": lambda o: s.ReduceLROnPlateau(o, mode="max", factor=0.5, patience=2, threshold=0.01, threshold_mode="abs"),
}


def make():
    out = GoldenFile("schedulers.txt")
    for name, build in CASES.items():
        out.case(name)
        groups = [{"params": [torch.zeros(1)], "lr": 0.1}, {"params": [torch.zeros(1)], "lr": 2.0}]
        optimizer = torch.optim.SGD(groups, lr=0.1, momentum=0.9)
        scheduler = build(optimizer)
        rates = [[g["lr"]] for g in optimizer.param_groups]
        momenta = [[g["momentum"]] for g in optimizer.param_groups]
        for epoch in range(EPOCHS):
            optimizer.step()
            if isinstance(scheduler, s.ReduceLROnPlateau):
                scheduler.step(PLATEAU[epoch])
            else:
                scheduler.step()
            for i, g in enumerate(optimizer.param_groups):
                rates[i].append(g["lr"])
                momenta[i].append(g["momentum"])
        for i in range(2):
            out.numbers(f"rate.{i}", rates[i])
            if "Cycl" in name:
                out.numbers(f"momentum.{i}", momenta[i])
    out.write()
