import type { Isolines } from '../../src/ground/isolines.ts';
import type { Level } from '../../src/ground/levels.ts';
import { levelText } from '../../src/ground/levelText.ts';

/** A number written on its isoline. All lengths are CSS pixels, from the plot's top left. */
export interface PlacedLabel {
  readonly text: string;
  /** Index of its level. */
  readonly level: number;
  /** The middle of the text. */
  readonly x: number;
  readonly y: number;
  /** Radians clockwise from the x-axis, in (−π/2, π/2]: the text is never upside down. */
  readonly angle: number;
  /** Of the text, unrotated: its advance, and the height of its digits. */
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What labels stay clear of, in CSS pixels from the plot's top left. */
export interface Obstacles {
  /** Polylines, x and y of each point in turn. They may leave the plot, and hold NaN. */
  readonly paths: readonly ArrayLike<number>[];
  /** The key, controls, names of points. */
  readonly rectangles: readonly (Size & { readonly x: number; readonly y: number })[];
}

const MOST_LABELS = 6;
/** With fewer, levels get a second label. */
const FEW_LABELS = 4;
const FROM_PATHS = 26;
const FROM_LABELS = 70;
const FROM_SAME_NUMBER = 240;
const FROM_RECTANGLES = 6;
const FROM_FRAME = 10;
/** Of Source Serif at 13 px. */
const DIGIT_HEIGHT = 9;
/** Line on each side of the text, so that it reads as a number on a line. */
const LEAD = 6;
/** How far the line may leave the text's straight middle. */
const MOST_BEND = 2;
/** A label takes at most this part of its line: a number on a tiny ring hides the ring. */
const MOST_OF_LINE = 1 / 5;
/** Distance between the places that are tried on a line. */
const STRIDE = 5;
/** Side of the cells in which the density of isolines is counted, and in which paths are found. */
const DENSITY_CELL = 12;
const PATH_CELL = 2;
/** A place with this many more isoline points around it costs as much as one at the end of the plot's diagonal. */
const CROWD = 40;
/** Steeper than this (radians) a number is awkward to read. */
const STEEP = 1;

/**
 * Chooses where isolines are labelled with their values: on index lines, along straight stretches, clear of paths
 * (26 px), of each other (70 px), of rectangles and of the frame; first one a level, then more up to four, at most six
 * in all. The same arguments give the same labels.
 *
 * @param measure the width in CSS pixels of a text in the labels' font
 * @param digitHeight of that font
 */
export function placeIsolineLabels(
  isolines: Isolines,
  levels: readonly Level[],
  { paths, rectangles }: Obstacles,
  size: Size,
  measure: (text: string) => number,
  digitHeight = DIGIT_HEIGHT,
): PlacedLabel[] {
  const density = isolineDensity(isolines, size);
  const candidates: { label: PlacedLabel; cost: number }[] = [];
  for (const [line, level] of isolines.levels.entries()) {
    if (!levels[level].isIndex) continue;
    const text = levelText(levels[level].label);
    const points = isolines.coordinates.subarray(2 * isolines.starts[line], 2 * isolines.starts[line + 1]);
    for (const { bend, ...place } of straightPlaces(points, measure(text), digitHeight)) {
      const { x, y, angle } = place;
      const offCentre =
        Math.hypot(x - size.width / 2, y - size.height / 2) / Math.hypot(size.width, size.height);
      const steep = Math.max(0, Math.abs(angle) - STEEP);
      const cost = bend / MOST_BEND + 2 * offCentre + steep + density(x, y) / CROWD;
      candidates.push({ label: { text, level, ...place }, cost });
    }
  }
  candidates.sort((a, b) => a.cost - b.cost);
  const clearOfPaths = pathClearance(paths, size);
  const hasRoom = (label: PlacedLabel) => {
    const outline = outlineOf(label);
    return (
      outline.every(([x, y]) => isInside(x, y, size) && clearOfPaths(x, y)) &&
      !rectangles.some((rectangle) => touches(outline, rectangle))
    );
  };
  const placed: PlacedLabel[] = [];
  const add = (most: number, mayRepeat: boolean) => {
    for (const { label } of candidates) {
      if (placed.length >= most) return;
      const isApart = placed.every((other) => {
        const isSame = label.level === other.level;
        return (mayRepeat || !isSame) && areApart(label, other, isSame ? FROM_SAME_NUMBER : FROM_LABELS);
      });
      if (isApart && hasRoom(label)) placed.push(label);
    }
  };
  add(MOST_LABELS, false);
  add(FEW_LABELS, true);
  return placed;
}

type Point = readonly [number, number];

/** Where a text can lie, and how far the line bends away from it. */
interface Place extends Omit<PlacedLabel, 'text' | 'level'> {
  readonly bend: number;
}

/** Places along a polyline where a text of this width lies on a nearly straight stretch. */
function straightPlaces(points: Float32Array, width: number, height: number): Place[] {
  const count = points.length / 2;
  const along = new Float64Array(count);
  for (let i = 1; i < count; i++)
    along[i] =
      along[i - 1] + Math.hypot(points[2 * i] - points[2 * i - 2], points[2 * i + 1] - points[2 * i - 1]);
  if (width > MOST_OF_LINE * along[count - 1]) return [];
  const half = width / 2 + LEAD;
  const places: Place[] = [];
  let first = 0;
  for (let middle = half; middle <= along[count - 1] - half; middle += STRIDE) {
    while (along[first + 1] < middle - half) first++;
    const start = pointAt(points, along, middle - half, first);
    const end = pointAt(points, along, middle + half, first);
    const length = Math.hypot(end[0] - start[0], end[1] - start[1]);
    const direction = [(end[0] - start[0]) / length, (end[1] - start[1]) / length];
    let low = 0;
    let high = 0;
    for (let i = first + 1; i < count && along[i] < middle + half; i++) {
      const off = direction[0] * (points[2 * i + 1] - start[1]) - direction[1] * (points[2 * i] - start[0]);
      low = Math.min(low, off);
      high = Math.max(high, off);
    }
    const bend = high - low;
    if (!(bend <= MOST_BEND && length > width)) continue;
    // The text's middle line runs through the middle of the bow.
    const off = (low + high) / 2;
    const x = (start[0] + end[0]) / 2 - off * direction[1];
    const y = (start[1] + end[1]) / 2 + off * direction[0];
    places.push({ x, y, angle: upright(Math.atan2(direction[1], direction[0])), width, height, bend });
  }
  return places;
}

/** The point at an arc length, at or after segment `from`. */
function pointAt(points: Float32Array, along: Float64Array, length: number, from: number): Point {
  let i = from;
  while (i < along.length - 2 && along[i + 1] < length) i++;
  const part = (length - along[i]) / (along[i + 1] - along[i] || 1);
  return [
    points[2 * i] + part * (points[2 * i + 2] - points[2 * i]),
    points[2 * i + 1] + part * (points[2 * i + 3] - points[2 * i + 1]),
  ];
}

function upright(angle: number): number {
  if (angle > Math.PI / 2) return angle - Math.PI;
  return angle <= -Math.PI / 2 ? angle + Math.PI : angle;
}

/** Points along the text's upper and lower edge, every few pixels, its corners among them. */
function outlineOf({ x, y, angle, width, height }: PlacedLabel): Point[] {
  const steps = Math.ceil(width / 8);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return Array.from({ length: 2 * (steps + 1) }, (_, i) => {
    const along = ((i >> 1) / steps - 0.5) * width;
    const across = i % 2 === 0 ? height / 2 : -height / 2;
    return [x + along * cos - across * sin, y + along * sin + across * cos];
  });
}

function isInside(x: number, y: number, { width, height }: Size): boolean {
  return x >= FROM_FRAME && y >= FROM_FRAME && x <= width - FROM_FRAME && y <= height - FROM_FRAME;
}

function touches(outline: readonly Point[], rectangle: Obstacles['rectangles'][number]): boolean {
  const xs = outline.map(([x]) => x);
  const ys = outline.map(([, y]) => y);
  return (
    Math.max(...xs) > rectangle.x - FROM_RECTANGLES &&
    Math.min(...xs) < rectangle.x + rectangle.width + FROM_RECTANGLES &&
    Math.max(...ys) > rectangle.y - FROM_RECTANGLES &&
    Math.min(...ys) < rectangle.y + rectangle.height + FROM_RECTANGLES
  );
}

/** Whether the outlines of two labels are at least `distance` apart, to a pixel or so. */
function areApart(a: PlacedLabel, b: PlacedLabel, distance: number): boolean {
  const between = Math.hypot(a.x - b.x, a.y - b.y);
  if (between < distance) return false;
  if (between >= distance + (a.width + b.width + a.height + b.height) / 2) return true;
  const other = outlineOf(b);
  return outlineOf(a).every(([ax, ay]) =>
    other.every(([bx, by]) => Math.hypot(ax - bx, ay - by) >= distance),
  );
}

/** How many points of isolines lie around a place, which says how many lines a halo would cut. */
function isolineDensity(
  { coordinates }: Isolines,
  { width, height }: Size,
): (x: number, y: number) => number {
  const columns = Math.ceil(width / DENSITY_CELL) + 2;
  const rows = Math.ceil(height / DENSITY_CELL) + 2;
  const counts = new Uint16Array(columns * rows);
  const cell = (x: number, y: number) =>
    (Math.floor(y / DENSITY_CELL) + 1) * columns + Math.floor(x / DENSITY_CELL) + 1;
  for (let i = 0; i < coordinates.length; i += 2) counts[cell(coordinates[i], coordinates[i + 1])]++;
  return (x, y) => {
    const at = cell(x, y);
    let total = 0;
    for (const row of [at - columns, at, at + columns])
      total += counts[row - 1] + counts[row] + counts[row + 1];
    return total;
  };
}

/**
 * Tells whether a place is at least 26 px from every path: cells that a path runs through are marked, then each
 * column of cells learns how far up or down the nearest mark is, and a question looks along one row of these.
 */
function pathClearance(paths: Obstacles['paths'], size: Size): (x: number, y: number) => boolean {
  // Two points are at most a cell's diagonal further apart, or nearer, than their cells.
  const reach = Math.ceil(FROM_PATHS / PATH_CELL + Math.SQRT2);
  const columns = Math.ceil(size.width / PATH_CELL) + 2 * reach;
  const rows = Math.ceil(size.height / PATH_CELL) + 2 * reach;
  const far = reach + 1;
  const vertical = new Uint8Array(columns * rows).fill(far);
  for (const path of paths)
    for (let i = 0; i + 1 < path.length; i += 2) {
      const next = i + 3 < path.length ? i + 2 : i;
      markSegment(vertical, columns, rows, reach, [path[i], path[i + 1]], [path[next], path[next + 1]]);
    }
  for (let at = columns; at < vertical.length; at++)
    vertical[at] = Math.min(vertical[at], vertical[at - columns] + 1);
  for (let at = vertical.length - columns - 1; at >= 0; at--)
    vertical[at] = Math.min(vertical[at], vertical[at + columns] + 1);
  return (x, y) => {
    const at = (Math.floor(y / PATH_CELL) + reach) * columns + Math.floor(x / PATH_CELL) + reach;
    for (let dx = -reach; dx <= reach; dx++)
      if (Math.hypot(dx, vertical[at + dx]) < FROM_PATHS / PATH_CELL + Math.SQRT2) return false;
    return true;
  };
}

/** Sets the cells along a segment to 0; `reach` cells lie before the plot's left and top edge. */
function markSegment(
  cells: Uint8Array,
  columns: number,
  rows: number,
  reach: number,
  from: Point,
  to: Point,
): void {
  const start = from.map((value) => value / PATH_CELL + reach);
  const delta = to.map((value, i) => value / PATH_CELL + reach - start[i]);
  // The part of the segment within the cells (Liang and Barsky 1984): a diverging path is endlessly long.
  let enter = 0;
  let leave = 1;
  for (const [i, limit] of [columns, rows].entries()) {
    const bounds = [-start[i] / delta[i], (limit - 1e-6 - start[i]) / delta[i]];
    if (delta[i] === 0 ? start[i] < 0 || start[i] >= limit : Number.isNaN(bounds[0] + bounds[1])) return;
    if (delta[i] === 0) continue;
    enter = Math.max(enter, Math.min(...bounds));
    leave = Math.min(leave, Math.max(...bounds));
  }
  if (!(enter <= leave)) return;
  const steps = Math.ceil(Math.hypot(delta[0], delta[1]) * (leave - enter)) + 1;
  for (let step = 0; step <= steps; step++) {
    const part = enter + ((leave - enter) * step) / steps;
    const column = Math.floor(start[0] + part * delta[0]);
    const row = Math.floor(start[1] + part * delta[1]);
    if (column >= 0 && row >= 0 && column < columns && row < rows) cells[row * columns + column] = 0;
  }
}
