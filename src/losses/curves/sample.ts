/** A point of a figure, in the numbers of its axes. */
export type Point = readonly [x: number, y: number];

/** So far beside a jump or a corner its two sides are looked at. */
const BESIDE = 1e-9;

/**
 * A function as lines to be drawn: points evenly spread over a domain, in pieces that end on both sides of each break,
 * so that a jump stays one.
 * @param breaks places of the domain where the function jumps; at an end of it only the side within is drawn
 * @param count points over the whole domain, at least
 */
export function sampled(
  of: (x: number) => number,
  [from, to]: readonly [number, number],
  breaks: readonly number[],
  count: number,
): readonly (readonly Point[])[] {
  const inside = breaks.filter((at) => at > from && at < to).toSorted((a, b) => a - b);
  const ends = [from, ...inside, to];
  return ends.slice(1).map((right, i) => {
    const left = ends[i];
    const pieces = Math.max(2, Math.ceil((count * (right - left)) / (to - from)));
    return Array.from({ length: pieces + 1 }, (_, k): Point => {
      const x = left + ((right - left) * k) / pieces;
      const isBroken = (k === 0 && breaks.includes(left)) || (k === pieces && breaks.includes(right));
      return [x, of(isBroken ? x + (k === 0 ? BESIDE : -BESIDE) : x)];
    });
  });
}

/** Where a line goes out of a figure through its upper or lower edge. */
export interface Exit {
  readonly x: number;
  readonly y: number;
  /** Which way it goes on. */
  readonly towards: Point;
}

/** The places at which a line leaves the values that are shown. */
export function exitsOf(line: readonly Point[], [low, high]: readonly [number, number]): readonly Exit[] {
  const exits: Exit[] = [];
  const isIn = ([, y]: Point) => y >= low && y <= high;
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]];
    if (isIn(a) === isIn(b) || Number.isNaN(a[1] + b[1])) continue;
    const [inner, outer] = isIn(a) ? [a, b] : [b, a];
    const edge = outer[1] > high ? high : low;
    // An infinite value is straight above or below.
    const isFinite = Number.isFinite(outer[1]);
    const part = isFinite ? (edge - inner[1]) / (outer[1] - inner[1]) : 1;
    exits.push({
      x: inner[0] + part * (outer[0] - inner[0]),
      y: edge,
      towards: isFinite ? [outer[0] - inner[0], outer[1] - inner[1]] : [0, edge === high ? 1 : -1],
    });
  }
  return exits;
}
