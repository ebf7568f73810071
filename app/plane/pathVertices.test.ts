import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import {
  geometryThrough,
  HEIGHT,
  PLANE,
  PLOT,
  trajectoryThrough,
  vertices,
  walks,
  WIDTH,
  type Point,
} from './pathFixture.ts';
import { createGeometry, exitBefore, extendGeometry, vertexAt, type PathGeometry } from './pathGeometry.ts';

describe('growth', () => {
  test('in pieces gives the path of all rows at once', () => {
    fc.assert(
      fc.property(walks, fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }), (points, ends) => {
        const trajectory = trajectoryThrough(points);
        const growing = createGeometry(trajectory, PLOT, PLANE);
        for (const end of [...ends].sort((a, b) => a - b)) {
          trajectory.rows = Math.min(end, points.length);
          extendGeometry(growing);
        }
        trajectory.rows = points.length;
        extendGeometry(growing);
        const { count, steps, lengths, breaks, lastShown } = geometryThrough(points);
        expect(vertices(growing)).toEqual(vertices(geometryThrough(points)));
        expect(growing.steps.slice(0, count)).toEqual(steps.slice(0, count));
        expect(growing.lengths.slice(0, count)).toEqual(lengths.slice(0, count));
        expect(growing.breaks.slice(0, count)).toEqual(breaks.slice(0, count));
        expect(growing.lastShown.slice(0, count)).toEqual(lastShown.slice(0, count));
      }),
      REPEATABLE,
    );
  });

  test('in the arrays of a geometry that is not needed any more gives the same', () => {
    fc.assert(
      fc.property(walks, walks, (before, points) => {
        const spent = geometryThrough(before);
        const geometry = createGeometry(trajectoryThrough(points), PLOT, PLANE, spent);
        extendGeometry(geometry);
        const { count, steps, lengths, breaks, lastShown } = geometryThrough(points);
        expect(vertices(geometry)).toEqual(vertices(geometryThrough(points)));
        expect(geometry.steps.slice(0, count)).toEqual(steps.slice(0, count));
        expect(geometry.lengths.slice(0, count)).toEqual(lengths.slice(0, count));
        expect(geometry.breaks.slice(0, count)).toEqual(breaks.slice(0, count));
        expect(geometry.lastShown.slice(0, count)).toEqual(lastShown.slice(0, count));
      }),
      REPEATABLE,
    );
  });

  test('beyond the first thousands of vertices loses none', () => {
    const spiral = Array.from({ length: 5000 }, (_, i): Point => {
      const turn = i / 7;
      return [320 + (i / 40) * Math.cos(turn), 180 + (i / 40) * Math.sin(turn)];
    });
    const geometry = geometryThrough(spiral);
    expect(geometry.count).toBeGreaterThan(4000);
    const last = vertices(geometry).slice(-4000);
    last.forEach(([x, y], i) => {
      const [rawX, rawY] = spiral[1000 + i];
      expect(Math.hypot(x - rawX, y - rawY)).toBeLessThan(0.001);
    });
  });
});

test('the vertex at a step is the last one reached by then', () => {
  fc.assert(
    fc.property(walks, fc.double({ min: -1, max: 45, noNaN: true }), (points, step) => {
      const geometry = geometryThrough(points);
      for (const asked of [step, Math.floor(step)]) {
        const reached = [...geometry.steps.subarray(0, geometry.count)].findLastIndex(
          (each) => each <= asked,
        );
        expect(vertexAt(geometry, asked)).toBe(reached);
      }
    }),
    REPEATABLE,
  );
});

const isWithin = ([x, y]: Point) => x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT;

/** The last part of a segment that lies in the frame, found by halving between its crossings; null if none does. */
function lastPartWithin([x0, y0]: Point, [x1, y1]: Point): number | null {
  const knots = [-x0 / (x1 - x0), (WIDTH - x0) / (x1 - x0), -y0 / (y1 - y0), (HEIGHT - y0) / (y1 - y0), 0, 1]
    .filter((part) => part >= 0 && part <= 1)
    .sort((a, b) => b - a);
  for (const [i, knot] of knots.entries()) {
    const middle = (knot + (knots[i + 1] ?? knot)) / 2;
    if (isWithin([x0 + middle * (x1 - x0), y0 + middle * (y1 - y0)])) return knot;
  }
  return null;
}

/** The last place in the frame of what is drawn up to a vertex, by going through all of it. */
function naiveExit(geometry: PathGeometry, vertex: number): Point | null {
  const points = vertices(geometry);
  for (let end = vertex; end > 0; end--) {
    if (geometry.breaks[end] === 1) continue;
    const [from, to] = [points[end - 1], points[end]];
    const part = lastPartWithin(from, to);
    if (part !== null) return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
  }
  return null;
}

describe('the exit of a path', () => {
  test('is its last crossing of the frame before a vertex outside', () => {
    fc.assert(
      fc.property(walks, (points) => {
        const geometry = geometryThrough(points);
        vertices(geometry).forEach((point, vertex) => {
          if (isWithin(point)) return;
          const exit = exitBefore(geometry, vertex);
          const naive = naiveExit(geometry, vertex);
          expect(exit === null).toBe(naive === null);
          if (!exit || !naive) return;
          expect(Math.hypot(exit.x - naive[0], exit.y - naive[1])).toBeLessThan(0.001);
        });
      }),
      REPEATABLE,
    );
  });

  test('lies on the frame and on a segment, whose direction it has', () => {
    fc.assert(
      fc.property(walks, (points) => {
        const geometry = geometryThrough(points);
        const all = vertices(geometry);
        all.forEach((_, vertex) => {
          const exit = exitBefore(geometry, vertex);
          if (!exit) return;
          const toFrame = Math.min(...[exit.x, WIDTH - exit.x, exit.y, HEIGHT - exit.y].map(Math.abs));
          expect(toFrame).toBeLessThan(0.001);
          expect(isWithin([Math.round(exit.x), Math.round(exit.y)])).toBe(true);
          const isOn = all.slice(1).some(([x1, y1], i) => {
            const [x0, y0] = all[i];
            if (geometry.breaks[i + 1] === 1) return false;
            const length = Math.hypot(x1 - x0, y1 - y0);
            const beside = ((x1 - x0) * (exit.y - y0) - (y1 - y0) * (exit.x - x0)) / length;
            const part = ((x1 - x0) * (exit.x - x0) + (y1 - y0) * (exit.y - y0)) / length ** 2;
            const turn = Math.abs(exit.angle - Math.atan2(y1 - y0, x1 - x0));
            return Math.abs(beside) < 0.001 && part > -0.001 && part < 1.001 && turn < 1e-6;
          });
          expect(isOn).toBe(true);
        });
      }),
      REPEATABLE,
    );
  });

  test('is where the head will go out while it is still on its way', () => {
    const geometry = geometryThrough([
      [600, 100],
      [700, 175],
      [700, 300],
    ]);
    // 40 of the 100 pixels to the right, so 30 of the 75 down.
    expect(exitBefore(geometry, 0)).toEqual({
      x: 640,
      y: expect.closeTo(130, 4),
      angle: Math.atan2(75, 100),
    });
  });

  test('is on the other side after a leap across the plot between two points outside', () => {
    const geometry = geometryThrough([
      [320, 150],
      [900, 150],
      [-2000, 210],
    ]);
    const [first, last] = [vertexAt(geometry, 1), vertexAt(geometry, 2)];
    expect(exitBefore(geometry, first)?.x).toBe(640);
    expect(exitBefore(geometry, last)?.x).toBeCloseTo(0, 4);
  });

  test('is known though the path goes out by less than can be seen', () => {
    const geometry = geometryThrough([
      [400, 359.7],
      [400.1, 360.1],
      [450, 100],
    ]);
    const exit = exitBefore(geometry, vertexAt(geometry, 1));
    expect(exit?.y).toBeCloseTo(360, 4);
    expect(exit?.x).toBeCloseTo(400.075, 3);
  });

  test('is none for a path that stays inside, that never was inside, or that has no vertex yet', () => {
    const inside = geometryThrough([
      [40, 50],
      [90, 60],
      [120, 300],
    ]);
    expect([0, 1, 2].map((vertex) => exitBefore(inside, vertex))).toEqual([null, null, null]);
    const outside = geometryThrough([
      [-30, -20],
      [-40, 380],
    ]);
    expect([0, 1].map((vertex) => exitBefore(outside, vertex))).toEqual([null, null]);
    expect(exitBefore(inside, vertexAt(inside, -1))).toBeNull();
  });
});
