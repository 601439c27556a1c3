"""The losses: values and gradients under every reduction and option."""
import torch
import torch.nn.functional as F

from golden_file import DTYPES, GoldenFile, wave


def one(out, name, dtype_name, function, x, **settings):
    out.case(name, dtype=dtype_name, **settings)
    x = x.clone().requires_grad_()
    value = function(x)
    out.tensor("loss", value)
    (value * wave(list(value.shape), 0.3, 1.0, value.dtype)).sum().backward()
    out.tensor("grad", x.grad)


def make():
    out = GoldenFile("losses.txt")
    for d, dtype in DTYPES.items():
        logits = wave((3, 4), 0.5, 3.0, dtype)
        target = (wave((3, 4), 1.7, 0.5, dtype) + 0.5)
        weight = wave((4,), 0.2, 0.4, dtype) + 1
        classes = torch.tensor([2, 0, 3])
        classes_ignored = torch.tensor([2, 1, -100])
        images = wave((2, 4, 3), 0.5, 3.0, dtype)
        image_classes = torch.tensor([[1, 3, 0], [2, 1, 1]])
        for r in ("mean", "sum", "none"):
            one(out, "BCEWithLogits", d, lambda x: F.binary_cross_entropy_with_logits(x, target, reduction=r), logits, reduction=r)
            one(out, "BCEWithLogitsWeighted", d, lambda x: F.binary_cross_entropy_with_logits(
                x, target, weight, reduction=r, pos_weight=weight + 0.5), logits, reduction=r)
            one(out, "BCE", d, lambda x: F.binary_cross_entropy(x, target, reduction=r), logits.sigmoid(), reduction=r)
            one(out, "BCEWeighted", d, lambda x: F.binary_cross_entropy(x, target, weight, reduction=r), logits.sigmoid(), reduction=r)
            one(out, "MSE", d, lambda x: F.mse_loss(x, target, reduction=r), logits, reduction=r)
            one(out, "L1", d, lambda x: F.l1_loss(x, target, reduction=r), logits, reduction=r)
            one(out, "Huber", d, lambda x: F.huber_loss(x, target, reduction=r, delta=1.5), logits, reduction=r)
            one(out, "SmoothL1", d, lambda x: F.smooth_l1_loss(x, target, reduction=r, beta=0.7), logits, reduction=r)
            one(out, "KLDiv", d, lambda x: F.kl_div(x, target, reduction=r), logits.log_softmax(1), reduction=r)
            one(out, "KLDivLogTarget", d, lambda x: F.kl_div(x, -target, reduction=r, log_target=True), logits.log_softmax(1), reduction=r)
            one(out, "NLL", d, lambda x: F.nll_loss(x, classes, reduction=r), logits.log_softmax(1), reduction=r)
            one(out, "NLLWeighted", d, lambda x: F.nll_loss(x, classes, weight, reduction=r), logits.log_softmax(1), reduction=r)
            one(out, "NLL3d", d, lambda x: F.nll_loss(x, image_classes, reduction=r), images.log_softmax(1), reduction=r)
            one(out, "CrossEntropy", d, lambda x: F.cross_entropy(x, classes, reduction=r), logits, reduction=r)
            one(out, "CrossEntropyWeighted", d, lambda x: F.cross_entropy(x, classes, weight, reduction=r), logits, reduction=r)
            one(out, "CrossEntropyIgnored", d, lambda x: F.cross_entropy(x, classes_ignored, reduction=r), logits, reduction=r)
            one(out, "CrossEntropyIgnore1", d, lambda x: F.cross_entropy(
                x, torch.tensor([2, 1, 3]), ignore_index=1, reduction=r), logits, reduction=r)
            one(out, "CrossEntropySmoothed", d, lambda x: F.cross_entropy(x, classes, label_smoothing=0.1, reduction=r), logits, reduction=r)
            one(out, "CrossEntropySmoothedWeightedIgnored", d, lambda x: F.cross_entropy(
                x, classes_ignored, weight, label_smoothing=0.2, reduction=r), logits, reduction=r)
            one(out, "CrossEntropy3d", d, lambda x: F.cross_entropy(x, image_classes, reduction=r), images, reduction=r)
            one(out, "CrossEntropy3dSmoothed", d, lambda x: F.cross_entropy(
                x, image_classes, weight, ignore_index=1, label_smoothing=0.1, reduction=r), images, reduction=r)
            one(out, "CrossEntropyOneSample", d, lambda x: F.cross_entropy(x, torch.tensor(2), reduction=r), logits[0], reduction=r)
            one(out, "CrossEntropyProbabilities", d, lambda x: F.cross_entropy(
                x, target.softmax(1), weight, label_smoothing=0.1, reduction=r), logits, reduction=r)
    out.write()
