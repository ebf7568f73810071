import type { Domain, Plane } from '../../src/problems/problem.ts';
import type { PathSource } from './pathGeometry.ts';
import { planeCoordinate } from './viewport.ts';

/** Steps on each side of the playhead that a close view shows. */
export const AROUND = 6;
/** Room around them, as a part of their extent. */
const MARGIN = 0.25;
/** A view of steps that do not move is this part of the whole map wide. */
const STILL = 1e-3;
/** The narrowest one, beside the numbers themselves: below, float64 has no digits left. */
const LEAST = 1e-8;
/** Runs have diverged beyond. */
const FARTHEST = 1e8;

/**
 * The part of the plane in which the steps around a playhead can be told apart.
 * @param whole the problem's own domain
 * @returns null before there is a point
 */
export function stepWindow(source: PathSource, plane: Plane, playhead: number, whole: Domain): Domain | null {
  const { steps, rows, points, dimension } = source;
  if (rows === 0) return null;
  let row = 0;
  while (row + 1 < rows && steps[row + 1] <= playhead) row++;
  const from = Math.max(0, row - AROUND);
  const to = Math.min(rows - 1, row + AROUND);
  const x: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const y: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i <= to; i++) {
    const u = planeCoordinate(plane, plane.u, points, i * dimension);
    const v = planeCoordinate(plane, plane.v, points, i * dimension);
    // A path that diverges does not take the view with it.
    if (!(Math.abs(u) < FARTHEST && Math.abs(v) < FARTHEST)) continue;
    x[0] = Math.min(x[0], u);
    x[1] = Math.max(x[1], u);
    y[0] = Math.min(y[0], v);
    y[1] = Math.max(y[1], v);
  }
  if (!(x[0] <= x[1] && y[0] <= y[1])) return null;
  const extent = Math.max(x[1] - x[0], y[1] - y[0]);
  const largest = Math.max(1, ...[...x, ...y].map(Math.abs));
  const span = whole.x[1] - whole.x[0];
  const [left, right, bottom, top] = [...x, ...y];
  const margin =
    extent > LEAST * largest ? MARGIN * extent : Math.max(LEAST * largest, extent === 0 ? STILL * span : 0);
  const within = (value: number) => Math.min(FARTHEST, Math.max(-FARTHEST, value));
  return {
    x: [within(left - margin), within(right + margin)],
    y: [within(bottom - margin), within(top + margin)],
  };
}
