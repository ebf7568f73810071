import { expect, test } from 'vitest';
import { ease } from './ease.ts';

test('an eased motion begins and ends where it should, and never turns back', () => {
  expect([ease(-0.5), ease(0), ease(1), ease(1.5)]).toEqual([0, 0, 1, 1]);
  const parts = Array.from({ length: 101 }, (_, i) => ease(i / 100));
  for (let i = 1; i <= 100; i++) expect(parts[i]).toBeGreaterThanOrEqual(parts[i - 1]);
});

test('an eased motion sets out fast and comes to rest slowly', () => {
  // cubic-bezier(0.2, 0, 0, 1) at its parameter ½: time 3·0.2/8 + 1/8 = 0.2, way ½.
  expect(ease(0.2)).toBeCloseTo(0.5, 3);
  expect(ease(0.6)).toBeGreaterThan(0.9);
});
