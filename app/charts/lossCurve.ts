import { ticks } from 'd3-array';
import type { Trajectory } from '../engine/trajectories.ts';

/** The vertical axis of a chart of losses. */
export interface LossAxis {
  readonly kind: 'log' | 'linear';
  readonly from: number;
  readonly to: number;
  /** Subtracted from every loss: the known minimum on a logarithmic axis, 0 on a linear one. */
  readonly floor: number;
}

/** Losses below this part of the largest are rounding, not progress. */
const DECADES = 14;
/** Where all is below this, float64 has no decades left to draw. */
const LEAST_GREATEST = 1e-300;
/** On a linear axis, losses this many times as deep as the start is high are out of the picture. */
const FAR_BELOW = 20;

/**
 * An axis that holds all losses, logarithmic in f − f₀ where the minimum is known or all losses are positive. Of a run
 * that diverged it holds the start: the rest leaves by the top.
 */
export function lossAxis(trajectories: readonly Trajectory[], minimum: number | null): LossAxis {
  const floor = minimum ?? 0;
  let least = Number.POSITIVE_INFINITY;
  let leastPositive = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const { losses, rows, outcome } of trajectories)
    for (let row = 0; row < (outcome?.kind === 'diverged' ? Math.min(1, rows) : rows); row++) {
      const loss = losses[row] - floor;
      if (!Number.isFinite(loss)) continue;
      if (loss < least) least = loss;
      if (loss > greatest) greatest = loss;
      if (loss > 0 && loss < leastPositive) leastPositive = loss;
    }
  if (greatest > LEAST_GREATEST && (minimum !== null || least > 0)) {
    const to = Math.min(greatest * 1.3, Number.MAX_VALUE);
    const from = Math.max(leastPositive, greatest * 10 ** -DECADES);
    return { kind: 'log', from: Math.min(from / 1.3, to / 10), to, floor };
  }
  if (!Number.isFinite(least)) return { kind: 'linear', from: 0, to: 1, floor: 0 };
  // Where f has no lower bound, what falls far below the start leaves by the bottom, as divergence does by the top.
  const starts = trajectories.flatMap(({ losses, rows }) => (rows > 0 ? [Math.abs(losses[0])] : []));
  const reach = FAR_BELOW * Math.max(1, ...starts.filter(Number.isFinite));
  const high = greatest + floor;
  const low = Math.max(least + floor, Math.min(high, -reach));
  const pad = (high - low || Math.abs(low) || 1) * 0.05;
  return { kind: 'linear', from: low - pad, to: high + pad, floor: 0 };
}

/** Pixels from the top for a loss; what is below the axis, 0 say, goes just out of sight, and NaN nowhere. */
export function lossToPixel({ kind, from, to, floor }: LossAxis, loss: number, height: number): number {
  const value = loss - floor;
  const part =
    kind === 'linear'
      ? (value - from) / (to - from)
      : value <= 0
        ? -1
        : Math.log(value / from) / Math.log(to / from);
  return height * (1 - Math.min(2, Math.max(-1, part)));
}

/** Values of the axis, its floor subtracted, that get a rule and a number: decades, thinned to a few. */
export function lossTicks({ kind, from, to }: LossAxis): number[] {
  if (kind === 'linear') {
    const round = ticks(from, to, 3);
    return round.length > 0 ? round : [from + (to - from) / 2];
  }
  const first = Math.ceil(Math.log10(from));
  const last = Math.floor(Math.log10(to));
  const stride = Math.max(1, Math.ceil((last - first + 1) / 4));
  const exponents: number[] = [];
  for (let exponent = last; exponent >= first; exponent -= stride) exponents.push(exponent);
  // Not 10 ** exponent, which is a little less than 0.0001 at −4.
  return exponents.map((exponent) => Number(`1e${exponent}`));
}

/**
 * A curve over the steps as points in pixels: where several rows share a column, the least and greatest of them, so that
 * jitter shows as the band it is and no spike is lost.
 */
export function lossCurve(
  { losses, steps, rows }: Trajectory,
  axis: LossAxis,
  total: number,
  width: number,
  height: number,
): number[] {
  const points: number[] = [];
  let column = -1;
  let first = 0;
  let least = 0;
  let greatest = 0;
  let last = 0;
  const close = () => {
    if (column < 0) return;
    points.push(column, first);
    if (least < first || greatest > first) points.push(column, least, column, greatest, column, last);
  };
  const perStep = total === 0 ? 0 : width / total;
  const isDense = rows > width;
  for (let row = 0; row < rows; row++) {
    const y = lossToPixel(axis, losses[row], height);
    if (Number.isNaN(y)) continue;
    const x = steps[row] * perStep;
    if (!isDense) {
      points.push(x, y);
      continue;
    }
    if (Math.floor(x) !== column) {
      close();
      column = Math.floor(x);
      first = least = greatest = y;
    }
    if (y < least) least = y;
    if (y > greatest) greatest = y;
    last = y;
  }
  if (isDense) close();
  return points;
}
