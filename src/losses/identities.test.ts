import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sigmoid } from './logistic.ts';
import { at, expectSame } from './evaluated.ts';
import { even, REPEATABLE } from './lossArbitrary.ts';
import { softmax } from './softmaxCrossEntropy.ts';

// What is known of losses from elsewhere: which of them are the same, and what they come to by hand.

const EPS = Number.EPSILON;
const { LN2, PI } = Math;
const score = fc.oneof(even(-12, 12), even(-760, 760), fc.constantFrom(0, 800, -800, 1000, -1000));
const label = fc.constantFrom(0, 1);
const sign = fc.constantFrom(-1, 1);
const shares = fc.array(even(0.01, 1), { minLength: 4, maxLength: 4 }).map((weights) => {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((one) => one / sum);
});

describe('the same loss in two forms', () => {
  test('focal with γ = 0 is sigmoid cross-entropy', () => {
    fc.assert(
      fc.property(score, label, (s, y) => {
        const focal = at('focal', s, y, { gamma: 0 });
        const sigmoidal = at('sigmoid-cross-entropy', s, y);
        expect([focal.value, focal.gradient]).toEqual([sigmoidal.value, sigmoidal.gradient]);
        expectSame(focal.hessian[0], sigmoidal.hessian[0]);
      }),
      REPEATABLE,
    );
  });

  test('sigmoid cross-entropy is binary cross-entropy of the sigmoid', () => {
    fc.assert(
      fc.property(even(-30, 30), label, (s, y) => {
        const p = sigmoid(s);
        const { value, gradient } = at('sigmoid-cross-entropy', s, y);
        const onProbability = at('binary-cross-entropy', p, y);
        // 1 − p has lost digits where p is near 1.
        const lost = EPS / Math.min(p, 1 - p);
        expect(Math.abs(onProbability.value - value)).toBeLessThanOrEqual(4 * (EPS * value + lost));
        expect(Math.abs(onProbability.gradient[0] * p * (1 - p) - gradient[0])).toBeLessThanOrEqual(8 * EPS);
      }),
      REPEATABLE,
    );
  });

  test('softmax cross-entropy of two classes is sigmoid cross-entropy of the difference', () => {
    fc.assert(
      fc.property(even(-400, 400), even(-400, 400), label, (a, b, y) => {
        const two = at('softmax-cross-entropy', [a, b], y);
        const one = at('sigmoid-cross-entropy', b - a, y);
        expectSame(two.value, one.value);
        expectSame(two.gradient[1], one.gradient[0]);
        expect(two.gradient[0]).toBe(-two.gradient[1]);
        two.hessian.forEach((h, k) => expectSame(h, (k === 0 || k === 3 ? 1 : -1) * one.hessian[0]));
      }),
      REPEATABLE,
    );
  });

  test('softmax cross-entropy is cross-entropy of the softmax, with gradient ŷ − y', () => {
    fc.assert(
      fc.property(fc.array(even(-8, 8), { minLength: 4, maxLength: 4 }), fc.nat(3), (scores, c) => {
        const y = [0, 1, 2, 3].map((k) => Number(k === c));
        const p = [...softmax(Float64Array.from(scores), new Float64Array(4))];
        const { value, gradient } = at('softmax-cross-entropy', scores, c);
        expect(Math.abs(at('cross-entropy', p, y).value - value)).toBeLessThanOrEqual(16 * EPS * (1 + value));
        gradient.forEach((g, k) => expect(Math.abs(g - (p[k] - y[k]))).toBeLessThanOrEqual(4 * EPS));
      }),
      REPEATABLE,
    );
  });

  test('hinge is the multi-class hinge of the scores 0 and s', () => {
    fc.assert(
      fc.property(score, sign, (s, y) => {
        const { value, gradient } = at('multiclass-hinge', [0, s], y === 1 ? 1 : 0);
        expect(value).toBe(at('hinge', s, y).value);
        expect(gradient[1] + 0).toBe(at('hinge', s, y).gradient[0] + 0);
      }),
      REPEATABLE,
    );
  });

  test('squared hinge is the square of hinge', () => {
    fc.assert(
      fc.property(even(-12, 12), sign, (s, y) => {
        const hinge = at('hinge', s, y);
        const squared = at('squared-hinge', s, y);
        expect(squared.value).toBe(hinge.value ** 2);
        expect(Math.abs(squared.gradient[0] - 2 * hinge.value * hinge.gradient[0])).toBeLessThanOrEqual(
          64 * EPS,
        );
      }),
      REPEATABLE,
    );
  });

  test('the SVM is γ times the hinges of its samples, plus L2', () => {
    const three = fc.tuple(even(-2, 2), even(-2, 2), even(-2, 2));
    fc.assert(
      fc.property(
        three,
        fc.array(fc.tuple(three, sign), { maxLength: 4 }),
        even(0.1, 5),
        (w, samples, gamma) => {
          const expected = { value: 0, gradient: [...w] };
          for (const x of w) expected.value += 0.5 * x * x;
          for (const [x, y] of samples) {
            const hinge = at(
              'hinge',
              w.reduce((sum, wi, i) => sum + wi * x[i], 0),
              y,
            );
            expected.value += gamma * hinge.value;
            x.forEach((xi, i) => (expected.gradient[i] += gamma * hinge.gradient[0] * xi));
          }
          const rows = samples.flatMap(([x, y]) => [...x, y]);
          const svm = at('svm', w, rows, { gamma });
          expect(svm.value).toBeCloseTo(expected.value, 11);
          svm.gradient.forEach((g, i) => expect(g).toBeCloseTo(expected.gradient[i], 11));
        },
      ),
      REPEATABLE,
    );
  });

  test('the Gaussian at precision 1, less ½ ln 2π, is squared error; at β it is β times as much, less ½ ln β', () => {
    fc.assert(
      fc.property(even(-9, 9), even(-9, 9), even(0.1, 10), (p, y, precision) => {
        const squared = at('squared-error', p, y);
        const gaussian = (beta: number) => at('gaussian-nll', p, y, { precision: beta });
        expect(gaussian(1).value - 0.5 * Math.log(2 * PI)).toBeCloseTo(squared.value, 12);
        expect(gaussian(1).gradient).toEqual(squared.gradient);
        const constant = 0.5 * Math.log(2 * PI) - 0.5 * Math.log(precision);
        expect(gaussian(precision).value - constant).toBeCloseTo(precision * squared.value, 10);
      }),
      REPEATABLE,
    );
  });

  test('−ln of the likelihoods are the cross-entropies', () => {
    fc.assert(
      fc.property(even(0.01, 0.99), label, (p, y) => {
        const { value } = at('binary-cross-entropy', p, y);
        expect(-Math.log(at('bernoulli-likelihood', p, y).value)).toBeCloseTo(value, 12);
      }),
      REPEATABLE,
    );
    fc.assert(
      fc.property(shares, shares, (p, y) => {
        const { value } = at('cross-entropy', p, y);
        expect(-Math.log(at('categorical-likelihood', p, y).value)).toBeCloseTo(value, 12);
      }),
      REPEATABLE,
    );
  });

  test('KL divergence is cross-entropy less the entropy of the truth, and 0 only between equals', () => {
    fc.assert(
      fc.property(shares, shares, (q, p) => {
        const { value, gradient } = at('kl-divergence', q, p);
        expect(value).toBeCloseTo(at('cross-entropy', q, p).value - at('entropy', p).value, 12);
        expect(gradient).toEqual(at('cross-entropy', q, p).gradient);
        expect(at('kl-divergence', p, p).value).toBe(0);
      }),
      REPEATABLE,
    );
  });
});

describe('worked by hand', () => {
  test.each([2, 3, 10, 1000])('softmax cross-entropy at %d equal scores is ln C', (C) => {
    for (const s of [0, -3.7, 900])
      expectSame(at('softmax-cross-entropy', Array<number>(C).fill(s), 1).value, Math.log(C));
  });

  test('Memphis’s cat, car and frog', () => {
    const { value } = at('softmax-cross-entropy', [3.2, 5.1, -1.7], 1);
    expect(value.toFixed(4)).toBe('0.1404');
    const p = softmax(Float64Array.of(3.2, 5.1, -1.7), new Float64Array(3));
    expect([...p].map((one) => one.toFixed(2))).toEqual(['0.13', '0.87', '0.00']);
  });

  test('Erlangen’s coin', () => {
    expect(at('categorical-likelihood', [0.3, 0.7], [0, 1])).toEqual({
      value: 0.7,
      gradient: [0, 1],
      hessian: [0, 0, 0, 0],
    });
  });

  test('a score of 0 is class 1 to zero-one', () => {
    expect([1, -1].map((y) => at('zero-one', 0, y).value)).toEqual([0, 1]);
  });

  test('entropy is greatest, ln C, where all are equal, and 0 where one is sure', () => {
    expectSame(at('entropy', [0.25, 0.25, 0.25, 0.25]).value, 2 * LN2);
    expect(at('entropy', [0, 1, 0]).value).toBe(0);
    fc.assert(
      fc.property(shares, (p) => {
        expect(at('entropy', p).value).toBeLessThanOrEqual(2 * LN2 * (1 + EPS));
      }),
      REPEATABLE,
    );
  });

  test('focal turns away from the easy: at p = 0.9, γ = 2 it is a hundredth of cross-entropy', () => {
    const s = Math.log(9);
    expectSame(at('focal', s, 1, { gamma: 2 }).value, at('sigmoid-cross-entropy', s, 1).value / 100, 32);
  });

  test('focal with γ = 2 is not convex', () => {
    expect(at('focal', -3, 1, { gamma: 2 }).hessian[0]).toBeLessThan(0);
    expect(at('focal', 1, 1, { gamma: 2 }).hessian[0]).toBeGreaterThan(0);
  });

  test('of the multi-class hinge the right class is pulled by all that come within 1', () => {
    expect(at('multiclass-hinge', [1.5, 1, 0.5, -2], 0)).toEqual({
      value: 0.5,
      gradient: [-1, 1, 0, 0],
      hessian: Array<number>(16).fill(0),
    });
  });
});
