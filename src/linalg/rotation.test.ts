import { expect, test } from 'vitest';
import { rotationBy } from './rotation.ts';

test('a turn by 30 degrees has cosine √3/2 and sine 1/2', () => {
  expect(rotationBy(30).cos).toBeCloseTo(Math.sqrt(3) / 2, 15);
  expect(rotationBy(30).sin).toBeCloseTo(0.5, 15);
});

test('turns by −30 and 330 degrees are the same', () => {
  expect(rotationBy(-30)).toEqual(rotationBy(330));
});

test.each([
  [0, 1, 0],
  [90, 0, 1],
  [-180, -1, 0],
  [270, 0, -1],
  [720, 1, 0],
])('the turn by %d degrees is exact', (degrees, cos, sin) => {
  expect(rotationBy(degrees)).toEqual({ cos, sin });
});
