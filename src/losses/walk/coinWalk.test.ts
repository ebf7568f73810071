import { expect, test } from 'vitest';
import {
  categoricalOf,
  coinCurves,
  countFlips,
  likelihoodOf,
  lossTop,
  mostLikely,
  negativeLogOf,
} from './coinWalk.ts';

const FLIPS = [1, 0, 0, 1, 0, 0, 1, 0, 1, 0];

test('ten flips with four heads have likelihood p⁴(1 − p)⁶', () => {
  const flips = countFlips(FLIPS);
  expect(flips).toEqual({ heads: 4, tails: 6 });
  expect(likelihoodOf(0.3, flips)).toBeCloseTo(0.0009529569, 12);
  expect(negativeLogOf(0.3, flips)).toBeCloseTo(-Math.log(0.0009529569), 12);
});

test('the likelihood is greatest, and its negative logarithm least, at the part of heads', () => {
  const flips = { heads: 3, tails: 5 };
  expect(mostLikely(flips)).toBe(0.375);
  const { p, likelihoods, losses } = coinCurves(flips);
  expect(p[likelihoods.indexOf(Math.max(...likelihoods))]).toBe(0.375);
  expect(p[losses.indexOf(Math.min(...losses))]).toBe(0.375);
});

test('a coin that cannot show what was seen has likelihood 0 and loss ∞', () => {
  for (const p of [0, 1]) {
    expect(likelihoodOf(p, { heads: 4, tails: 6 })).toBe(0);
    expect(negativeLogOf(p, { heads: 4, tails: 6 })).toBe(Number.POSITIVE_INFINITY);
  }
});

test('a face that was not seen asks nothing of the coin', () => {
  expect(likelihoodOf(1, { heads: 5, tails: 0 })).toBe(1);
  expect(negativeLogOf(1, { heads: 5, tails: 0 })).toBe(0);
  expect(negativeLogOf(0, { heads: 0, tails: 3 })).toBe(0);
});

test('the chart of the loss has room for what it comes to near both ends', () => {
  const flips = { heads: 4, tails: 6 };
  expect(lossTop(flips)).toBeCloseTo(-4 * Math.log(0.96) - 6 * Math.log(0.04), 10);
});

test('Erlangen’s coin shows tails with probability 0.7', () => {
  expect(categoricalOf(0.3, 'tails')).toBe(0.7);
  expect(categoricalOf(0.3, 'heads')).toBe(0.3);
});
