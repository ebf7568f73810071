import { expect, test } from 'vitest';
import { createInkMap } from './inkMap.ts';
import { geometryThrough } from './pathFixture.ts';

test('a box lies on as much ink as paths run through it, and on none beside them', () => {
  const map = createInkMap();
  const across = geometryThrough([
    [-30, 100],
    [600, 100],
  ]);
  map.draw([across], 640, 360);
  const on = map.ink({ x: 200, y: 92, width: 60, height: 18 });
  expect(on).toBeGreaterThan(0.2);
  expect(on).toBeLessThan(0.5);
  expect(map.ink({ x: 200, y: 120, width: 60, height: 18 })).toBe(0);
  // Half of the box lies before the path.
  expect(map.ink({ x: 570, y: 92, width: 60, height: 18 })).toBeCloseTo(on / 2, 1);
  expect(map.ink({ x: 700, y: 92, width: 60, height: 18 })).toBe(0);
});

test('a path that leaves the map and comes back leaves no ink between', () => {
  const map = createInkMap();
  const gone = geometryThrough([
    [100, 30],
    [100, -9000],
    [9000, -9000],
    [9000, 9000],
    [300, 9000],
    [300, 330],
  ]);
  map.draw([gone], 640, 360);
  // From where it left, at the top, to where it comes back, at the foot, no line is drawn.
  expect(map.ink({ x: 120, y: 0, width: 160, height: 360 })).toBe(0);
  expect(map.ink({ x: 90, y: 0, width: 20, height: 20 })).toBeGreaterThan(0);
});

test('what is drawn anew takes the place of what was there', () => {
  const map = createInkMap();
  const path = geometryThrough([
    [10, 10],
    [200, 200],
  ]);
  map.draw([path], 640, 360);
  map.draw([], 640, 360);
  expect(map.ink({ x: 0, y: 0, width: 300, height: 300 })).toBe(0);
});
