"""Second derivatives by differentiating a gradient; where a gradient is constant, they are 0."""

from . import gradients
from ..tensor import Tensor


def hessian(function, point):
    point = point.detach().clone().requires_grad_(True)
    gradient = of(point, gradients(function(point), remembers=True))
    n = len(point)
    rows = []
    for i in range(n):
        entry = gradient[i]
        row = of(point, gradients(entry, remembers=False)) if entry.requires_grad else None
        rows += row.tolist() if row is not None else [0.0] * n
    return Tensor(rows, (n, n))


def of(point, pairs):
    return next((gradient for tensor, gradient in pairs if tensor is point), None)
