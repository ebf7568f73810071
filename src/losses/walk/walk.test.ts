import { expect, test } from 'vitest';
import { roundsTo } from '../../reading/printNumber.ts';
import { cleared, printEquation } from './printEquation.ts';
import { surprise, surpriseCurve } from './surprise.ts';
import { initialLoss, readSoftmax } from './softmaxReading.ts';
import { lossOfWalk, printWalk, softmaxWalk } from './softmaxWalk.ts';

const SLIDE = [3.2, 5.1, -1.7];

test('the slide’s scores give the slide’s exponentials and probabilities', () => {
  const { exponentials, probabilities, sum } = softmaxWalk(SLIDE, 'as-printed');
  expect(exponentials.map((x) => x.toFixed(2))).toEqual(['24.53', '164.02', '0.18']);
  expect(probabilities.map((x) => x.toFixed(2))).toEqual(['0.13', '0.87', '0.00']);
  expect(sum).toBeCloseTo(188.74, 2);
});

test('the true class’s loss is 0.1404 in natural logarithms, by both ways', () => {
  for (const way of ['as-printed', 'stable'] as const)
    expect(lossOfWalk(softmaxWalk(SLIDE, way), 1).toFixed(4)).toBe('0.1404');
});

test('scores of ±1000 break the printed way down and leave the stable one whole', () => {
  const printed = softmaxWalk([1000, -1000, 3], 'as-printed');
  expect(printed.exponentials).toEqual([Number.POSITIVE_INFINITY, 0, Math.exp(3)]);
  expect(printed.probabilities[0]).toBeNaN();
  expect(lossOfWalk(printed, 0)).toBeNaN();
  expect(lossOfWalk(printed, 1)).toBe(Number.POSITIVE_INFINITY);
  const stable = softmaxWalk([1000, -1000, 3], 'stable');
  expect(stable.probabilities).toEqual([1, 0, 0]);
  expect(lossOfWalk(stable, 1)).toBe(2000);
  expect(lossOfWalk(stable, 0)).toBe(0);
});

test('scores that are all far below 0 leave nothing to divide by, except by the stable way', () => {
  expect(lossOfWalk(softmaxWalk([-800, -801], 'as-printed'), 0)).toBeNaN();
  expect(softmaxWalk([-800, -801], 'stable').probabilities[0]).toBeCloseTo(0.7311, 4);
});

test('a shift is shown in decimal, without the rest that float64 leaves', () => {
  expect(softmaxWalk(SLIDE, 'stable').exponents).toEqual([-1.9, 0, -6.8]);
  expect(cleared(0.1 + 0.2)).toBe(0.3);
});

test('who divides the printed exponentials gets the printed probabilities, and their logarithm the printed loss', () => {
  const walk = softmaxWalk(SLIDE, 'as-printed');
  const { exponentials, sum, probabilities, divides, ends } = printWalk(walk, 1, 'ln');
  expect([divides, ends]).toEqual([true, true]);
  expect(exponentials.map(({ mantissa }) => mantissa)).toEqual(['24.53', '164.0', '0.1827']);
  expect(sum.mantissa).toBe('188.7');
  expect(probabilities.map(({ mantissa }) => mantissa)).toEqual(['0.130', '0.869', '0.000968']);
  expect((-Math.log(0.869)).toFixed(3)).toBe('0.140');
});

test('a probability near 1 is printed with the digits that its logarithm needs', () => {
  const walk = softmaxWalk([9, 0], 'as-printed');
  const loss = lossOfWalk(walk, 0);
  const { probabilities } = printWalk(walk, 0, 'ln');
  expect(probabilities[0].mantissa).toBe('0.999877');
  expect((-Math.log(0.999877)).toExponential(2)).toBe(loss.toExponential(2));
});

test('a line takes the fewest digits that hold, and says where none do', () => {
  const product = printEquation(0.0486 * 3.1719, [0.0486, 3.1719], ([a, b]) => a * b);
  expect(product.relation).toBe('=');
  expect(roundsTo(product.inputs[0].value * product.inputs[1].value, product.left, 3)).toBe(true);
  const cancelled = printEquation(1e-12, [1 + 1e-12, 1], ([a, b]) => a - b);
  expect(cancelled.relation).toBe('≈');
});

test('the last line comes to the printed loss in every logarithm, by both ways', () => {
  for (const way of ['as-printed', 'stable'] as const)
    for (const logarithm of ['ln', 'log2', 'log10'] as const) {
      const { ends, loss } = printWalk(softmaxWalk(SLIDE, way), 1, logarithm);
      expect(ends).toBe(true);
      expect(loss.mantissa).toBe({ ln: '0.140', log2: '0.202', log10: '0.0610' }[logarithm]);
    }
});

test('the engine’s loss is that of both ways, and its gradient that of central differences', () => {
  const { loss, gradient, differences, apart } = readSoftmax(SLIDE, 1);
  for (const way of ['as-printed', 'stable'] as const)
    expect(lossOfWalk(softmaxWalk(SLIDE, way), 1)).toBeCloseTo(loss, 14);
  const { probabilities } = softmaxWalk(SLIDE, 'as-printed');
  for (const [k, p] of probabilities.entries()) expect(gradient[k]).toBeCloseTo(k === 1 ? p - 1 : p, 14);
  expect(apart).toBeLessThan(1e-8);
  expect(differences).toHaveLength(3);
});

test('the engine keeps scores of ±1000 finite', () => {
  const { loss, gradient } = readSoftmax([1000, -1000, 3], 1);
  expect(loss).toBe(2000);
  expect(gradient).toEqual([1, -1, 0]);
});

test('−ln p is 0 for a sure thing and ∞ for what cannot be', () => {
  expect(surprise(0.87)).toBeCloseTo(0.13926206733350766, 15);
  const curve = surpriseCurve(1);
  expect(curve[0]).toEqual([0, Number.POSITIVE_INFINITY]);
  expect(curve.at(-1)).toEqual([1, 0]);
  expect(surpriseCurve(0)[100][1]).toBeCloseTo(Math.LN2, 15);
});

test('equal scores of ten classes cost ln 10, which is 2.30', () => {
  expect(initialLoss(10)).toBeCloseTo(Math.LN10, 14);
  expect(readSoftmax([7, 7, 7], 2).loss).toBeCloseTo(initialLoss(3), 14);
});
