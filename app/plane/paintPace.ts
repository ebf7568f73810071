import type { Trajectory } from '../engine/trajectories.ts';
import type { Viewport } from './viewport.ts';

/** Under a moving hand paths that are still being computed are drawn after so many milliseconds at the latest. */
const LONGEST_WAIT = 18;

/**
 * Whether a picture of paths under a moving hand waits for the rest of them: drawing some of the runs takes from the
 * others the time in which they would be computed. Where all are whole, and all of one position, there is nothing to wait for.
 * @param shown what would be drawn: of each run what is asked for, or what was shown before as long as that has no point
 * @param asked what is asked for
 * @param sincePainted milliseconds since paths were last drawn
 */
export function waitsForMore(
  shown: readonly Trajectory[],
  asked: readonly Trajectory[],
  sincePainted: number,
): boolean {
  const isNew = shown.map((trajectory, i) => trajectory === asked[i]);
  const isWhole = shown.every(({ outcome }, i) => outcome !== null && isNew[i] === isNew[0]);
  return sincePainted < LONGEST_WAIT && !isWhole;
}

/** Paths as far as they have come, in a view. */
export interface DrawnPaths {
  readonly trajectories: readonly Trajectory[];
  readonly rows: readonly number[];
  readonly viewport: Viewport;
  readonly style: unknown;
}

export function drawnPaths(
  trajectories: readonly Trajectory[],
  viewport: Viewport,
  style: unknown,
): DrawnPaths {
  return { trajectories, rows: trajectories.map(({ rows }) => rows), viewport, style };
}

/** Whether drawing the second would show what the first has left on the map. */
export function isDrawn(before: DrawnPaths | null, next: DrawnPaths): boolean {
  return (
    before?.viewport === next.viewport &&
    before.style === next.style &&
    before.trajectories.length === next.trajectories.length &&
    next.trajectories.every(
      (trajectory, i) => trajectory === before.trajectories[i] && next.rows[i] === before.rows[i],
    )
  );
}

/** Strokes in full style through more vertices than these take longer than a frame may, wherever. */
export const MOST_VERTICES = 5000;
/** Through so few they are drawn wherever. */
const FEWEST_VERTICES = 300;
/** A frame of the main thread that was too long, and what it is to be; in milliseconds. */
const TOO_LONG = 24;
const WANTED = 12;
/** After a short one with about as many, so many times more may be tried. */
const GROWTH = 1.5;

/**
 * How many vertices may be stroked at once in full style while a hand scrubs. Without a GPU one takes some hundred times as
 * long as with one: what a frame has cost tells.
 * @param most how many could be until now
 * @param count how many a frame has stroked
 * @param cost milliseconds that it took
 */
export function pacedVertices(most: number, count: number, cost: number): number {
  if (cost > TOO_LONG) return Math.max(FEWEST_VERTICES, Math.min(most, (count * WANTED) / cost));
  return cost < WANTED && 2 * count > most ? Math.min(MOST_VERTICES, most * GROWTH) : most;
}
