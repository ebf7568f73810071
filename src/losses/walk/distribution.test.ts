import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributionOf, ofLength, withEntry, withOneMore, withoutLast } from './distribution.ts';
import { readDivergence } from './divergenceTerms.ts';

const thousandths = (distribution: readonly number[]) => distribution.map((x) => Math.round(x * 1000));
const total = (distribution: readonly number[]) => thousandths(distribution).reduce((sum, n) => sum + n, 0);

test('weights become shares in thousandths', () => {
  expect(distributionOf([6, 3, 1])).toEqual([0.6, 0.3, 0.1]);
  expect(distributionOf([1, 1, 1])).toEqual([0.334, 0.333, 0.333]);
  expect(distributionOf([0, 0])).toEqual([0.5, 0.5]);
});

test('another entry leaves the others their shares', () => {
  expect(withEntry([0.6, 0.3, 0.1], 0, 0.2)).toEqual([0.2, 0.6, 0.2]);
  expect(withEntry([0.6, 0.3, 0.1], 2, 0)).toEqual([0.667, 0.333, 0]);
  expect(withEntry([0.6, 0.3, 0.1], 1, 1)).toEqual([0, 1, 0]);
  expect(withEntry([0, 1, 0], 1, 0.4)).toEqual([0.3, 0.4, 0.3]);
  expect(withEntry([0.6, 0.4], 0, 7)).toEqual([1, 0]);
});

test('entries come and go at the end', () => {
  expect(withOneMore([0.6, 0.3, 0.1])).toEqual([0.45, 0.225, 0.075, 0.25]);
  expect(withoutLast([0.45, 0.225, 0.075, 0.25])).toEqual([0.6, 0.3, 0.1]);
  expect(ofLength([0.5, 0.5], 3)).toEqual([0.5, 0.5, 0]);
});

test('whatever is dragged, the entry is what was asked for and all add up to 1', () => {
  const entry = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 2, maxLength: 6 }), fc.nat(5), entry, (weights, at, value) => {
      const k = at % weights.length;
      const moved = withEntry(distributionOf(weights), k, value);
      expect(total(moved)).toBe(1000);
      expect(moved.every((x) => x >= 0)).toBe(true);
      expect(thousandths(moved)[k]).toBe(Math.round(value * 1000));
    }),
  );
});

test('terms of the divergence may be negative, and are ∞ where only the prediction is 0', () => {
  const [first, second] = readDivergence([0.6, 0.4], [0.3, 0.7]).terms;
  expect(first).toBeCloseTo(0.6 * Math.LN2, 14);
  expect(second).toBeLessThan(0);
  expect(readDivergence([0.5, 0, 0.5], [0.5, 0.5, 0]).terms).toEqual([0, 0, Number.POSITIVE_INFINITY]);
  expect(readDivergence([0, 1], [0, 1]).terms).toEqual([0, 0]);
});

test('cross-entropy is entropy plus divergence, which is never negative and 0 only between equals', () => {
  const entry = fc.integer({ min: 1, max: 1000 });
  const pair = fc.integer({ min: 2, max: 6 }).chain((n) => {
    const weights = fc.array(entry, { minLength: n, maxLength: n });
    return fc.tuple(weights, weights);
  });
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const [p, q] = [distributionOf(a), distributionOf(b)];
      if (q.includes(0)) return;
      const { crossEntropy, entropy, divergence, terms } = readDivergence(p, q);
      expect(crossEntropy - entropy).toBeCloseTo(divergence, 12);
      expect(terms.reduce((sum, term) => sum + term, 0)).toBeCloseTo(divergence, 12);
      const isSame = p.every((x, k) => x === q[k]);
      if (isSame) expect(divergence).toBe(0);
      else expect(divergence).toBeGreaterThan(0);
    }),
  );
});

test('a prediction that excludes what happens costs ∞, and not the other way round', () => {
  const there = readDivergence([0.5, 0.5], [1, 0]);
  expect([there.crossEntropy, there.divergence]).toEqual([
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
  expect(there.entropy).toBeCloseTo(Math.LN2, 15);
  expect(readDivergence([1, 0], [0.5, 0.5]).divergence).toBeCloseTo(Math.LN2, 15);
});
