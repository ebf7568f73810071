import { predictionsOf, sumOfErrors, type Line } from './fit.ts';

/** Sums that differ by less than this part of themselves differ by rounding, and so do lines by so much. */
const ROUNDING = 1e-12;
const SAME = 1e-9;

/**
 * The lines of least absolute error: the corners of the set of them, which is convex. Where there is only one, it is
 * that. None where all x are the same, and any slope will do.
 *
 * The error is straight between the lines through single points, and so it is least where two of those cross: at a line
 * through two points. All pairs are tried.
 */
export function leastAbsoluteLines(xs: readonly number[], ys: readonly number[]): readonly Line[] {
  const lines = xs.flatMap((x, i) =>
    xs.slice(i + 1).flatMap((other, k): Line[] => {
      if (other === x) return [];
      const slope = (ys[i + 1 + k] - ys[i]) / (other - x);
      return [{ slope, intercept: ys[i] - slope * x }];
    }),
  );
  const error = (line: Line) => sumOfErrors('laplace', predictionsOf(line, xs), ys);
  const least = Math.min(...lines.map(error));
  const size = ys.reduce((total, y) => total + Math.abs(y), least);
  const best: Line[] = [];
  for (const line of lines)
    if (error(line) - least <= ROUNDING * size && !best.some((known) => isSame(known, line))) best.push(line);
  return inOrder(best);
}

function isSame(a: Line, b: Line): boolean {
  return Math.abs(a.slope - b.slope) <= SAME && Math.abs(a.intercept - b.intercept) <= SAME;
}

/**
 * The lines whose Σ |y − ŷ| is `level`: the corners of a polygon around the best ones, one after another.
 * @param within a line of less error
 */
export function linesOfEqualAbsoluteError(
  within: Line,
  xs: readonly number[],
  ys: readonly number[],
  level: number,
): readonly Line[] {
  // Corners lie on the lines through one point each; along those the error is convex, and straight between two points.
  const corners = xs.flatMap((x, i) => {
    const through = (slope: number): Line => ({ slope, intercept: ys[i] - slope * x });
    const error = (slope: number) => sumOfErrors('laplace', predictionsOf(through(slope), xs), ys);
    const bends = xs
      .flatMap((other, k) => (other === x ? [] : [(ys[k] - ys[i]) / (other - x)]))
      .toSorted((a, b) => a - b);
    const growth = xs.reduce((total, other) => total + Math.abs(other - x), 0);
    return growth === 0 ? [] : crossings(bends, error, growth, level).map(through);
  });
  return inOrder(corners, within);
}

/** Where a convex function that is straight between its bends, and grows by so much beyond them, has a value. */
function crossings(
  bends: readonly number[],
  of: (at: number) => number,
  growth: number,
  value: number,
): number[] {
  const values = bends.map(of);
  if (Math.min(...values) > value) return [];
  const last = bends.length - 1;
  const ends = [
    bends[0] - Math.max(0, (value - values[0]) / growth),
    bends[last] + Math.max(0, (value - values[last]) / growth),
  ];
  const places = [ends[0], ...bends, ends[1]];
  const heights = places.map(of);
  const found: number[] = [];
  for (let i = 1; i < places.length; i++) {
    const [a, b] = [heights[i - 1], heights[i]];
    if (a === b || (a - value) * (b - value) > 0) continue;
    found.push(places[i - 1] + ((value - a) / (b - a)) * (places[i] - places[i - 1]));
  }
  // At the outer ends rounding may leave it a little below.
  if (values[0] < value) found.push(ends[0]);
  if (values[last] < value) found.push(ends[1]);
  return found;
}

/** Corners of a convex polygon in their order around a point within, or around their middle. */
function inOrder(lines: readonly Line[], within: Line = middleOf(lines)): Line[] {
  const angle = ({ slope, intercept }: Line) =>
    Math.atan2(intercept - within.intercept, slope - within.slope);
  return lines.toSorted((a, b) => angle(a) - angle(b));
}

function middleOf(lines: readonly Line[]): Line {
  const mean = (of: (line: Line) => number) =>
    lines.reduce((total, line) => total + of(line), 0) / lines.length;
  return { slope: mean(({ slope }) => slope), intercept: mean(({ intercept }) => intercept) };
}
