"""Whether operations are remembered for autograd, and what a number is by default."""

state = {"remembers": True, "dtype": "float32"}


class no_grad:
    remembers = False

    def __enter__(self):
        self.before = state["remembers"]
        state["remembers"] = self.remembers

    def __exit__(self, *_):
        state["remembers"] = self.before


class enable_grad(no_grad):
    remembers = True
