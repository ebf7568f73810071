import type { Plane, Problem } from '../../src/problems/problem.ts';
import type { Trajectory } from '../engine/trajectories.ts';
import { planeCoordinate, withPlaneCoordinates } from './viewport.ts';

/** A problem's plane as runs of so many steps are seen in it. */
export interface MapPlane extends Plane {
  /** In a plane of time the steps of a whole run; 0 elsewhere, where a path is the same however far it goes. */
  readonly steps: number;
}

const made = new WeakMap<Plane, MapPlane>();

/** The same object as long as nothing is seen in another place. */
export function mapPlane(plane: Plane, steps: number): MapPlane {
  // A run without steps has its start, and that stands at the left.
  const own = plane.kind === 'time' ? Math.max(1, steps) : 0;
  const known = made.get(plane);
  if (known?.steps === own) return known;
  const next = { ...plane, steps: own };
  made.set(plane, next);
  return next;
}

/** Rows of points, each with its step. */
type Rows = Pick<Trajectory, 'dimension' | 'points' | 'steps'>;

/** The first coordinate of a point that is reached at a step, which need not be whole. */
export function acrossAt(plane: MapPlane, theta: ArrayLike<number>, step: number, offset = 0): number {
  return plane.kind === 'time' ? step / plane.steps : planeCoordinate(plane, plane.u, theta, offset);
}

/** The second coordinate of a point. */
export function upAt(plane: Plane, theta: ArrayLike<number>, offset = 0): number {
  return planeCoordinate(plane, plane.v, theta, offset);
}

/** The first coordinate of a row of a trajectory. */
export function acrossRow(plane: MapPlane, { points, steps, dimension }: Rows, row: number): number {
  return acrossAt(plane, points, steps[row], row * dimension);
}

/** The second coordinate of a row of a trajectory. */
export function upRow(plane: MapPlane, { points, dimension }: Rows, row: number): number {
  return upAt(plane, points, row * dimension);
}

/** Where a point of the problem itself stands: in a plane of time its start at the left end, its minimizers at the right. */
export function placeIn(
  plane: Plane,
  theta: readonly number[],
  end: 'start' | 'end',
): [u: number, v: number] {
  const at = mapPlane(plane, 1);
  return [acrossAt(at, theta, end === 'start' ? 0 : 1), upAt(plane, theta)];
}

/** The step that stands at a coordinate of a plane of time; of those there are. */
export function stepUnder(u: number, steps: number): number {
  return Math.min(steps, Math.max(0, Math.round(u * steps)));
}

/** A start with new coordinates in the plane: of time it keeps its own, and it does not leave the feasible set. */
export function startAt(
  { plane, project }: Pick<Problem, 'plane' | 'project'>,
  start: readonly number[],
  u: number,
  v: number,
): readonly number[] {
  const moved = withPlaneCoordinates(plane, start, u, v);
  if (!project) return moved;
  const theta = Float64Array.from(moved);
  project(theta);
  return [...theta];
}
