import { expect, test } from 'vitest';
import { slopeOf, spreadScale } from './spreadScale.ts';

const SIZES = [1, 4, 16, 64, 256];
const law = (c: number) => SIZES.map((batchSize) => ({ batchSize, spread: c / Math.sqrt(batchSize) }));

test('equal factors are equal ways, and all lies within the chart', () => {
  const { at } = spreadScale(law(0.37), SIZES);
  const places = law(0.37).map(({ batchSize, spread }) => at(batchSize, spread));
  for (let i = 2; i < places.length; i++) {
    expect(places[i].x - places[i - 1].x).toBeCloseTo(places[1].x - places[0].x, 14);
    expect(places[i].y - places[i - 1].y).toBeCloseTo(places[1].y - places[0].y, 14);
  }
  for (const { x, y } of places) {
    expect(Math.min(x, y)).toBeGreaterThan(0);
    expect(Math.max(x, y)).toBeLessThan(1);
  }
  expect(places[4].y).toBeGreaterThan(places[0].y);
});

test('rules are at round spreads, five of them at most', () => {
  expect(spreadScale(law(0.37), SIZES).ticks).toEqual([0.05, 0.1, 0.2]);
  const wide = [
    { batchSize: 1, spread: 3e4 },
    { batchSize: 256, spread: 2e-7 },
  ];
  const { ticks } = spreadScale(wide, SIZES);
  expect(ticks.length).toBeGreaterThan(1);
  expect(ticks.length).toBeLessThanOrEqual(5);
});

test('the slope is that of the points, and −½ where they follow the law', () => {
  expect(slopeOf(law(0.37))).toBeCloseTo(-0.5, 14);
  expect(slopeOf([1, 64].map((batchSize) => ({ batchSize, spread: 5 / batchSize ** 0.25 })))).toBeCloseTo(
    -0.25,
    14,
  );
});
