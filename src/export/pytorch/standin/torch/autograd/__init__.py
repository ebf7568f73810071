"""Gradients by going back through what tensors were made from."""

from ..mode import enable_grad, no_grad
from ..tensor import Tensor


def gradients(output, remembers):
    """Pairs of each tensor that `output` was made from and its gradient; `remembers` makes these differentiable."""
    assert output.requires_grad, "element 0 of tensors does not require grad and does not have a grad_fn"
    assert output.shape == (), "grad can be implicitly created only for scalar outputs"
    order, seen = [], set()

    def visit(tensor):
        if id(tensor) in seen:
            return
        seen.add(id(tensor))
        for parent, _ in tensor.parents:
            visit(parent)
        order.append(tensor)

    visit(output)
    found = {id(output): Tensor([1.0], ())}
    with enable_grad() if remembers else no_grad():
        for tensor in reversed(order):
            for parent, back in tensor.parents:
                part = back(found[id(tensor)])
                assert part.shape == parent.shape
                found[id(parent)] = found[id(parent)] + part if id(parent) in found else part
    return [(tensor, found[id(tensor)]) for tensor in order]


def grad(output, inputs):
    for tensor, gradient in gradients(output, remembers=False):
        if tensor is inputs:
            return (gradient,)
    raise RuntimeError("One of the differentiated Tensors appears to not have been used in the graph.")


from . import functional  # noqa: E402,F401
