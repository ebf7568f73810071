import { expect, test } from 'vitest';
import { at, expectSame } from './evaluated.ts';

// Losses at the ends of the numbers: tiny, huge and infinite.

const EPS = Number.EPSILON;

test.each([40, 120.5, 700])('what is easy by %d is tiny, with all its digits', (z) => {
  const tiny = Math.exp(-z);
  for (const [y, s] of [
    [1, z],
    [0, -z],
  ]) {
    const { value, gradient, hessian } = at('sigmoid-cross-entropy', s, y);
    expectSame(value, tiny);
    expectSame(gradient[0], y === 1 ? -tiny : tiny);
    expectSame(hessian[0], tiny);
  }
  const softmaxed = at('softmax-cross-entropy', [3, 3 + z, -1e4], 1);
  expectSame(softmaxed.value, Math.exp(3 - (3 + z)));
  expectSame(softmaxed.gradient[1], -Math.exp(3 - (3 + z)));
});

test.each([0, 0.5, 1, 2, 3.7])('focal with γ = %d is e to the −(γ + 1)z where it is easy', (gamma) => {
  for (const z of [40, 100]) {
    const { value, gradient, hessian } = at('focal', z, 1, { gamma });
    const q = Math.exp(-z);
    expectSame(value, q ** gamma * q, 32);
    expectSame(gradient[0], -(gamma + 1) * (q ** gamma * q), 32);
    expectSame(hessian[0], (gamma + 1) ** 2 * (q ** gamma * q), 32);
  }
});

test.each([0, 0.5, 2, 5, 11.3])(
  'focal with γ = %d is |s| where it is wrong by far, and 0 where right',
  (gamma) => {
    for (const s of [800, 1000, 1e9, 1e300]) {
      expect(at('focal', -s, 1, { gamma })).toEqual({ value: s, gradient: [-1], hessian: [0] });
      expect(at('focal', s, 0, { gamma })).toEqual({ value: s, gradient: [1], hessian: [0] });
      const right = at('focal', s, 1, { gamma });
      expect([right.value, right.gradient[0] + 0, right.hessian[0]]).toEqual([0, 0, 0]);
    }
  },
);

test('a probability of 0 for what is true costs ∞', () => {
  expect(at('binary-cross-entropy', 0, 1)).toEqual({
    value: Infinity,
    gradient: [-Infinity],
    hessian: [Infinity],
  });
  expect(at('binary-cross-entropy', 1, 0)).toEqual({
    value: Infinity,
    gradient: [Infinity],
    hessian: [Infinity],
  });
  for (const id of ['cross-entropy', 'kl-divergence'] as const) {
    const { value, gradient } = at(id, [0, 1], [0.5, 0.5]);
    expect([value, ...gradient]).toEqual([Infinity, -Infinity, -0.5]);
  }
});

test('a sure and right probability costs 0', () => {
  expect([at('binary-cross-entropy', 1, 1), at('binary-cross-entropy', 0, 0)]).toEqual([
    { value: 0, gradient: [-1], hessian: [1] },
    { value: 0, gradient: [1], hessian: [1] },
  ]);
  expect(at('cross-entropy', [1, 0], [1, 0]).value).toBe(0);
  expect(at('kl-divergence', [1, 0], [1, 0]).value).toBe(0);
});

test('tiny probabilities have their logarithm', () => {
  expectSame(at('cross-entropy', [1e-310, 1], [1, 0]).value, 310 * Math.LN10, 1e6);
  expectSame(at('binary-cross-entropy', 1e-300, 1).value, 300 * Math.LN10);
  expectSame(at('binary-cross-entropy', 1e-20, 0).value, 1e-20);
  expectSame(at('kl-divergence', [1e-300, 1], [0.5, 0.5]).value, 150 * Math.LN10 - Math.LN2, 16);
});

test('the divergence of neighbours is not lost in rounding', () => {
  const p = [0.3, 0.7];
  const d = 1e-6 / 3;
  const q = [0.3 + d, 0.7 - d];
  // −p ln(1 + x) with x = (q − p)/p, as a series; its first term is what the two differ by, exactly.
  const expected = p.reduce(
    (sum, one, k) => {
      const x = (q[k] - one) / one;
      return sum + one * (x ** 2 / 2 - x ** 3 / 3 + x ** 4 / 4);
    },
    p[0] - q[0] + (p[1] - q[1]),
  );
  const { value } = at('kl-divergence', q, p);
  // Each of its two terms is of size d, and rounded.
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(4 * EPS * d);
});
