import type { Trajectory } from '../engine/trajectories.ts';

/** A run has arrived where it is this part of its first distance away: how it goes on there tells nothing of the way. */
export const ARRIVED = 0.01;

/** How a run has walked so far, or until it arrived: lengths in units of the plane. */
export interface Walk {
  /** Steps taken. */
  readonly steps: number;
  /** Steps at which it turned by more than a right angle. */
  readonly turns: number;
  /** Length of its path. */
  readonly walked: number;
  /** How much nearer a point it is than it was at the start; negative if it is farther. */
  readonly gained: number;
}

/**
 * The walk of a run up to a step or to its arrival near a point, every step of it.
 * @returns null where the page does not have each step, or a point is not finite
 */
export function walkOf(
  { points, dimension: n, rows, stride }: Trajectory,
  step: number,
  target: readonly number[],
): Walk | null {
  const last = Math.min(step, rows - 1);
  if (stride !== 1 || last < 0) return null;
  const at = (row: number, i: number) => points[row * n + i];
  const distance = (row: number) => Math.hypot(...target.map((x, i) => x - at(row, i)));
  const near = ARRIVED * distance(0);
  let turns = 0;
  let walked = 0;
  let reached = 0;
  for (let row = 1; row <= last && !(reached > 0 && distance(reached) <= near); row++) {
    let square = 0;
    let dot = 0;
    for (let i = 0; i < n; i++) {
      const move = at(row, i) - at(row - 1, i);
      square += move * move;
      if (row > 1) dot += move * (at(row - 1, i) - at(row - 2, i));
    }
    walked += Math.sqrt(square);
    if (dot < 0) turns += 1;
    reached = row;
  }
  const gained = distance(0) - distance(reached);
  return Number.isFinite(walked) && Number.isFinite(gained)
    ? { steps: reached, turns, walked, gained }
    : null;
}
