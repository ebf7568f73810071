import { expect, test } from 'vitest';
import { uniform } from '../../../src/random/draws.ts';
import { touchAreas, type HandlePlace } from './touchAreas.ts';

test('handles far apart have a square for a finger, near ones in a row meet half way', () => {
  const xs = [100, 20, 115, 300];
  const areas = touchAreas(xs.map((x) => [x, 7]));
  expect(areas.map(({ x, width }, i) => [xs[i] + x, xs[i] + x + width])).toEqual([
    [78, 107.5],
    [-2, 42],
    [107.5, 137],
    [278, 322],
  ]);
  for (const { y, height } of areas) expect([y, height]).toEqual([-22, 44]);
});

test('one above the other they meet half way up', () => {
  const areas = touchAreas([
    [50, 50],
    [54, 20],
  ]);
  expect(areas).toEqual([
    { x: -22, y: -15, width: 44, height: 37 },
    { x: -22, y: -22, width: 44, height: 37 },
  ]);
});

test('wherever handles are, no two areas lie over each other, and each has its handle', () => {
  for (let seed = 1; seed <= 40; seed++) {
    const places = Array.from({ length: 9 }, (_, i): HandlePlace => [
      300 * uniform(seed, 'data', i, 0),
      120 * uniform(seed, 'data', i, 1),
    ]);
    const boxes = touchAreas(places).map(({ x, y, width, height }, i) => ({
      left: places[i][0] + x,
      right: places[i][0] + x + width,
      top: places[i][1] + y,
      bottom: places[i][1] + y + height,
    }));
    for (const [i, a] of boxes.entries()) {
      const [x, y] = places[i];
      expect(a.left <= x && a.right >= x && a.top <= y && a.bottom >= y).toBe(true);
      for (const b of boxes.slice(i + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        expect(Math.min(across, down)).toBeLessThanOrEqual(1e-9);
      }
    }
  }
});

test('handles at one place share their area', () => {
  const [first, second] = touchAreas([
    [50, 5],
    [50, 5],
    [60, 5],
  ]);
  expect(first).toEqual(second);
  expect(first).toMatchObject({ x: -22, width: 27 });
});
