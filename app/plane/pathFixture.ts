import * as fc from 'fast-check';
import { createProblem } from '../../src/problems/createProblem.ts';
import { taskOf } from '../../src/scene/scene.ts';
import { createTrajectory, type Trajectory } from '../engine/trajectories.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { mapPlane } from './mapPlane.ts';
import { createGeometry, extendGeometry, type PathGeometry } from './pathGeometry.ts';
import type { Viewport } from './viewport.ts';

/** Paths for tests, written in pixels of a plot in which a unit is a pixel. */

export type Point = readonly [x: number, y: number];

export const WIDTH = 640;
export const HEIGHT = 360;

export const PLOT: Viewport = {
  width: WIDTH,
  height: HEIGHT,
  scale: 1,
  stretch: 1,
  window: { x: [0, WIDTH], y: [0, HEIGHT] },
};

export const PLANE = mapPlane(createProblem(OPENING_SCENE.problem).plane, OPENING_SCENE.steps);

/** A trajectory through points in pixels, a step each. */
export function trajectoryThrough(points: readonly Point[]): Trajectory {
  const task = { ...taskOf(OPENING_SCENE, OPENING_SCENE.runs[0]), steps: points.length };
  const trajectory = createTrajectory('path', task);
  trajectory.points.set(points.flatMap(([x, y]) => [x, HEIGHT - y]));
  trajectory.steps.set(points.map((_, i) => i));
  trajectory.rows = points.length;
  return trajectory;
}

export function geometryThrough(points: readonly Point[]): PathGeometry {
  const geometry = createGeometry(trajectoryThrough(points), PLOT, PLANE);
  extendGeometry(geometry);
  return geometry;
}

export const vertices = ({ xs, ys, count }: PathGeometry): Point[] =>
  Array.from({ length: count }, (_, i) => [xs[i], ys[i]]);

const creep = fc.integer({ min: -60, max: 60 }).map((n) => n / 100);

/** Walks that creep, jump about the plot, and are thrown far out of it. */
export const walks: fc.Arbitrary<Point[]> = fc
  .array(
    fc.oneof(
      fc.record({ by: fc.tuple(creep, creep) }),
      fc.record({ by: fc.tuple(fc.integer({ min: -90, max: 90 }), fc.integer({ min: -90, max: 90 })) }),
      fc.record({ to: fc.tuple(fc.integer({ min: -150, max: 790 }), fc.integer({ min: -150, max: 510 })) }),
      fc.record({ to: fc.tuple(fc.integer({ min: -1e8, max: 1e8 }), fc.integer({ min: -1e8, max: 1e8 })) }),
    ),
    { minLength: 2, maxLength: 40 },
  )
  .map((moves) => {
    let at: Point = [WIDTH / 3, HEIGHT / 4];
    return moves.map((move) => (at = 'to' in move ? move.to : [at[0] + move.by[0], at[1] + move.by[1]]));
  });
