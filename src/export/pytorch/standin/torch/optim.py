"""Optimizers, each from the algorithm box of PyTorch's documentation."""

from . import full_like, maximum, zeros_like
from .mode import no_grad


class Optimizer:
    """`update` makes one step of one parameter; `state` is what it remembers of it."""

    def __init__(self, params, defaults):
        assert defaults["lr"] >= 0
        for p in params:
            assert p.is_leaf
        self.param_groups = [dict(defaults, params=list(params))]
        self.state = {}

    def zero_grad(self):
        for group in self.param_groups:
            for p in group["params"]:
                p.grad = None

    def step(self):
        with no_grad():
            for group in self.param_groups:
                for p in group["params"]:
                    assert p.grad.shape == p.shape
                    state = self.state.setdefault(id(p), {"step": 0})
                    state["step"] += 1
                    self.update(p, p.grad, state, group)


class SGD(Optimizer):
    def __init__(self, params, lr, momentum=0, nesterov=False):
        if nesterov and momentum <= 0:
            raise ValueError("Nesterov momentum requires a momentum and zero dampening")
        super().__init__(params, dict(lr=lr, momentum=momentum, nesterov=nesterov))

    def update(self, p, g, state, group):
        mu = group["momentum"]
        if mu != 0:
            state["b"] = g.clone() if state["step"] == 1 else mu * state["b"] + g
            g = g + mu * state["b"] if group["nesterov"] else state["b"]
        p -= group["lr"] * g


class Adagrad(Optimizer):
    def __init__(self, params, lr=0.01, initial_accumulator_value=0, eps=1e-10):
        super().__init__(params, dict(lr=lr, eps=eps, start=initial_accumulator_value))

    def update(self, p, g, state, group):
        state["s"] = state.get("s", full_like(p, group["start"])) + g * g
        p -= group["lr"] * g / (state["s"].sqrt() + group["eps"])


class RMSprop(Optimizer):
    def __init__(self, params, lr=0.01, alpha=0.99, eps=1e-8):
        super().__init__(params, dict(lr=lr, alpha=alpha, eps=eps))

    def update(self, p, g, state, group):
        a = group["alpha"]
        state["v"] = a * state.get("v", zeros_like(p)) + (1 - a) * g * g
        p -= group["lr"] * g / (state["v"].sqrt() + group["eps"])


class Adadelta(Optimizer):
    def __init__(self, params, lr=1.0, rho=0.9, eps=1e-6):
        super().__init__(params, dict(lr=lr, rho=rho, eps=eps))

    def update(self, p, g, state, group):
        rho, eps = group["rho"], group["eps"]
        v = rho * state.get("v", zeros_like(p)) + (1 - rho) * g * g
        u = state.get("u", zeros_like(p))
        delta = (u + eps).sqrt() / (v + eps).sqrt() * g
        state["v"], state["u"] = v, rho * u + (1 - rho) * delta * delta
        p -= group["lr"] * delta


class Adam(Optimizer):
    decoupled = False

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, amsgrad=False):
        assert all(0 <= b < 1 for b in betas) and weight_decay >= 0
        super().__init__(params, dict(lr=lr, betas=betas, eps=eps, weight_decay=weight_decay, amsgrad=amsgrad))

    def update(self, p, g, state, group):
        (b1, b2), t, lr = group["betas"], state["step"], group["lr"]
        if self.decoupled:
            p -= lr * group["weight_decay"] * p
        else:
            g = g + group["weight_decay"] * p
        m = state["m"] = b1 * state.get("m", zeros_like(p)) + (1 - b1) * g
        v = state["v"] = b2 * state.get("v", zeros_like(p)) + (1 - b2) * g * g
        if group["amsgrad"]:
            v = state["x"] = maximum(state.get("x", zeros_like(p)), v)
        denominator = v.sqrt() / (1 - b2**t) ** 0.5 + group["eps"]
        p -= lr / (1 - b1**t) * m / denominator


class AdamW(Adam):
    decoupled = True

    def __init__(self, params, lr=1e-3, betas=(0.9, 0.999), eps=1e-8, weight_decay=1e-2, amsgrad=False):
        super().__init__(params, lr, betas, eps, weight_decay, amsgrad)
