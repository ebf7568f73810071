import type { Trajectory } from '../engine/trajectories.ts';
import { acrossRow, upRow, type MapPlane } from './mapPlane.ts';
import type { Viewport } from './viewport.ts';

/** Points nearer to the last kept one than this, in pixels, do not show and are dropped. */
const NEAR = 0.5;
/** Segments are cut this far outside the plot, so that no dash is computed on the way to 1e8. */
const MARGIN = 64;

/** What a path is drawn from: rows of points, each with its step. */
export type PathSource = Pick<Trajectory, 'dimension' | 'points' | 'steps' | 'rows'>;

/** A path in pixels, thinned and cut to the plot. It grows with its source. */
export interface PathGeometry {
  source: PathSource;
  viewport: Viewport;
  plane: MapPlane;
  /** Vertices so far. */
  count: number;
  xs: Float32Array;
  ys: Float32Array;
  /** The step at which the path reaches each vertex. */
  steps: Uint32Array;
  /** Length of the path up to each vertex, for its dashes. */
  lengths: Float64Array;
  /** 1 where a vertex begins a new stretch: the path comes back into the plot. */
  breaks: Uint8Array;
  /** For each vertex, the last one at or before it that lies within the frame or begins a segment across it; else −1. */
  lastShown: Int32Array;
  /** Rows of the source taken in so far, and the last of them in pixels. */
  rows: number;
  lastX: number;
  lastY: number;
}

/**
 * @param spent a geometry that is not needed any more: its arrays are used again where they are large enough, so that a
 * drag leaves nothing to collect
 */
export function createGeometry(
  source: PathSource,
  viewport: Viewport,
  plane: MapPlane,
  spent?: PathGeometry,
): PathGeometry {
  // Mostly a row is a vertex; a path that leaves and comes back has a few more, and then grows.
  const capacity = source.steps.length + SPARE;
  if (spent && spent.xs.length >= capacity)
    return Object.assign(spent, { source, viewport, plane, ...NOTHING_YET });
  return {
    source,
    viewport,
    plane,
    xs: new Float32Array(capacity),
    ys: new Float32Array(capacity),
    steps: new Uint32Array(capacity),
    lengths: new Float64Array(capacity),
    breaks: new Uint8Array(capacity),
    lastShown: new Int32Array(capacity),
    ...NOTHING_YET,
  };
}

const SPARE = 16;
const NOTHING_YET = { count: 0, rows: 0, lastX: Number.NaN, lastY: Number.NaN };

/** Takes in the rows that have come since. A point that is not finite ends the path: the one before it is its last. */
export function extendGeometry(geometry: PathGeometry): void {
  const { source, viewport, plane } = geometry;
  const { dimension, points, steps, rows } = source;
  const { window, scale, stretch, width, height } = viewport;
  const across = scale * stretch;
  const [left, top] = [window.x[0], window.y[1]];
  // Where a problem is its own plane, its numbers are the coordinates.
  const isPlain = dimension === 2 && isIdentity(plane);
  let { lastX, lastY } = geometry;
  let wasNear = isNear(viewport, lastX, lastY);
  for (let row = geometry.rows; row < rows; row++) {
    if (row > 0 && Number.isNaN(lastX)) break;
    const offset = row * dimension;
    const u = isPlain ? points[offset] : acrossRow(plane, source, row);
    const v = isPlain ? points[offset + 1] : upRow(plane, source, row);
    const x = (u - left) * across;
    const y = (top - v) * scale;
    if (!Number.isFinite(x) || !Number.isFinite(y)) {
      lastX = Number.NaN;
      break;
    }
    const near = x >= -MARGIN && x <= width + MARGIN && y >= -MARGIN && y <= height + MARGIN;
    if (row === 0) {
      if (near) addVertex(geometry, x, y, steps[row], true);
    } else if (near && wasNear && geometry.count > 0) addPoint(geometry, x, y, steps[row]);
    else addSegment(geometry, lastX, lastY, x, y, steps[row]);
    lastX = x;
    lastY = y;
    wasNear = near;
  }
  geometry.rows = rows;
  geometry.lastX = lastX;
  geometry.lastY = lastY;
}

function isIdentity({ origin, u, v }: MapPlane): boolean {
  return [...origin, ...u, ...v].join() === '0,0,1,0,0,1';
}

function isNear({ width, height }: Viewport, x: number, y: number): boolean {
  return x >= -MARGIN && x <= width + MARGIN && y >= -MARGIN && y <= height + MARGIN;
}

function isWithin({ width, height }: Viewport, x: number, y: number): boolean {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

/**
 * The parts of a segment at which it enters and leaves the plot widened by a margin (Liang and Barsky 1984); it misses
 * the plot if the first is greater.
 */
function clip(
  { width, height }: Viewport,
  margin: number,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
): readonly [enter: number, leave: number] {
  let enter = 0;
  let leave = 1;
  const cut = (direction: number, distance: number) => {
    if (direction === 0) {
      if (distance < 0) enter = 2;
    } else if (direction < 0) enter = Math.max(enter, distance / direction);
    else leave = Math.min(leave, distance / direction);
  };
  cut(x0 - x1, x0 + margin);
  cut(x1 - x0, width + margin - x0);
  cut(y0 - y1, y0 + margin);
  cut(y1 - y0, height + margin - y0);
  return [enter, leave];
}

/** Adds a point that is joined to the last vertex by a segment that lies in the widened plot as a whole. */
function addPoint(geometry: PathGeometry, x: number, y: number, step: number): void {
  const last = geometry.count - 1;
  const dx = x - geometry.xs[last];
  const dy = y - geometry.ys[last];
  const isFar = dx * dx + dy * dy >= NEAR * NEAR;
  // A near point on the frame's other side is kept: an arrow stands where the path went out.
  const crosses = isWithin(geometry.viewport, x, y) !== (geometry.lastShown[last] === last);
  if (isFar || crosses) addVertex(geometry, x, y, step, false);
}

/** Adds the part of the segment from the last point that lies in the widened plot. */
function addSegment(
  geometry: PathGeometry,
  lastX: number,
  lastY: number,
  x: number,
  y: number,
  step: number,
): void {
  const dx = x - lastX;
  const dy = y - lastY;
  const [enter, leave] = clip(geometry.viewport, MARGIN, [lastX, lastY, x, y]);
  if (!(enter <= leave)) return;
  const comesBack = enter > 0 || geometry.count === 0;
  if (comesBack) addVertex(geometry, lastX + enter * dx, lastY + enter * dy, step, true);
  if (leave < 1) addVertex(geometry, lastX + leave * dx, lastY + leave * dy, step, false);
  else addPoint(geometry, x, y, step);
}

function addVertex(geometry: PathGeometry, x: number, y: number, step: number, isBreak: boolean): void {
  if (geometry.count === geometry.xs.length) grow(geometry);
  const { count, xs, ys, lengths, viewport, lastShown } = geometry;
  xs[count] = x;
  ys[count] = y;
  geometry.steps[count] = step;
  geometry.breaks[count] = isBreak ? 1 : 0;
  if (count === 0) lengths[0] = 0;
  else if (isBreak) lengths[count] = lengths[count - 1];
  else {
    const dx = xs[count] - xs[count - 1];
    const dy = ys[count] - ys[count - 1];
    lengths[count] = lengths[count - 1] + Math.sqrt(dx * dx + dy * dy);
  }
  // By the point itself, not by its rounded vertex: a head is within the frame or not by the same number.
  if (isWithin(viewport, x, y)) lastShown[count] = count;
  else if (count === 0) lastShown[count] = -1;
  else lastShown[count] = !isBreak && showsSegment(geometry, count) ? count - 1 : lastShown[count - 1];
  geometry.count += 1;
}

/** Whether any of the segment that ends at a vertex lies within the frame. */
function showsSegment({ viewport, xs, ys }: PathGeometry, end: number): boolean {
  const [enter, leave] = clip(viewport, 0, [xs[end - 1], ys[end - 1], xs[end], ys[end]]);
  return enter <= leave;
}

function grow(geometry: PathGeometry): void {
  const copy = <A extends Float32Array | Float64Array | Uint32Array | Uint8Array | Int32Array>(
    from: A,
    to: A,
  ): A => {
    to.set(from);
    return to;
  };
  const capacity = geometry.xs.length * 4;
  geometry.xs = copy(geometry.xs, new Float32Array(capacity));
  geometry.ys = copy(geometry.ys, new Float32Array(capacity));
  geometry.steps = copy(geometry.steps, new Uint32Array(capacity));
  geometry.lengths = copy(geometry.lengths, new Float64Array(capacity));
  geometry.breaks = copy(geometry.breaks, new Uint8Array(capacity));
  geometry.lastShown = copy(geometry.lastShown, new Int32Array(capacity));
}

/** The last vertex that the path has reached at a step; −1 if there is none. */
export function vertexAt({ steps, count }: PathGeometry, step: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle] <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a path crosses the frame on its way out, and its direction there. */
export interface Exit {
  readonly x: number;
  readonly y: number;
  readonly angle: number;
}

/**
 * The last crossing of the frame before a vertex outside it, or the next one after a vertex inside; null if the path
 * never was inside, or does not leave.
 */
export function exitBefore(
  { xs, ys, breaks, count, lastShown, viewport }: PathGeometry,
  vertex: number,
): Exit | null {
  const from = vertex < 0 ? -1 : lastShown[vertex];
  const next = from + 1;
  if (from < 0 || next >= count || breaks[next] === 1 || lastShown[next] === next) return null;
  const dx = xs[next] - xs[from];
  const dy = ys[next] - ys[from];
  const [, leave] = clip(viewport, 0, [xs[from], ys[from], xs[next], ys[next]]);
  return { x: xs[from] + leave * dx, y: ys[from] + leave * dy, angle: Math.atan2(dy, dx) };
}

/** The vertices of a path as pairs x, y, one after the other. */
export function pairsOf({ xs, ys, count }: Pick<PathGeometry, 'xs' | 'ys' | 'count'>): Float32Array {
  const pairs = new Float32Array(2 * count);
  for (let i = 0; i < count; i++) {
    pairs[2 * i] = xs[i];
    pairs[2 * i + 1] = ys[i];
  }
  return pairs;
}
