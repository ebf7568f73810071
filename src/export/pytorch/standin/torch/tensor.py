"""Tensors of few entries, row-major, which remember how they were made."""

import math

from . import scalar
from .mode import state


def count(shape):
    return math.prod(shape)


class Tensor:
    """`parents` are the tensors it was made from, each with what a gradient of this one is to that one."""

    def __init__(self, data, shape, requires_grad=False, parents=(), dtype="float64"):
        assert len(data) == count(shape), (data, shape)
        self.data_ = data if isinstance(data, list) else list(data)
        self.shape = tuple(shape)
        self.requires_grad = requires_grad
        self.parents = parents
        self.dtype = dtype
        self.grad = None

    # What it is.

    @property
    def is_leaf(self):
        return not self.parents

    def __len__(self):
        assert self.shape, "len() of a 0-d tensor"
        return self.shape[0]

    def __iter__(self):
        return iter([self[i] for i in range(len(self))])

    def __bool__(self):
        assert len(self.data_) == 1, "Boolean value of Tensor with more than one value is ambiguous"
        return bool(self.data_[0])

    def __int__(self):
        return int(self.item())

    def item(self):
        assert len(self.data_) == 1, "only one element tensors can be converted to Python scalars"
        return self.data_[0]

    def tolist(self):
        if not self.shape:
            return self.data_[0]
        return list(self.data_) if len(self.shape) == 1 else [row.tolist() for row in self]

    # Other views of it. A detached tensor shares its numbers, as in PyTorch; the others have their own.

    def detach(self):
        return Tensor(self.data_, self.shape, dtype=self.dtype)

    def clone(self):
        return made(list(self.data_), self.shape, [(self, lambda g: g)])

    def requires_grad_(self, value):
        assert self.is_leaf
        self.requires_grad = value
        return self

    def reshape(self, *shape):
        shape = list(shape)
        if -1 in shape:
            shape[shape.index(-1)] = count(self.shape) // -count(shape)
        return made(list(self.data_), shape, [(self, lambda g: g.reshape(*self.shape))])

    @property
    def T(self):
        rows, cols = self.shape
        data = [self.data_[i * cols + j] for j in range(cols) for i in range(rows)]
        return made(data, (cols, rows), [(self, lambda g: g.T)])

    def diagonal(self):
        assert self.shape[0] == self.shape[1] and not self.requires_grad
        return Tensor(self.data_[:: self.shape[1] + 1], (self.shape[0],))

    def __getitem__(self, key):
        key = key if isinstance(key, tuple) else (key,)
        key += (slice(None),) * (len(self.shape) - len(key))
        places, shape, rest = [0], [], count(self.shape)
        for part, size in zip(key, self.shape):
            rest //= max(1, size)
            if isinstance(part, list):
                indices = [range(size)[i] for i in part]
            else:
                indices = [range(size)[part]] if isinstance(part, int) else list(range(size)[part])
            if not isinstance(part, int):
                shape.append(len(indices))
            places = [place + i * rest for place in places for i in indices]
        return made([self.data_[i] for i in places], shape, [(self, lambda g: scattered(g, places, self.shape))])

    # Arithmetic.

    def __add__(self, other):
        return both(self, other, lambda a, b: a + b, lambda g, a, b: (g, g))

    def __sub__(self, other):
        return both(self, other, lambda a, b: a - b, lambda g, a, b: (g, -g))

    def __mul__(self, other):
        return both(self, other, lambda a, b: a * b, lambda g, a, b: (g * b, g * a))

    def __truediv__(self, other):
        return both(self, other, scalar.divide, lambda g, a, b: (g / b, -(g * a) / (b * b)))

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other):
        return constant(other) - self

    def __rtruediv__(self, other):
        return constant(other) / self

    def __neg__(self):
        return each(self, lambda x: -x, lambda g: -g)

    def __pow__(self, exponent):
        def back(g):
            return g * (exponent * self ** (exponent - 1)) if exponent != 0 else g * 0.0

        return each(self, lambda x: scalar.power(x, exponent), back)

    def __matmul__(self, other):
        if len(self.shape) == 1:
            assert self.shape == other.shape
            return (self * other).sum()
        if len(other.shape) == 1:
            return (self @ other.reshape(-1, 1)).reshape(-1)
        (rows, inner), (same, cols) = self.shape, other.shape
        assert inner == same
        a, b = self.data_, other.data_
        data = [
            math.fsum(a[i * inner + k] * b[k * cols + j] for k in range(inner)) if finite(a) and finite(b) else math.nan
            for i in range(rows)
            for j in range(cols)
        ]
        return made(data, (rows, cols), [(self, lambda g: g @ other.T), (other, lambda g: self.T @ g)])

    def sum(self):
        if self.dtype == "bool":
            return Tensor([sum(self.data_)], (), dtype="int64")
        return made([sum(self.data_)], (), [(self, lambda g: spread(g, self.shape))])

    def mean(self):
        return self.sum() / count(self.shape)

    def max(self):
        return Tensor([math.nan if any(map(math.isnan, self.data_)) else max(self.data_)], ())

    def all(self):
        assert self.dtype == "bool"
        return Tensor([all(self.data_)], (), dtype="bool")

    # Functions of each entry.

    def sqrt(self):
        root = each(self, scalar.sqrt, lambda g: g / (2 * root))
        return root

    def exp(self):
        value = each(self, scalar.exp, lambda g: g * value)
        return value

    def expm1(self):
        value = each(self, scalar.expm1, lambda g: g * (value + 1))
        return value

    def log(self):
        return each(self, scalar.log, lambda g: g / self)

    def sigmoid(self):
        value = each(self, scalar.sigmoid, lambda g: g * value * (1.0 - value))
        return value

    def logsigmoid(self):
        return each(self, scalar.logsigmoid, lambda g: g * (-self).sigmoid())

    def relu(self):
        # Its slope at 0 is 0, as in PyTorch.
        return each(self, scalar.relu, lambda g: g * (self > 0).float_())

    def float_(self):
        return Tensor([float(x) for x in self.data_], self.shape)

    def cos(self):
        return each(self, scalar.cos, lambda g: -(g * self.sin()))

    def sin(self):
        return each(self, scalar.sin, lambda g: g * self.cos())

    def abs(self):
        return each(self, abs, lambda g: g * self.sign())

    def sign(self):
        return each(self, scalar.sign, lambda g: g * 0.0)

    def clamp(self, min=None, max=None):
        assert not self.requires_grad
        return each(self, lambda x: scalar.clamp(x, min, max), None)

    # Comparisons.

    def __eq__(self, other):
        return compared(self, other, lambda a, b: a == b)

    def __lt__(self, other):
        return compared(self, other, lambda a, b: a < b)

    def __gt__(self, other):
        return compared(self, other, lambda a, b: a > b)

    def __le__(self, other):
        return compared(self, other, lambda a, b: a <= b)

    def __ge__(self, other):
        return compared(self, other, lambda a, b: a >= b)

    def __and__(self, other):
        assert self.dtype == other.dtype == "bool"
        return compared(self, other, lambda a, b: a and b)

    __hash__ = object.__hash__

    # Changes in place.

    def overwrite(self, value):
        if state["remembers"] and (self.requires_grad or value.requires_grad):
            raise RuntimeError("a leaf Variable that requires grad is being used in an in-place operation.")
        assert value.shape == self.shape
        self.data_[:] = value.data_
        return self

    def __iadd__(self, other):
        return self.overwrite(self + other)

    def __isub__(self, other):
        return self.overwrite(self - other)

    def copy_(self, other):
        return self.overwrite(other)

    def clamp_(self, min, max):
        return self.overwrite(each(self, lambda x: scalar.clamp(x, min, max), lambda g: g))

    def backward(self):
        from .autograd import gradients

        for leaf, gradient in gradients(self, remembers=False):
            if leaf.is_leaf:
                leaf.grad = gradient if leaf.grad is None else leaf.grad + gradient


def constant(value):
    if isinstance(value, Tensor):
        return value
    assert isinstance(value, (int, float)) and not isinstance(value, bool), value
    return Tensor([float(value)], ())


def made(data, shape, parents):
    parents = [(parent, back) for parent, back in parents if parent.requires_grad]
    remembered = state["remembers"] and len(parents) > 0
    return Tensor(data, shape, remembered, parents if remembered else ())


def each(tensor, function, back):
    return made([function(x) for x in tensor.data_], tensor.shape, [(tensor, back)])


def both(a, b, function, back):
    """An operation on entries in the same places; a single number goes with all of the other's."""
    a, b = constant(a), constant(b)
    assert a.shape == b.shape or not a.shape or not b.shape, (a.shape, b.shape)
    shape = a.shape or b.shape
    left, right = spread_data(a, shape), spread_data(b, shape)
    parents = [
        (a, lambda g: gathered(back(g, a, b)[0], a.shape)),
        (b, lambda g: gathered(back(g, a, b)[1], b.shape)),
    ]
    return made([function(x, y) for x, y in zip(left, right)], shape, parents)


def compared(a, b, function):
    result = both(a.detach(), constant(b).detach(), function, None)
    return Tensor(result.data_, result.shape, dtype="bool")


def finite(numbers):
    return all(map(math.isfinite, numbers))


def spread_data(tensor, shape):
    return tensor.data_ if tensor.shape == tuple(shape) else tensor.data_ * count(shape)


def spread(g, shape):
    return made(spread_data(g, shape), shape, [(g, lambda h: gathered(h, g.shape))])


def gathered(g, shape):
    return g if g.shape == tuple(shape) else g.sum()


def scattered(g, places, shape):
    """Zeros, and the entries of g in some places."""
    data = [0.0] * count(shape)
    for place, value in zip(places, g.data_):
        data[place] += value

    def back(h):
        flat = h.reshape(-1)
        picked = [flat.data_[i] for i in places]
        return made(picked, g.shape, [(flat, lambda k: scattered(k, places, flat.shape))])

    return made(data, shape, [(g, back)])
