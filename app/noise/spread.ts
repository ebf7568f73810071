import { quantileSorted } from 'd3-array';
import type { Member } from '../engine/background.ts';

/** The row of a member at a step, or the last one before it; −1 before the first has come. */
export function rowAt({ rows, steps, stride }: Member, step: number): number {
  const row = Math.min(rows - 1, Math.floor(step / stride));
  return row + 1 < rows && steps[row + 1] <= step ? row + 1 : row;
}

/** The step that members have a row for at a step, or before it. */
export function recordedStep({ task: { steps }, stride }: Member, step: number): number {
  return step >= steps ? steps : Math.floor(step / stride) * stride;
}

/**
 * Where all members stand at a step, one after the other, `dimension` numbers each. One that has ended stands where it
 * stopped.
 */
export function pointsAt(members: readonly Member[], step: number): Float64Array {
  const n = members[0]?.dimension ?? 0;
  const points = new Float64Array(members.length * n);
  members.forEach((member, k) => {
    const row = rowAt(member, step);
    for (let i = 0; i < n; i++) points[k * n + i] = member.points[row * n + i];
  });
  return points;
}

/** The mean of points of n numbers each. */
export function meanOf(points: Float64Array, n: number): Float64Array {
  const mean = new Float64Array(n);
  for (let i = 0; i < points.length; i++) mean[i % n] += points[i];
  const count = points.length / n;
  return mean.map((sum) => sum / count);
}

/** The root mean square distance of points from their mean. */
export function spreadOf(points: Float64Array, n: number): number {
  const mean = meanOf(points, n);
  let squares = 0;
  for (let i = 0; i < points.length; i++) squares += (points[i] - mean[i % n]) ** 2;
  return Math.sqrt(squares / (points.length / n));
}

/** An ellipse about the mean of points of the plane: half its axes, and the angle of the first. */
export interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly major: number;
  readonly minor: number;
  /** Radians from the x-axis towards the y-axis. */
  readonly angle: number;
}

/** One standard deviation in each direction: the axes are those of the covariance, their halves its roots. */
export function ellipseOf(xs: Float64Array, ys: Float64Array): Ellipse {
  const count = xs.length;
  const x = xs.reduce((sum, value) => sum + value, 0) / count;
  const y = ys.reduce((sum, value) => sum + value, 0) / count;
  let [xx, xy, yy] = [0, 0, 0];
  for (let k = 0; k < count; k++) {
    xx += (xs[k] - x) ** 2 / count;
    xy += ((xs[k] - x) * (ys[k] - y)) / count;
    yy += (ys[k] - y) ** 2 / count;
  }
  const middle = (xx + yy) / 2;
  const radius = Math.hypot((xx - yy) / 2, xy);
  return {
    x,
    y,
    major: Math.sqrt(middle + radius),
    minor: Math.sqrt(Math.max(0, middle - radius)),
    angle: Math.atan2(2 * xy, xx - yy) / 2,
  };
}

/** The mean of all members at each of their common rows. */
export function meanPath(
  members: readonly Member[],
): Pick<Member, 'dimension' | 'rows' | 'steps' | 'points'> {
  const longest = members.reduce((a, b) => (b.rows > a.rows ? b : a));
  const { dimension, rows, steps } = longest;
  const points = new Float64Array(rows * dimension);
  for (let row = 0; row < rows; row++)
    points.set(meanOf(pointsAt(members, steps[row]), dimension), row * dimension);
  return { dimension, rows, steps, points };
}

/** What the losses of members at a step come to. */
export interface LossSummary {
  readonly mean: number;
  /** A quarter of them are below the first, and a quarter above the second. */
  readonly quartiles: readonly [number, number];
}

export function lossesAt(members: readonly Member[], step: number): LossSummary {
  const losses = members.map((member) => member.losses[rowAt(member, step)]).toSorted((a, b) => a - b);
  return {
    mean: losses.reduce((sum, loss) => sum + loss, 0) / losses.length,
    quartiles: [quantileSorted(losses, 0.25) ?? Number.NaN, quantileSorted(losses, 0.75) ?? Number.NaN],
  };
}

/** The spread of a cloud whose gradients were means of so many samples. */
export interface SpreadAt {
  readonly batchSize: number;
  readonly spread: number;
}

/** The c of the line spread = c/√B that lies among points with the least squares of logarithms; NaN if one is 0. */
export function scaleOfLaw(points: readonly SpreadAt[]): number {
  const logarithms = points.map(({ batchSize, spread }) => Math.log(spread * Math.sqrt(batchSize)));
  const c = Math.exp(logarithms.reduce((sum, value) => sum + value, 0) / points.length);
  return c > 0 ? c : Number.NaN;
}
