import type { Domain } from '../../src/problems/problem.ts';
import { acrossRow, upRow, type MapPlane } from './mapPlane.ts';
import type { PathSource } from './pathGeometry.ts';

/** Steps on each side of the playhead that a close view shows. */
export const AROUND = 6;
/** Room around them, as a part of their extent. */
const MARGIN = 0.25;
/** A view of steps that do not move is this part of the whole map wide. */
const STILL = 1e-3;
/** One of a path that stays level in time keeps this part of the whole height beside it. */
const STILL_IN_TIME = 0.05;
/** The narrowest one, beside the numbers themselves: below, float64 has no digits left. */
const LEAST = 1e-8;
/** Runs have diverged beyond. */
const FARTHEST = 1e8;

/**
 * The part of the plane in which the steps around a playhead can be told apart.
 * @param whole the problem's own domain
 * @returns null before there is a point
 */
export function stepWindow(
  source: PathSource,
  plane: MapPlane,
  playhead: number,
  whole: Domain,
): Domain | null {
  const { steps, rows } = source;
  if (rows === 0) return null;
  let row = 0;
  while (row + 1 < rows && steps[row + 1] <= playhead) row++;
  const from = Math.max(0, row - AROUND);
  const to = Math.min(rows - 1, row + AROUND);
  const x: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const y: [number, number] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = from; i <= to; i++) {
    const u = acrossRow(plane, source, i);
    const v = upRow(plane, source, i);
    // A path that diverges does not take the view with it.
    if (!(Math.abs(u) < FARTHEST && Math.abs(v) < FARTHEST)) continue;
    x[0] = Math.min(x[0], u);
    x[1] = Math.max(x[1], u);
    y[0] = Math.min(y[0], v);
    y[1] = Math.max(y[1], v);
  }
  if (!(x[0] <= x[1] && y[0] <= y[1])) return null;
  const extents = [x[1] - x[0], y[1] - y[0]] as const;
  const sizes = [x, y].map((ends) => Math.max(1, ...ends.map(Math.abs)));
  if (plane.kind === 'time')
    return {
      x: widened(x, marginAround(extents[0], sizes[0], 1 / plane.steps)),
      y: widened(y, marginAround(extents[1], sizes[1], STILL_IN_TIME * (whole.y[1] - whole.y[0]))),
    };
  const still = STILL * (whole.x[1] - whole.x[0]);
  const margin = marginAround(Math.max(...extents), Math.max(...sizes), still);
  return { x: widened(x, margin), y: widened(y, margin) };
}

/** @param still the margin around what has no extent */
function marginAround(extent: number, size: number, still: number): number {
  return extent > LEAST * size ? MARGIN * extent : Math.max(LEAST * size, extent === 0 ? still : 0);
}

function widened([low, high]: readonly [number, number], margin: number): readonly [number, number] {
  return [Math.max(-FARTHEST, low - margin), Math.min(FARTHEST, high + margin)];
}
