"""Tensor operations: results and gradients, for real inputs made of waves.

A case names its inputs as shape:phase:scale:offset; OperationGoldenTests.cs makes the same ones and runs the operation of the same name.
"""
import torch

from golden_file import DTYPES, GoldenFile, wave

I64 = torch.int64


def idx(*values):
    return torch.tensor(values, dtype=I64)


A = ("3x4", 0.5, 2.0, 0.0)
B = ("3x4", 1.9, 1.5, 0.0)
ROW = ("4", 0.3, 1.2, 0.0)
COL = ("3x1", 0.8, 1.2, 0.0)
POS = ("3x4", 0.5, 0.9, 1.4)
ROWPOS = ("4", 0.2, 0.5, 1.1)
CUBE = ("2x3x4", 0.7, 1.3, 0.0)
CUBE2 = ("2x4x3", 0.2, 1.1, 0.0)
FOUR = ("2x1x3x4", 0.4, 1.0, 0.0)
SQ = ("4x4", 0.6, 1.0, 0.0)
VEC = ("5", 0.9, 1.5, 0.0)
VEC2 = ("5", 0.1, 1.0, 0.0)
M43 = ("4x3", 0.3, 1.0, 0.0)
ONE = ("scalar", 0.7, 1.5, 0.0)

MASK = torch.tensor([[True, False, True, False], [False, False, True, True], [True, True, False, False]])
PLACES = idx(2, 0, 2)
GATHER = torch.tensor([[0, 3, 1], [2, 2, 0], [3, 0, 1]])


def put(x, v):
    y = x * 1.0
    y[1] = v
    return y


def put_part(x, v):
    y = x * 1.0
    y[:, 1:3] = v.reshape(1, 4)[:, :2] * 2
    return y * x


def put_places(x, v):
    y = x * 1.0
    y[idx(2, 0)] = v
    return y * y


def put_mask(x):
    y = x * 1.0
    y[MASK] = 7.0
    return y * x


def through_view(x):
    y = x * 1.0
    row = y[0]
    row.mul_(3.0)
    return y * row


CASES = {
    # element-wise
    "add": (lambda a, b: a + b, A, B),
    "add_row": (lambda a, b: a + b, A, ROW),
    "add_column_row": (lambda a, b: a + b, COL, ROW),
    "add_scalar_tensor": (lambda a, b: a + b, A, ONE),
    "add_alpha": (lambda a, b: torch.add(a, b, alpha=0.3), A, B),
    "add_number": (lambda a: a + 2.5, A),
    "sub": (lambda a, b: a - b, A, B),
    "sub_row": (lambda a, b: a - b, ROW, A),
    "number_minus": (lambda a: 1.5 - a, A),
    "mul": (lambda a, b: a * b, A, B),
    "mul_column": (lambda a, b: a * b, A, COL),
    "mul_self": (lambda a: a * a, A),
    "mul_number": (lambda a: a * -0.7, A),
    "div": (lambda a, b: a / b, A, POS),
    "div_row": (lambda a, b: a / b, A, ROWPOS),
    "div_number": (lambda a: a / 3.0, A),
    "number_over": (lambda a: 2.0 / a, POS),
    "remainder": (lambda a: torch.remainder(a, 0.75), A),
    "neg": (lambda a: -a, A),
    "abs": (lambda a: a.abs(), A),
    "sign": (lambda a: a.sign(), A),
    "square": (lambda a: a.square(), A),
    "exp": (lambda a: a.exp(), A),
    "log": (lambda a: a.log(), POS),
    "sqrt": (lambda a: a.sqrt(), POS),
    "rsqrt": (lambda a: a.rsqrt(), POS),
    "reciprocal": (lambda a: a.reciprocal(), POS),
    "tanh": (lambda a: a.tanh(), A),
    "sigmoid": (lambda a: a.sigmoid(), A),
    "sin": (lambda a: a.sin(), A),
    "cos": (lambda a: a.cos(), A),
    "relu": (lambda a: a.relu(), A),
    "floor": (lambda a: a.floor(), A),
    "ceil": (lambda a: a.ceil(), A),
    "round": (lambda a: a.round(), A),
    "round_2": (lambda a: a.round(decimals=2), A),
    "trunc": (lambda a: a.trunc(), A),
    "pow_2": (lambda a: a.pow(2), A),
    "pow_3": (lambda a: a.pow(3), A),
    "pow_minus_1": (lambda a: a.pow(-1), POS),
    "pow_half": (lambda a: a.pow(0.5), POS),
    "pow_2.7": (lambda a: a.pow(2.7), POS),
    "pow_tensor": (lambda a, b: a.pow(b), POS, B),
    "pow_row": (lambda a, b: a.pow(b), ROWPOS, B),
    "clamp": (lambda a: a.clamp(-0.5, 1.0), A),
    "clamp_min": (lambda a: a.clamp(min=0.2), A),
    "maximum": (lambda a, b: torch.maximum(a, b), A, B),
    "minimum_row": (lambda a, b: torch.minimum(a, b), A, ROW),
    "maximum_self": (lambda a: torch.maximum(a, a), A),
    "where": (lambda a, b: torch.where(MASK, a, b), A, B),
    "where_row": (lambda a, b: torch.where(MASK, a, b), A, ROW),
    "masked_fill": (lambda a: a.masked_fill(MASK, 9.0), A),
    "lerp": (lambda a, b, w: torch.lerp(a, b, w), A, B, ROW),
    "addcmul": (lambda a, b, c: torch.addcmul(a, b, c, value=0.4), A, B, ROW),
    "addcdiv": (lambda a, b, c: torch.addcdiv(a, b, c, value=0.4), A, B, ROWPOS),
    # reductions
    "sum": (lambda a: a.sum(), CUBE),
    "sum_0": (lambda a: a.sum(0), CUBE),
    "sum_1_keep": (lambda a: a.sum(1, keepdim=True), CUBE),
    "sum_last": (lambda a: a.sum(-1), CUBE),
    "sum_0_2": (lambda a: a.sum((0, 2)), CUBE),
    "sum_transposed": (lambda a: a.t().sum(0), A),
    "mean": (lambda a: a.mean(), CUBE),
    "mean_1": (lambda a: a.mean(1), CUBE),
    "mean_0_2_keep": (lambda a: a.mean((0, 2), keepdim=True), CUBE),
    "var": (lambda a: a.var(), CUBE),
    "var_1_biased": (lambda a: a.var(1, unbiased=False), CUBE),
    "std_last_keep": (lambda a: a.std(-1, unbiased=True, keepdim=True), CUBE),
    "norm": (lambda a: a.norm(), A),
    "norm_1": (lambda a: a.norm(1), A),
    "norm_inf": (lambda a: a.norm(float("inf")), A),
    "norm_3": (lambda a: a.norm(3), A),
    "norm_dim": (lambda a: a.norm(2, dim=1, keepdim=True), A),
    "max": (lambda a: a.max(), A),
    "min": (lambda a: a.min(), A),
    "max_dim": (lambda a: a.max(1).values, CUBE),
    "min_dim_keep": (lambda a: a.min(0, keepdim=True).values, CUBE),
    "max_ties": (lambda a: a.relu().max(), A),
    "prod": (lambda a: a.prod(), A),
    "prod_1": (lambda a: a.prod(1), CUBE),
    "cumsum_0": (lambda a: a.cumsum(0), CUBE),
    "cumsum_1": (lambda a: a.cumsum(1), CUBE),
    "logsumexp_last": (lambda a: a.logsumexp(-1), CUBE),
    "logsumexp_1_keep": (lambda a: a.logsumexp(1, keepdim=True), CUBE),
    "softmax_last": (lambda a: a.softmax(-1), CUBE),
    "softmax_0": (lambda a: a.softmax(0), A),
    "log_softmax_last": (lambda a: a.log_softmax(-1), CUBE),
    "log_softmax_1": (lambda a: a.log_softmax(1), CUBE),
    # products
    "mm": (lambda a, b: a.mm(b), A, M43),
    "mm_transposed": (lambda a, b: a.mm(b.t()), A, B),
    "mm_left_transposed": (lambda a, b: a.t().mm(b), A, B),
    "bmm": (lambda a, b: a.bmm(b), CUBE, CUBE2),
    "bmm_transposed": (lambda a, b: a.bmm(b.transpose(1, 2)), CUBE, CUBE),
    "mv": (lambda a, b: a.mv(b), A, ROW),
    "dot": (lambda a, b: a.dot(b), VEC, VEC2),
    "outer": (lambda a, b: torch.outer(a, b), ROW, VEC),
    "matmul_3_2": (lambda a, b: a.matmul(b), CUBE, M43),
    "matmul_2_3": (lambda a, b: a.matmul(b), A, CUBE2),
    "matmul_3_1": (lambda a, b: a.matmul(b), CUBE, ROW),
    "matmul_1_3": (lambda a, b: a.matmul(b), ROW, CUBE2),
    "matmul_1_2": (lambda a, b: a.matmul(b), ROW, M43),
    "matmul_4_3": (lambda a, b: a.matmul(b), FOUR, CUBE2),
    "addmm": (lambda c, a, b: torch.addmm(c, a, b, beta=0.5, alpha=2.0), ("3x3", 0.2, 1.0, 0.0), A, M43),
    "baddbmm": (lambda c, a, b: torch.baddbmm(c, a, b), ("2x3x3", 0.2, 1.0, 0.0), CUBE, CUBE2),
    "einsum_bij_bj_bi": (lambda a, b: torch.einsum("bij,bj->bi", a, b), CUBE, ("2x4", 0.5, 1.0, 0.0)),
    "einsum_ij_jk": (lambda a, b: torch.einsum("ij,jk", a, b), A, M43),
    "einsum_trace": (lambda a: torch.einsum("ii", a), SQ),
    "einsum_transpose": (lambda a: torch.einsum("ijk->kij", a), CUBE),
    "einsum_three": (lambda a, b, c: torch.einsum("bij,bjk,k->bi", a, b, c), CUBE, CUBE2, ("3", 0.4, 1.0, 0.0)),
    "einsum_sum": (lambda a, b: torch.einsum("ij,ij->j", a, b), A, B),
    # shapes
    "reshape": (lambda a: a.reshape(4, 6) * a.reshape(4, 6), CUBE),
    "reshape_of_transposed": (lambda a: a.transpose(0, 2).reshape(-1), CUBE),
    "permute": (lambda a: a.permute(2, 0, 1), CUBE),
    "expand": (lambda a: a.expand(2, 3, 4) * 1.5, COL),
    "squeeze_unsqueeze": (lambda a: a.squeeze().unsqueeze(0).unsqueeze(-1), COL),
    "select": (lambda a: a[1] * a[0], CUBE),
    "slice": (lambda a: a[:, 1:, ::2] * 2, CUBE),
    "select_of_transposed": (lambda a: a.t()[1] * 3, A),
    "narrow_of_permuted": (lambda a: a.permute(1, 2, 0).narrow(1, 1, 2) * 2, CUBE),
    "diagonal": (lambda a: a.diagonal() * 2, SQ),
    "unfold": (lambda a: a.unfold(0, 3, 1) * 2, VEC),
    "cat_0": (lambda a, b: torch.cat([a, b], 0), A, B),
    "cat_1": (lambda a, b: torch.cat([a, b, a], 1), A, COL),
    "stack_1": (lambda a, b: torch.stack([a, b], 1), A, B),
    "split": (lambda a: a.split(3, 1)[1] * 2, A),
    "chunk": (lambda a: a.chunk(2, 1)[0] * a.chunk(2, 1)[1], A),
    "unbind": (lambda a: a.unbind(1)[2] * a.unbind(1)[0], CUBE),
    "flip": (lambda a: a.flip(0, 2), CUBE),
    "roll": (lambda a: a.roll(1, 1), A),
    "repeat": (lambda a: a.repeat(2, 1, 3), A),
    "repeat_interleave": (lambda a: a.repeat_interleave(2, 1), A),
    "tril": (lambda a: a.tril(), SQ),
    "triu_1": (lambda a: a.triu(1), SQ),
    "diag_of_vector": (lambda a: a.diag(1), VEC),
    # indexing
    "gather": (lambda a: a.gather(1, GATHER), A),
    "index_select": (lambda a: a.index_select(1, PLACES), A),
    "scatter": (lambda a, b: a.scatter(1, GATHER[:, :1], b), A, COL),
    "scatter_add": (lambda a, b: a.scatter_add(1, GATHER, b), A, ("3x3", 0.1, 1.0, 0.0)),
    "index_add": (lambda a, b: a.index_add(0, PLACES, b, alpha=0.5), A, B),
    "masked_select": (lambda a: a.masked_select(MASK), A),
    "index_places": (lambda a: a[PLACES], A),
    "index_two": (lambda a: a[idx(0, 1, 1), :, idx(3, 0, 0)], CUBE),
    "index_neighbours": (lambda a: a[:, idx(0, 2), idx(3, 1)], CUBE),
    "index_grid": (lambda a: a[idx(0, 2).unsqueeze(1), idx(1, 3, 1)], A),
    "index_mask_row": (lambda a: a[torch.tensor([True, False, True])], A),
    "put": (put, A, ROW),
    "put_part": (put_part, A, ROW),
    "put_places": (put_places, A, ROW),
    "put_mask": (put_mask, A),
    "through_view": (through_view, A),
    "sort": (lambda a: a.sort(1, descending=True).values, A),
    "topk": (lambda a: a.topk(2, 0).values, A),
    # in place
    "mul_in_place": (lambda a, b: (a * 1.0).mul_(b), A, B),
    "exp_in_place": (lambda a: (a * 1.0).exp_(), A),
    "relu_in_place": (lambda a: (a * 2.0).relu_(), A),
}


def tensor_of(spec, dtype):
    shape, phase, scale, offset = spec
    sizes = [] if shape == "scalar" else [int(s) for s in shape.split("x")]
    return (wave(sizes, phase, scale, torch.float64) + offset).to(dtype)


def make():
    out = GoldenFile("operations.txt")
    for name, (function, *specs) in CASES.items():
        for d, dtype in DTYPES.items():
            inputs = [tensor_of(spec, dtype).requires_grad_() for spec in specs]
            words = {f"in{i}": ":".join(str(part) for part in spec) for i, spec in enumerate(specs)}
            out.case(name, dtype=d, **words)
            result = function(*inputs)
            out.tensor("out", result)
            gradients = torch.autograd.grad((result * wave(list(result.shape), 0.3, 1.0, dtype)).sum(), inputs, allow_unused=True)
            for i, gradient in enumerate(gradients):
                out.tensor(f"grad{i}", torch.zeros_like(inputs[i]) if gradient is None else gradient)
    out.write()
