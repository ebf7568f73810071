import { each, inverse, points, zeros, type Given, type Literal, type Numbers } from './literal.ts';

// For tests only: each form of the element-wise optimizers and of Newton, as its slide prints it.

const n = (value: Given['h'][string]) => Number(value);

const descent: Literal = (given) => {
  const eta = n(given.h.learningRate);
  return points(given, (w) => each((wi, g) => wi - eta * g, w, given.gradient(w)));
};

/** v ← μv − ηg, θ ← θ + v. */
const velocity: Literal = (given) => {
  const [mu, alpha] = [n(given.h.momentum), n(given.h.learningRate)];
  let v = zeros(given);
  return points(given, (theta) => {
    v = each((vi, g) => mu * vi - alpha * g, v, given.gradient(theta));
    return each((a, b) => a + b, theta, v);
  });
};

/** m ← βm + weight·g, x ← x − ηm. */
const momentum =
  (weight: (beta: number) => number): Literal =>
  (given) => {
    const [beta, eta] = [n(given.h.momentum), n(given.h.learningRate)];
    let m = zeros(given);
    return points(given, (x) => {
      m = each((mi, g) => beta * mi + weight(beta) * g, m, given.gradient(x));
      return each((xi, mi) => xi - eta * mi, x, m);
    });
  };

const nagMemphis: Literal = (given) => {
  const [gamma, eta] = [n(given.h.momentum), n(given.h.learningRate)];
  let v = zeros(given);
  return points(given, (theta) => {
    const g = given.gradient(each((a, b) => a - gamma * b, theta, v));
    v = each((vi, gi) => gamma * vi + eta * gi, v, g);
    return each((a, b) => a - b, theta, v);
  });
};

const nagLookAhead: Literal = (given) => {
  const [mu, eta] = [n(given.h.momentum), n(given.h.learningRate)];
  let v = zeros(given);
  return points(given, (w) => {
    const g = given.gradient(each((a, b) => a + mu * b, w, v));
    v = each((vi, gi) => mu * vi - eta * gi, v, g);
    return each((a, b) => a + b, w, v);
  });
};

const nagRewritten: Literal = (given) => {
  const [mu, eta] = [n(given.h.momentum), n(given.h.learningRate)];
  let v = zeros(given);
  return points(given, (w) => {
    const before = v;
    v = each((vi, gi) => mu * vi - eta * gi, v, given.gradient(w));
    return each((wi, old, now) => wi - mu * old + (1 + mu) * now, w, before, v);
  });
};

type Root = (r: number, epsilon: number) => number;
const outside: Root = (r, epsilon) => Math.sqrt(r) + epsilon;
const inside: Root = (r, epsilon) => Math.sqrt(r + epsilon);
const bare: Root = (r) => Math.sqrt(r);

/** A sum of squares, or their average, under the gradient. */
const scaled =
  (root: Root, isAverage: boolean): Literal =>
  (given) => {
    const { learningRate, rho, epsilon } = given.h;
    const [keep, take] = isAverage ? [n(rho), 1 - n(rho)] : [1, 1];
    let r = zeros(given);
    return points(given, (w) => {
      const g = given.gradient(w);
      r = each((ri, gi) => keep * ri + take * gi * gi, r, g);
      return each((wi, gi, ri) => wi - (n(learningRate) / root(ri, n(epsilon))) * gi, w, g, r);
    });
  };

const adadeltaErlangen: Literal = (given) => {
  const [rho, epsilon] = [n(given.h.rho), n(given.h.epsilon)];
  let r = zeros(given);
  let h = zeros(given);
  return points(given, (w) => {
    const g = given.gradient(w);
    r = each((ri, gi) => rho * ri + (1 - rho) * gi * gi, r, g);
    const delta = each((hi, ri, gi) => (-Math.sqrt(hi) / (Math.sqrt(ri) + epsilon)) * gi, h, r, g);
    h = each((hi, d) => rho * hi + (1 - rho) * d * d, h, delta);
    return each((wi, d) => wi + d, w, delta);
  });
};

interface AdamReading {
  readonly root: Root;
  readonly corrected: boolean;
  /** What is done to v before the root. */
  readonly keep?: (before: number, v: number) => number;
  /** What is subtracted from θ beside the step, as a multiple of θ. */
  readonly decay?: (h: Given['h']) => number;
}

const adam =
  ({ root, corrected, keep = (_, v) => v, decay = () => 0 }: AdamReading): Literal =>
  (given) => {
    const [beta1, beta2] = [n(given.h.beta1), n(given.h.beta2)];
    const [alpha, epsilon, w] = [n(given.h.learningRate), n(given.h.epsilon), decay(given.h)];
    let [m, v, kept] = [zeros(given), zeros(given), zeros(given)];
    return points(given, (x, t) => {
      const g = given.gradient(x);
      m = each((mi, gi) => beta1 * mi + (1 - beta1) * gi, m, g);
      v = each((vi, gi) => beta2 * vi + (1 - beta2) * gi ** 2, v, g);
      kept = each(keep, kept, v);
      const [c1, c2] = corrected ? [1 - beta1 ** t, 1 - beta2 ** t] : [1, 1];
      return each((xi, mi, vi) => xi - ((alpha * (mi / c1)) / root(vi / c2, epsilon) + w * xi), x, m, kept);
    });
  };

const signs: Literal = (given) => {
  const [mu, eta] = [n(given.h.momentum), n(given.h.learningRate)];
  let M = zeros(given);
  return points(given, (x) => {
    M = each((mi, g) => mu * mi + g, M, given.gradient(x));
    return each((xi, mi) => xi - eta * Math.sign(mi), x, M);
  });
};

const sophiaMemphis: Literal = (given) => {
  const [beta1, beta] = [n(given.h.beta1), n(given.h.beta2)];
  const [eta, epsilon] = [n(given.h.learningRate), n(given.h.epsilon)];
  let [m, h] = [zeros(given), zeros(given)];
  return points(given, (theta) => {
    const g = given.gradient(theta);
    m = each((mi, gi) => beta1 * mi + (1 - beta1) * gi, m, g);
    h = each((hi, gi) => beta * hi + (1 - beta) * gi ** 2, h, g);
    return each((x, mi, hi) => x - eta * (mi / Math.max(hi, epsilon)), theta, m, h);
  });
};

const newton: Literal = (given) =>
  points(given, (x) => {
    const H: Numbers = inverse(given.hessian(x));
    const [g1, g2] = given.gradient(x);
    return [x[0] - (H[0] * g1 + H[1] * g2), x[1] - (H[2] * g1 + H[3] * g2)];
  });

/** By optimizer and lecture, in the order of the forms. */
export const LITERAL: Readonly<Record<string, Readonly<Record<string, readonly Literal[]>>>> = {
  sgd: {
    Memphis: [descent, descent],
    Erlangen: [descent, descent],
    Optimizers: [descent, descent],
    Westlake: [descent, descent],
  },
  momentum: {
    Memphis: [velocity],
    Erlangen: [velocity],
    Optimizers: [velocity],
    Westlake: [momentum(() => 1), momentum((beta) => 1 - beta)],
  },
  nesterov: {
    Memphis: [nagMemphis],
    Erlangen: [nagLookAhead, nagRewritten],
    Optimizers: [nagLookAhead],
  },
  adagrad: {
    Memphis: [scaled(outside, false), scaled(inside, false)],
    Erlangen: [scaled(outside, false)],
    Optimizers: [scaled(outside, false), scaled(outside, false)],
    Westlake: [scaled(bare, false)],
  },
  rmsprop: {
    Memphis: [scaled(outside, true)],
    Erlangen: [scaled(outside, true)],
    Optimizers: [scaled(inside, true), scaled(outside, true)],
    Westlake: [scaled(bare, true)],
  },
  adadelta: { Memphis: [scaled(inside, true)], Erlangen: [adadeltaErlangen] },
  adam: {
    Memphis: [adam({ root: inside, corrected: false }), adam({ root: outside, corrected: true })],
    Erlangen: [adam({ root: inside, corrected: true })],
    Optimizers: [adam({ root: outside, corrected: true }), adam({ root: outside, corrected: false })],
    Westlake: [adam({ root: inside, corrected: false }), adam({ root: bare, corrected: false })],
  },
  adamw: {
    // Line 12, with w = ηλ.
    Memphis: [adam({ root: outside, corrected: true, decay: (h) => n(h.learningRate) * n(h.weightDecay) })],
    // Eq. (11), with 2λ in λ's place.
    Westlake: [
      adam({ root: outside, corrected: true, decay: (h) => 2 * n(h.learningRate) * (n(h.weightDecay) / 2) }),
    ],
  },
  amsgrad: { Erlangen: [adam({ root: outside, corrected: false, keep: Math.max })] },
  signsgd: { Westlake: [signs] },
  sophia: { Memphis: [sophiaMemphis] },
  newton: { Memphis: [newton], Erlangen: [newton], Westlake: [newton, newton] },
};
