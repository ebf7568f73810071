"""The part of PyTorch that an exported script uses; see the README beside this folder."""

import math

from . import scalar
from .mode import no_grad, state
from .tensor import Tensor, both, count, made

float64 = "float64"


def set_default_dtype(dtype):
    state["dtype"] = dtype


def tensor(values, requires_grad=False):
    assert state["dtype"] == float64, "the numbers would be float32"

    def shape_of(part):
        return (len(part),) + shape_of(part[0]) if isinstance(part, list) else ()

    def flat(part):
        if isinstance(part, list):
            return [x for inner in part for x in flat(inner)]
        assert isinstance(part, float), f"{part} would make a tensor of integers"
        return [part]

    return Tensor(flat(values), shape_of(values), requires_grad)


def full_like(other, value):
    return Tensor([value] * count(other.shape), other.shape)


def zeros_like(other):
    return full_like(other, 0.0)


def eye(n):
    return Tensor([float(i == j) for i in range(n) for j in range(n)], (n, n))


def diag(vector):
    n = len(vector)
    return Tensor([vector.data_[i] if i == j else 0.0 for i in range(n) for j in range(n)], (n, n))


def isfinite(values):
    return Tensor([math.isfinite(x) for x in values.data_], values.shape, dtype="bool")


def where(condition, a, b):
    assert condition.dtype == "bool" and a.shape == b.shape == condition.shape
    chosen = [x if c else y for c, x, y in zip(condition.data_, a.data_, b.data_)]
    parents = [
        (a, lambda g: where(condition, g, zeros_like(g))),
        (b, lambda g: where(condition, zeros_like(g), g)),
    ]
    return made(chosen, a.shape, parents)


def maximum(a, b):
    return both(a.detach(), b.detach(), scalar.greater, None)


def minimum(a, b):
    return both(a.detach(), b.detach(), scalar.smaller, None)


exp, expm1, log, sqrt = Tensor.exp, Tensor.expm1, Tensor.log, Tensor.sqrt
cos, sin, relu, sigmoid = Tensor.cos, Tensor.sin, Tensor.relu, Tensor.sigmoid

from . import autograd, linalg, nn, optim  # noqa: E402,F401
