import { describe, expect, test } from 'vitest';
import { LOSSES, type LossId } from '../../losses/registry.ts';
import { sampleLoss } from './sampleLoss.ts';

/** Value, slope and curvature of one sample. */
function at(loss: LossId, score: number, target: number, parameters = {}) {
  const kernel = sampleLoss(loss, parameters);
  const [s, y] = [Float64Array.of(score), kernel.targetsFrom(Float64Array.of(target))];
  const out = new Float64Array(3);
  kernel.values(s, y, out, 1);
  kernel.slopes(s, y, out.subarray(1), 1);
  kernel.curvatures(s, y, out.subarray(2), 1);
  return [...out];
}

const SCORES = [-30, -2.5, -0.3, 0.7, 1.9, 30];
const sigmoid = (s: number) => 1 / (1 + Math.exp(-s));

describe('of two classes', () => {
  const ofScores = (loss: LossId, score: number, target: number) => {
    const kernel = LOSSES[loss].vector!({});
    const [prediction, truth] = [Float64Array.of(0, score), Float64Array.of(target > 0 ? 1 : 0)];
    const gradient = new Float64Array(2);
    const hessian = new Float64Array(4);
    kernel.gradient(prediction, truth, gradient);
    kernel.hessian(prediction, truth, hessian);
    return [kernel.value(prediction, truth), gradient[1], hessian[3]];
  };

  test.each<LossId>(['softmax-cross-entropy', 'multiclass-hinge'])(
    '%s is that of the scores (0, s) and of the second class',
    (loss) => {
      for (const score of SCORES)
        for (const target of [-1, 1]) {
          const expected = ofScores(loss, score, target);
          at(loss, score, target).forEach((part, k) => expect(part).toBeCloseTo(expected[k], 13));
        }
    },
  );

  test.each<LossId>(['kl-divergence', 'cross-entropy'])(
    '%s is that of (1 − p, p) and a target with all on one class',
    (loss) => {
      for (const score of SCORES.slice(1, 5))
        for (const target of [-1, 1]) {
          const p = sigmoid(score);
          const [prediction, truth] = [
            Float64Array.of(1 - p, p),
            target > 0 ? Float64Array.of(0, 1) : Float64Array.of(1, 0),
          ];
          const kernel = LOSSES[loss].vector!({});
          const gradient = new Float64Array(2);
          kernel.gradient(prediction, truth, gradient);
          const [value, slope] = at(loss, score, target);
          expect(value).toBeCloseTo(kernel.value(prediction, truth), 13);
          // The chain rule: dq/ds is (−p(1 − p), p(1 − p)).
          expect(slope).toBeCloseTo((gradient[1] - gradient[0]) * p * (1 - p), 13);
        }
    },
  );
});

describe('binary cross-entropy of a probability', () => {
  test('is ∞ where the probability of the wrong label rounds to 1, and a score is not', () => {
    expect(at('binary-cross-entropy', 40, -1).slice(0, 2)).toEqual([Number.POSITIVE_INFINITY, 1]);
    expect(at('binary-cross-entropy', -800, 1).slice(0, 2)).toEqual([Number.POSITIVE_INFINITY, -1]);
    expect(at('sigmoid-cross-entropy', 40, -1)[0]).toBe(40);
    expect(at('binary-cross-entropy', 40, 1)[0]).toBe(0);
  });

  test('has the slope p − y', () => {
    for (const score of SCORES) {
      expect(at('binary-cross-entropy', score, 1)[1]).toBeCloseTo(sigmoid(score) - 1, 15);
      expect(at('binary-cross-entropy', score, -1)[1]).toBeCloseTo(sigmoid(score), 15);
    }
  });
});

test.each<LossId>(['binary-cross-entropy', 'sigmoid-cross-entropy', 'focal'])(
  '%s has values and slopes at once as one after the other, bit for bit',
  (loss) => {
    const kernel = sampleLoss(loss, { gamma: 1.7 });
    const scores = Float64Array.from([...SCORES, 0, -0, 40, -40, 745, -800, 5e-324], (s) => s);
    const count = scores.length;
    for (const target of [-1, 1]) {
      const labels = kernel.targetsFrom(new Float64Array(count).fill(target));
      const [values, slopes, bothValues, bothSlopes] = [0, 0, 0, 0].map(() => new Float64Array(count));
      kernel.values(scores, labels, values, count);
      kernel.slopes(scores, labels, slopes, count);
      kernel.valuesAndSlopes!(scores, labels, bothValues, bothSlopes, count);
      expect(bothValues).toEqual(values);
      expect(bothSlopes).toEqual(slopes);
    }
  },
);

test('a loss of a probability is finite up to the score that it states, and not far beyond', () => {
  for (const loss of ['binary-cross-entropy', 'kl-divergence', 'cross-entropy'] as const) {
    const { finiteUpTo } = sampleLoss(loss, {});
    for (const target of [-1, 1])
      for (const score of [-finiteUpTo, finiteUpTo])
        expect(at(loss, score, target)[0]).toBeLessThan(Number.POSITIVE_INFINITY);
    expect(at(loss, 1.05 * finiteUpTo, -1)[0]).toBe(Number.POSITIVE_INFINITY);
  }
});

test('a loss without a score is not one of samples', () => {
  expect(() => sampleLoss('entropy', {})).toThrow(RangeError);
});
