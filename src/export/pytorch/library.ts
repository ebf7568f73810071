import { PURPOSES } from '../../random/draws.ts';
import { DIVERGED_ABOVE } from '../../scene/scene.ts';

/**
 * Python functions that more than one run may need, by name, in the order in which a script has them. Their comments
 * stand in them: they are read beside the code.
 */
export const LIBRARY = {
  philox: `\
def philox(counter, key):
    """Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC 2011): hashes counter and key to four words."""
    c0, c1, c2, c3 = counter
    k0, k1 = key
    for _ in range(10):
        p0, p1 = 0xD2511F53 * c0, 0xCD9E8D57 * c2
        c0, c2 = (p1 >> 32) ^ c1 ^ k0, (p0 >> 32) ^ c3 ^ k1
        c1, c3 = p1 & 0xFFFFFFFF, p0 & 0xFFFFFFFF
        k0, k1 = (k0 + 0x9E3779B9) & 0xFFFFFFFF, (k1 + 0xBB67AE85) & 0xFFFFFFFF
    return c0, c1, c2, c3`,

  unit: `\
def unit(high, low):
    """53 bits of two words, as a number in [0, 1)."""
    return ((high >> 5) * 2**26 + (low >> 6)) * 2.0**-53`,

  noise: `\
def noise(t):
    """The noise of step t, a normal number a parameter: all gradients of a step share it."""
    draws = []
    for i in range(len(START)):
        a, b, c, d = philox((i, t, ${PURPOSES.noise}, 0), (SEED, 0))
        radius = math.sqrt(-2.0 * math.log(1.0 - unit(a, b)))  # Box and Muller (1958)
        draws.append(radius * math.cos(2.0 * math.pi * unit(c, d)))
    return NOISE * torch.tensor(draws)`,

  normal: `\
def normal(i, j):
    """Number j of sample i's standard normal numbers."""
    a, b, c, d = philox((j, i, ${PURPOSES.data}, 0), (DATA_SEED, 0))
    radius = math.sqrt(-2.0 * math.log(1.0 - unit(a, b)))  # Box and Muller (1958)
    return radius * math.cos(2.0 * math.pi * unit(c, d))`,

  random_signs: `\
def random_signs(t):
    """-1 or 1 for each parameter, a function of the seed and the step."""
    signs = []
    for i in range(len(START)):
        a, b, _, _ = philox((i, t, ${PURPOSES.curvature}, 0), (SEED, 0))
        signs.append(-1.0 if unit(a, b) < 0.5 else 1.0)
    return torch.tensor(signs)`,

  quotient: `\
def quotient(a, b):
    """a / b, and 0 where both are 0: without epsilon, a coordinate that never had a gradient stays."""
    return torch.where((a == 0) & (b == 0), torch.zeros_like(a), a / b)`,

  msign: `\
def msign(M):
    """The matrix sign U V^T of M = U S V^T: all singular values that are not 0 become 1."""
    if not torch.isfinite(M).all():
        return torch.full_like(M, math.nan)
    U, S, Vh = torch.linalg.svd(M, full_matrices=False)
    rank = int((S > 1e-12 * S.max()).sum())
    return U[:, :rank] @ Vh[:rank, :]`,

  newton_schulz: `\
def newton_schulz(M, steps, a, b, c):
    """An approximation of the matrix sign by products alone."""
    X = M / (torch.linalg.norm(M) + 1e-7)
    for _ in range(steps):
        A = X @ X.T
        X = a * X + (b * A + c * A @ A) @ X
    return X`,

  two_loops: `\
def two_loops(pairs, g):
    """-H g, H what the pairs say of the inverse Hessian (Nocedal, Wright, Algorithm 7.4)."""
    d = -g
    weights = []
    for s, y in reversed(pairs):
        weights.append((s @ d) / (s @ y))
        d = d - weights[-1] * y
    if pairs:
        s, y = pairs[-1]
        d = (s @ y) / (y @ y) * d
    for (s, y), weight in zip(pairs, reversed(weights)):
        d = d + (weight - (y @ d) / (s @ y)) * s
    return d`,

  solve: `\
def solve(H, g):
    """The solution d of H d = g, by elimination with pivots; None where H is numerically singular."""
    n = len(g)
    rows = [H[i].tolist() + [g[i].item()] for i in range(n)]
    negligible = n * 2.0**-52 * H.abs().max().item()
    for k in range(n):
        pivot = max(range(k, n), key=lambda i: abs(rows[i][k]))
        if not abs(rows[pivot][k]) > negligible:
            return None
        rows[k], rows[pivot] = rows[pivot], rows[k]
        for i in range(k + 1, n):
            factor = rows[i][k] / rows[k][k]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[k])]
    d = [0.0] * n
    for i in reversed(range(n)):
        d[i] = (rows[i][n] - sum(rows[i][j] * d[j] for j in range(i + 1, n))) / rows[i][i]
    return torch.tensor(d)`,

  climb: `\
def climb(s, rho, p):
    """To the worst point within rho: rho sign(s) |s|^(q-1) / ||s||_q^(q-1), 1/p + 1/q = 1."""
    largest = s.abs().max()
    if largest == 0:
        return torch.zeros_like(s)
    size = s.abs() / largest  # so that no power is too large or too small for a number
    q = p / (p - 1)
    norm = (size**q).sum() ** (1 / q)
    return rho * s.sign() * (size / norm) ** (q - 1)`,
} as const satisfies Record<string, string>;

/** ∇f; with the step as an argument where it depends on it. @param isOfStep whether f does */
export function gradientText(isNoisy: boolean, isOfStep: boolean): string {
  const [t, ofStep] = isNoisy || isOfStep ? [', t', isOfStep ? ', t' : ''] : ['', ''];
  return `\
def gradient(point${t}):
    """The gradient of f at a point, by autograd${isNoisy ? ', and the noise of step t' : ''}."""
    point = point.detach().clone().requires_grad_(True)
    return torch.autograd.grad(f(point${ofStep}), point)[0]${isNoisy ? ' + noise(t)' : ''}`;
}

/** ∇²f. @param isBatched whether it is that of a step's batch */
export function hessianText(isBatched: boolean): string {
  const [t, of] = isBatched ? [', t', 'lambda point: f(point, t)'] : ['', 'f'];
  return `\
def hessian(point${t}):
    """The matrix of second derivatives of f at a point, by autograd."""
    return torch.autograd.functional.hessian(${of}, point.detach().clone())`;
}

/** What records a run. */
export const PATH = `\
class Path:
    """The points of a run and f at each; it has diverged where these are too large or no numbers."""

    def __init__(self):
        self.points = []
        self.losses = []
        self.diverged = False

    def add(self, theta):
        with torch.no_grad():
            loss = f(theta).item()
        point = theta.tolist()
        self.points.append(point)
        self.losses.append(loss)
        within = all(abs(x) <= ${DIVERGED_ABOVE.toExponential().replace('+', '')} for x in point)
        self.diverged = not (within and math.isfinite(loss))

    def to_json(self):
        def finite(numbers):
            return [x if math.isfinite(x) else None for x in numbers]

        points = [finite(point) for point in self.points]
        return json.dumps({"points": points, "losses": finite(self.losses)})`;
