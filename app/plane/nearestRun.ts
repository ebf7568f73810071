import type { DrawnHead } from './headPainter.ts';
import { nearestOnPath, type Near } from './nearestPath.ts';
import type { DrawnRun } from './paintedRun.ts';

/** A run near a pixel, and the step of it that is meant. */
export interface NearestRun extends Near {
  /** The run's. */
  readonly id: number;
}

/** Of paths that lie this close together, in pixels, the focused one is meant. */
const TOGETHER = 1.5;

/**
 * The run that is meant by a pixel: whose head or name it is on, else whose path is nearest within reach.
 * @param heads as they were drawn, those on top last
 */
export function nearestRun(
  runs: readonly DrawnRun[],
  heads: readonly DrawnHead[],
  playhead: number,
  x: number,
  y: number,
  reach: number,
): NearestRun | null {
  const step = Math.floor(playhead);
  const head = heads
    .map(({ id, exit, ...at }) => {
      const stands = exit ?? at;
      return { id, step, x: stands.x, y: stands.y, distance: Math.hypot(stands.x - x, stands.y - y) };
    })
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance)[0];
  if (head) return head;
  const named = heads.find(
    ({ name }) => name && x >= name.x && x <= name.x + name.width && y >= name.y && y <= name.y + name.height,
  );
  if (named) return { id: named.id, step, x: named.x, y: named.y, distance: 0 };
  let nearest: NearestRun | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { id, geometry, focused } of runs) {
    const near = nearestOnPath(geometry, x, y, reach);
    if (!near) continue;
    const distance = near.distance - (focused ? TOGETHER : 0);
    if (distance >= least) continue;
    least = distance;
    nearest = { id, ...near };
  }
  return nearest;
}
