import { expect, test } from 'vitest';
import { drawingScale } from './drawingScale.ts';

test.each([
  [100_000, 140, 1000],
  [28_000, 140, 200],
  [140, 140, 1],
  [141, 140, 2],
  [7, 140, 0.05],
  [1.5e-7, 150, 1e-9],
  [3e12, 100, 5e10],
])('an arrow of %d pixels, drawn with %d at most, is drawn %d times shorter', (pixels, most, scale) => {
  expect(drawingScale(pixels, most)).toBe(scale);
});

test('a drawing is never longer than it may be, and never shorter than two fifths of it', () => {
  for (let pixels = 1e-9; pixels < 1e12; pixels *= 1.07) {
    const drawn = pixels / drawingScale(pixels, 140);
    expect(drawn).toBeLessThanOrEqual(140 * (1 + 1e-12));
    expect(drawn).toBeGreaterThan((140 / 2.5) * (1 - 1e-12));
  }
});

test('what has no length is drawn as it is', () => {
  for (const pixels of [0, Number.NaN, Number.POSITIVE_INFINITY]) expect(drawingScale(pixels, 140)).toBe(1);
});
