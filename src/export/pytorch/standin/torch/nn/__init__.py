"""The part of torch.nn that a script uses."""

from . import functional  # noqa: F401
