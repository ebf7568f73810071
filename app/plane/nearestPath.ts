import type { PathGeometry, PathSource } from './pathGeometry.ts';
import { acrossRow, upRow } from './mapPlane.ts';
import { xToPixel, yToPixel } from './viewport.ts';

/** A point of a path near a pixel. */
export interface Near {
  /** Pixels to it. */
  readonly distance: number;
  /** The recorded step nearest to the pixel, and where it stands. */
  readonly step: number;
  readonly x: number;
  readonly y: number;
}

/** The place on a path that is nearest to a pixel; null if none is as near as `reach` pixels. */
export function nearestOnPath(geometry: PathGeometry, x: number, y: number, reach: number): Near | null {
  const { xs, ys, breaks, count } = geometry;
  let least = reach * reach;
  let nearest = -1;
  for (let i = count === 1 ? 0 : 1; i < count; i++) {
    const from = breaks[i] === 1 || i === 0 ? i : i - 1;
    // Most segments are far off: that takes four comparisons to see.
    if (xs[i] < x - reach && xs[from] < x - reach) continue;
    if (xs[i] > x + reach && xs[from] > x + reach) continue;
    if (ys[i] < y - reach && ys[from] < y - reach) continue;
    if (ys[i] > y + reach && ys[from] > y + reach) continue;
    const square = squaredDistance(x, y, xs[from], ys[from], xs[i], ys[i]);
    if (square > least) continue;
    least = square;
    nearest = i;
  }
  if (nearest < 0) return null;
  return { distance: Math.sqrt(least), ...nearestStep(geometry, nearest, x, y) };
}

/** From a point to a segment. */
function squaredDistance(x: number, y: number, x0: number, y0: number, x1: number, y1: number): number {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const square = dx * dx + dy * dy;
  const part = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / square));
  return (x0 + part * dx - x) ** 2 + (y0 + part * dy - y) ** 2;
}

/** Of the recorded steps around a vertex the nearest: a vertex stands for several where they are dense. */
function nearestStep({ source, steps, viewport, plane }: PathGeometry, vertex: number, x: number, y: number) {
  const from = rowOf(source, steps[Math.max(0, vertex - 1)]);
  const to = Math.min(source.rows - 1, rowOf(source, steps[vertex]) + 1);
  let nearest = { step: steps[vertex], x, y };
  let least = Number.POSITIVE_INFINITY;
  for (let row = from; row <= to; row++) {
    const pointX = xToPixel(viewport, acrossRow(plane, source, row));
    const pointY = yToPixel(viewport, upRow(plane, source, row));
    const square = (pointX - x) ** 2 + (pointY - y) ** 2;
    if (!(square < least)) continue;
    least = square;
    nearest = { step: source.steps[row], x: pointX, y: pointY };
  }
  return nearest;
}

/** The last row at or before a step. */
function rowOf({ steps, rows }: PathSource, step: number): number {
  let low = 0;
  let high = rows;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle] <= step) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}
