"""Float64 arithmetic as tensors have it: inf and nan where Python's own would raise."""

import math


def divide(a, b):
    if b != 0:
        return a / b
    if a == 0 or math.isnan(a):
        return math.nan
    return math.copysign(math.inf, a) * math.copysign(1.0, b)


def power(a, exponent):
    try:
        result = a**exponent
    except ZeroDivisionError:
        return math.inf
    except OverflowError:
        return -math.inf if a < 0 and exponent % 2 == 1 else math.inf
    return math.nan if isinstance(result, complex) else result


def safe(function):
    def value(x):
        try:
            return function(x)
        except OverflowError:
            return math.inf
        except ValueError:
            return math.nan

    return value


def sign(x):
    return math.nan if math.isnan(x) else float((x > 0) - (x < 0))


def clamp(x, low, high):
    if low is not None and x < low:
        return low
    if high is not None and x > high:
        return high
    return x


def greater(a, b):
    return math.nan if math.isnan(a) or math.isnan(b) else max(a, b)


def smaller(a, b):
    return math.nan if math.isnan(a) or math.isnan(b) else min(a, b)


def log(x):
    return -math.inf if x == 0 else safe(math.log)(x)


def sigmoid(x):
    return 1.0 / (1.0 + math.exp(-x)) if x >= 0 else math.exp(x) / (1.0 + math.exp(x))


def logsigmoid(x):
    return min(0.0, x) - math.log1p(math.exp(-abs(x)))


def relu(x):
    return x if x > 0 or math.isnan(x) else 0.0


exp, expm1, sqrt, cos, sin = (safe(f) for f in (math.exp, math.expm1, math.sqrt, math.cos, math.sin))
