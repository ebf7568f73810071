import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import type { DrawnHead } from './headPainter.ts';
import { nearestOnPath } from './nearestPath.ts';
import { nearestRun } from './nearestRun.ts';
import type { DrawnRun } from './paintedRun.ts';
import { geometryThrough, HEIGHT, vertices, walks, WIDTH, type Point } from './pathFixture.ts';
import type { PathGeometry } from './pathGeometry.ts';

/** By going through all of the path in small steps. */
function slowDistance(geometry: PathGeometry, [x, y]: Point): number {
  const points = vertices(geometry);
  let least = Number.POSITIVE_INFINITY;
  points.forEach(([x1, y1], i) => {
    const [x0, y0] = geometry.breaks[i] === 1 || i === 0 ? [x1, y1] : points[i - 1];
    for (let k = 0; k <= 400; k++)
      least = Math.min(least, Math.hypot(x0 + (k / 400) * (x1 - x0) - x, y0 + (k / 400) * (y1 - y0) - y));
  });
  return least;
}

const pixel = fc.tuple(
  fc.integer({ min: 0, max: 2 * WIDTH }).map((n) => n / 2),
  fc.integer({ min: 0, max: 2 * HEIGHT }).map((n) => n / 2),
);

describe('the place on a path nearest to a pixel', () => {
  test('is as near as a search of all of it finds, and none where nothing is within reach', () => {
    let found = 0;
    fc.assert(
      fc.property(walks, pixel, (points, at) => {
        const geometry = geometryThrough(points);
        const near = nearestOnPath(geometry, at[0], at[1], 30);
        const slow = slowDistance(geometry, at);
        // Steps of the slow search are at most four pixels long.
        if (slow > 32) expect(near).toBeNull();
        if (slow < 29) {
          found += 1;
          expect(near?.distance).toBeLessThan(slow + 0.01);
          expect(near?.distance).toBeGreaterThan(slow - 2.5);
        }
      }),
      { ...REPEATABLE, numRuns: 60 },
    );
    expect(found).toBeGreaterThan(5);
  });

  test('tells the step that stands nearest, also where several share a vertex', () => {
    const geometry = geometryThrough([
      [100, 50],
      [100.1, 50],
      [100.2, 50.1],
      [180, 50],
      [180, 130],
    ]);
    expect(nearestOnPath(geometry, 172, 53, 8)).toMatchObject({ step: 3, x: 180, y: 50 });
    expect(nearestOnPath(geometry, 101, 52, 8)?.step).toBe(2);
    expect(nearestOnPath(geometry, 99, 48, 8)?.step).toBe(0);
    expect(nearestOnPath(geometry, 183, 120, 8)?.step).toBe(4);
  });

  test('is found on a path that is a single point', () => {
    expect(nearestOnPath(geometryThrough([[70, 80]]), 73, 84, 8)).toEqual({
      distance: 5,
      step: 0,
      x: 70,
      y: 80,
    });
  });
});

describe('the run that is meant by a pixel', () => {
  const run = (id: number, focused: boolean, points: readonly Point[]) =>
    ({ id, focused, geometry: geometryThrough(points) }) as unknown as DrawnRun;
  const runs = [
    run(31, false, [
      [50, 100],
      [300, 100],
    ]),
    run(32, true, [
      [50, 101],
      [300, 101],
    ]),
    run(33, false, [
      [50, 180],
      [300, 180],
    ]),
  ];
  const head = (id: number, x: number, y: number): DrawnHead => ({
    id,
    x,
    y,
    exit: null,
    name: { x: x + 14, y: y - 9, width: 60, height: 18 },
  });

  test('is the one whose path is nearest', () => {
    expect(nearestRun(runs, [], 7.5, 200, 175, 8)?.id).toBe(33);
    expect(nearestRun(runs, [], 7.5, 200, 140, 8)).toBeNull();
  });

  test('is the focused one where paths lie on each other', () => {
    expect(nearestRun(runs, [], 7.5, 200, 99.5, 8)?.id).toBe(32);
  });

  test('is the one whose head or name is there, at the playhead’s step', () => {
    const heads = [head(31, 120, 100), head(33, 250, 180)];
    expect(nearestRun(runs, heads, 7.5, 123, 102, 8)).toMatchObject({ id: 31, step: 7 });
    expect(nearestRun(runs, heads, 7.5, 300, 172, 8)).toMatchObject({ id: 33, step: 7 });
  });

  test('may have left the map: its arrow stands at the edge', () => {
    const gone = { ...head(33, 900, -400), exit: { x: 640, y: 20, angle: 0 }, name: null };
    expect(nearestRun(runs, [gone], 12, 637, 23, 8)).toMatchObject({ id: 33, step: 12 });
  });
});
