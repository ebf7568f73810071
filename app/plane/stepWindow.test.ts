import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { mapPlane } from './mapPlane.ts';
import type { PathSource } from './pathGeometry.ts';
import { stepWindow } from './stepWindow.ts';
import { fitDomain, xToPixel, yToPixel } from './viewport.ts';

const { plane: own, domain } = createProblem(OPENING_SCENE.problem);
const plane = mapPlane(own, OPENING_SCENE.steps);

const REDDI = { id: 'reddi', params: { variant: 'theorem' }, scale: 1, rotation: 0 } as const;

function runThrough(points: readonly (readonly [number, number])[]): PathSource {
  return {
    dimension: 2,
    rows: points.length,
    points: Float64Array.from(points.flat()),
    steps: Uint32Array.from(points, (_, i) => i),
  };
}

/** A walk down a spiral. */
const spiral = (count: number, scale: number) =>
  Array.from({ length: count }, (_, i): [number, number] => [
    1 + scale * 0.97 ** i * Math.cos(i / 3),
    -2 + scale * 0.97 ** i * Math.sin(i / 3),
  ]);

describe('the close view of a playhead', () => {
  test('shows the steps around it far enough apart to be told apart', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.constantFrom(1e-4, 0.02, 1, 50), (playhead, scale) => {
        const points = spiral(301, scale);
        const window = stepWindow(runThrough(points), plane, playhead, domain);
        if (!window) throw new Error('There are points.');
        const view = fitDomain(window, 784, 412);
        for (let i = Math.max(0, playhead - 5); i < Math.min(300, playhead + 5); i++) {
          const [x, y] = [xToPixel(view, points[i][0]), yToPixel(view, points[i][1])];
          const [nextX, nextY] = [xToPixel(view, points[i + 1][0]), yToPixel(view, points[i + 1][1])];
          expect(Math.hypot(nextX - x, nextY - y)).toBeGreaterThan(12);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(784);
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(412);
        }
      }),
      REPEATABLE,
    );
  });

  test('is a part of the map also where the run stands still, and never too narrow to draw', () => {
    const still = runThrough(Array.from({ length: 9 }, () => [1, 1]));
    const { x, y } = stepWindow(still, plane, 4, domain) ?? domain;
    expect(x[1] - x[0]).toBeGreaterThan(1e-3);
    expect(x[1] - x[0]).toBeLessThan(0.1);
    expect((y[0] + y[1]) / 2).toBeCloseTo(1, 9);
    const creeping = runThrough(Array.from({ length: 9 }, (_, i) => [1e6 + i * 1e-9, 0]));
    const narrow = stepWindow(creeping, plane, 4, domain) ?? domain;
    expect(narrow.x[1] - narrow.x[0]).toBeGreaterThan(1e-9 * 1e6);
  });

  test('of a plane of time has six steps on each side, and the height of the path there', () => {
    const time = mapPlane(createProblem(REDDI).plane, 100);
    const path = {
      dimension: 1,
      rows: 41,
      points: Float64Array.from({ length: 41 }, (_, i) => (i % 2 === 0 ? 0.2 : 0.6)),
      steps: Uint32Array.from({ length: 41 }, (_, i) => i),
    };
    const { x, y } = stepWindow(path, time, 20, domain) ?? domain;
    // 14 to 26 of 100 steps, and 0.2 to 0.6, each with a quarter more at both ends.
    [0.11, 0.29].forEach((edge, i) => expect(x[i]).toBeCloseTo(edge, 12));
    [0.1, 0.7].forEach((edge, i) => expect(y[i]).toBeCloseTo(edge, 12));
    const still = stepWindow({ ...path, points: new Float64Array(41) }, time, 20, domain) ?? domain;
    expect(still.x).toEqual(x);
    expect(still.y[1]).toBeGreaterThan(0.01);
    expect(still.y[1]).toBe(-still.y[0]);
    const start = stepWindow({ ...path, rows: 1 }, time, 0, domain) ?? domain;
    expect(start.x[0]).toBeLessThan(0);
    expect(start.x[1]).toBeGreaterThan(0);
  });

  test('does not follow a run that has diverged to where there is no map', () => {
    const diverging = runThrough(Array.from({ length: 12 }, (_, i) => [(-30) ** i, 2 * (-30) ** i]));
    const { x, y } = stepWindow(diverging, plane, 11, domain) ?? domain;
    // The last point before 10⁸ is 2·30⁵ = 4.86·10⁷ from the origin.
    expect(x[0]).toBeGreaterThan(-9e7);
    expect(y[1]).toBeLessThan(9e7);
    expect(stepWindow(runThrough([]), plane, 0, domain)).toBeNull();
  });
});
