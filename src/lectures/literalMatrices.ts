import {
  each,
  msign,
  norm,
  points,
  times,
  transposed,
  zeros,
  type Literal,
  type Numbers,
} from './literal.ts';

// For tests only: each form of Muon, as its slide prints it, for 2 × 2 matrices.

/** What is done to the momentum, and what is subtracted beside it, as a multiple of ηθ. */
const muon =
  (orthogonalize: (M: Numbers) => Numbers): Literal =>
  (given) => {
    const [mu, eta, lambda] = [given.h.momentum, given.h.learningRate, given.h.weightDecay].map(Number);
    let M = zeros(given);
    return points(given, (theta) => {
      M = each((mi, g) => mu * mi + g, M, given.gradient(theta));
      return each((x, o) => x - eta * (o + lambda * x), theta, orthogonalize(M));
    });
  };

/** The program of Memphis. */
function newtonschulz5(G: Numbers, steps = 5, eps = 1e-7): Numbers {
  const [a, b, c] = [3.4445, -4.775, 2.0315];
  let X = G.map((entry) => entry / (norm(G) + eps));
  for (let step = 0; step < steps; step++) {
    const A = times(X, transposed(X));
    const B = each((p, q) => b * p + c * q, A, times(A, A));
    X = [...each((p, q) => a * p + q, X, times(B, X))];
  }
  return X;
}

/** Westlake's iteration; M is divided by its norm first, as the remark on the form says. */
function taylor(M: Numbers): Numbers {
  let X: Numbers = M.map((entry) => entry / (norm(M) + 1e-7));
  for (let t = 0; t < 5; t++) {
    const S = times(transposed(X), X);
    X = each((x, y, z) => (15 / 8) * x - (5 / 4) * y + (3 / 8) * z, X, times(X, S), times(X, times(S, S)));
  }
  return X;
}

const column = (m: Numbers) => m.map((entry) => entry / norm(m));

/** By lecture, in the order of the forms. */
export const LITERAL_MUON: Readonly<Record<string, readonly Literal[]>> = {
  Memphis: [muon(newtonschulz5), muon(column)],
  Westlake: [muon(msign), muon(msign), muon(taylor), muon(column), muon((m) => m.map(Math.sign))],
};
