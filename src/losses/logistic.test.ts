import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sigmoid, sigmoidMinus } from './logistic.ts';

const score = fc.oneof(fc.double({ noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }));

test('σ(s) − y is σ(s) for the label 0 and −σ(−s) for the label 1, bit for bit', () => {
  fc.assert(
    fc.property(score, (s) => {
      expect(sigmoidMinus(s, 0)).toBe(sigmoid(s));
      expect(sigmoidMinus(s, 1)).toBe(-sigmoid(-s));
    }),
    { numRuns: 2000 },
  );
});

test('σ(s) − y has its digits where it is small', () => {
  // 1/(1 + e^{40}) and, by hand, e^{−700} to its leading digits.
  expect(sigmoidMinus(40, 1) * -(1 + Math.exp(40))).toBeCloseTo(1, 14);
  expect(sigmoidMinus(-700, 0) / 9.85967654375977e-305).toBeCloseTo(1, 12);
  expect(sigmoidMinus(0, 0)).toBe(0.5);
  expect(sigmoidMinus(0, 1)).toBe(-0.5);
});
