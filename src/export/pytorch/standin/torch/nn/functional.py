"""Functions of each entry."""

from ..tensor import Tensor

logsigmoid = Tensor.logsigmoid
