"""Norm and singular values, by one-sided Jacobi rotations."""

import math

from .tensor import Tensor


def norm(tensor):
    return (tensor * tensor).sum().sqrt()


def svd(matrix, full_matrices):
    assert full_matrices is False
    rows, cols = matrix.shape
    if rows < cols:
        U, S, Vh = svd(matrix.T, False)
        return Vh.T, S, U.T
    columns = matrix.T.tolist()
    V = [[float(i == j) for j in range(cols)] for i in range(cols)]
    while any([turn(columns, V, p, q) for p in range(cols) for q in range(p + 1, cols)]):
        pass
    sizes = [math.hypot(*column) for column in columns]
    order = sorted(range(cols), key=lambda j: -sizes[j])
    U = [[columns[j][i] / sizes[j] if sizes[j] > 0 else math.nan for j in order] for i in range(rows)]
    return matrix_of(U), Tensor([sizes[j] for j in order], (cols,)), matrix_of([V[j] for j in order])


def turn(columns, V, p, q):
    """Makes two columns orthogonal; whether they were not."""
    a, b = math.fsum(x * x for x in columns[p]), math.fsum(x * x for x in columns[q])
    c = math.fsum(x * y for x, y in zip(columns[p], columns[q]))
    if abs(c) <= 1e-15 * math.sqrt(a * b):
        return False
    cotangent = (b - a) / (2 * c)
    tangent = math.copysign(1, cotangent) / (abs(cotangent) + math.hypot(1, cotangent))
    cos = 1 / math.hypot(1, tangent)
    sin = cos * tangent
    for w in (columns, V):
        pairs = list(zip(w[p], w[q]))
        w[p] = [cos * x - sin * y for x, y in pairs]
        w[q] = [sin * x + cos * y for x, y in pairs]
    return True


def matrix_of(rows):
    return Tensor([x for row in rows for x in row], (len(rows), len(rows[0])))
