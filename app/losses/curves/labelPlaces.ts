/** A point of a figure in pixels. */
type Pixel = readonly [x: number, y: number];

/** A curve that is to be named on a figure. */
export interface NamedLine {
  readonly name: string;
  /** From left to right, one point a few pixels. */
  readonly points: readonly Pixel[];
}

/** Where a name goes: the middle of its text. */
export interface LabelPlace {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** A figure, and the width of a letter and the height of a line on it, in pixels. */
export interface LabelSize {
  readonly width: number;
  readonly height: number;
  readonly letter: number;
  readonly line: number;
}

/** A line with points at even distances. */
interface Dense {
  readonly line: NamedLine;
  readonly points: readonly Pixel[];
}

/** A part of a figure. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** More free room around a name than this is no better, and so little is none. */
const ENOUGH = 18;
const LEAST = 4;
/** Pixels from one line to another at which one sees which is named. */
const ALONE = 3;
/** From a curve to its name above, below or beside it: further costs half as much as the room that it wins. */
const LIFTS = [0, 6, 12] as const;
const GAP = 6;

/**
 * Names beside their curves, where there is most room: clear of all lines and of each other. A name for which there is
 * none is left out. Long ones choose first.
 * @param taken where something else may be written
 */
export function labelPlaces(
  lines: readonly NamedLine[],
  size: LabelSize,
  taken: readonly Box[] = [],
): readonly LabelPlace[] {
  const boxes = [...taken];
  const dense = lines.map((line) => ({ line, points: evenly(line.points) }));
  const places: LabelPlace[] = [];
  for (const line of lines.toSorted((a, b) => b.name.length - a.name.length)) {
    let best: Box | null = null;
    let most = LEAST;
    for (const { box, lift } of candidates({ ...line, points: alone(line, dense) }, size)) {
      const wanted = most + lift / 2;
      if (wanted >= ENOUGH) continue;
      const room = Math.min(ENOUGH, roomAround(box, line, dense, boxes, wanted));
      if (room <= wanted) continue;
      best = box;
      most = room - lift / 2;
    }
    if (best === null) continue;
    boxes.push(best);
    places.push({ name: line.name, x: (best.left + best.right) / 2, y: (best.top + best.bottom) / 2 });
  }
  return places;
}

/** The points of a line at which it lies by itself; a name elsewhere could be that of another. All, where it never does. */
function alone({ name, points }: NamedLine, dense: readonly Dense[]): readonly Pixel[] {
  const others = dense.filter(({ line }) => line.name !== name).flatMap((other) => other.points);
  const found = points.filter(([x, y]) => others.every(([px, py]) => Math.hypot(px - x, py - y) >= ALONE));
  return found.length > 0 ? found : points;
}

/** Boxes above and below each point of a line, over it and to both sides, as far as they are within the figure. */
function candidates({ name, points }: NamedLine, size: LabelSize): { box: Box; lift: number }[] {
  const [wide, high] = [name.length * size.letter, size.line];
  return points.flatMap(([x, y]) =>
    [-1, 1].flatMap((side) =>
      [0, 0.5, -0.5].flatMap((beside) =>
        LIFTS.flatMap((lift) => {
          const middle = x + beside * (wide + 2 * GAP);
          const at = y + side * (high / 2 + lift + (beside === 0 ? GAP : 0));
          const [left, right, top, bottom] = [
            middle - wide / 2,
            middle + wide / 2,
            at - high / 2,
            at + high / 2,
          ];
          const isInside = left > 4 && right < size.width - 4 && top > 2 && bottom < size.height - 4;
          return isInside ? [{ box: { left, right, top, bottom }, lift }] : [];
        }),
      ),
    ),
  );
}

/** So near to each other are the points at which a line is looked at. */
const BETWEEN = 7;

/** A line by points at even distances, however steep it is. */
function evenly(points: readonly Pixel[]): Pixel[] {
  return points.flatMap(([x, y], i) => {
    if (i === 0) return [[x, y] as const];
    const [x0, y0] = points[i - 1];
    const parts = Math.max(1, Math.ceil(Math.hypot(x - x0, y - y0) / BETWEEN));
    return Array.from({ length: parts }, (_, k): Pixel => {
      const part = (k + 1) / parts;
      return [x0 + part * (x - x0), y0 + part * (y - y0)];
    });
  });
}

/**
 * Pixels to the nearest line or box; 0 as soon as they are no more than what is wanted. Its own line is no hindrance, as
 * long as it keeps clear.
 */
function roomAround(
  box: Box,
  own: NamedLine,
  lines: readonly Dense[],
  boxes: readonly Box[],
  wanted: number,
): number {
  let room = Number.POSITIVE_INFINITY;
  for (const other of boxes) room = Math.min(room, distance(box, other));
  for (const { line, points } of lines) {
    const least = line === own ? LEAST : wanted;
    for (const [x, y] of points) {
      const away = Math.hypot(
        Math.max(0, box.left - x, x - box.right),
        Math.max(0, box.top - y, y - box.bottom),
      );
      if (away <= least) return 0;
      if (line !== own && away < room) room = away;
    }
  }
  return room;
}

function distance(a: Box, b: Box): number {
  const across = Math.max(0, a.left - b.right, b.left - a.right);
  const down = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  return Math.hypot(across, down);
}
