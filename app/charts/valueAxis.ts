import { ticks } from 'd3-array';
import { columnAt, rowsWithin, type Series } from './series.ts';
import type { Span } from './span.ts';

/** The vertical axis of a chart. */
export interface ValueAxis {
  readonly kind: 'log' | 'linear';
  readonly from: number;
  readonly to: number;
  /** Subtracted from every value: the known minimum of the loss on a logarithmic axis, else 0. */
  readonly floor: number;
  /** Whether these values could be on a logarithmic axis. */
  readonly canBeLog: boolean;
}

export const NO_AXIS: ValueAxis = { kind: 'linear', from: 0, to: 1, floor: 0, canBeLog: false };

/** Values below this part of the largest are rounding, not progress. */
const DECADES = 14;
/** Where all is below this, float64 has no decades left to draw. */
const LEAST_GREATEST = 1e-300;
/** On a linear axis, values this many times as deep as the start is high are out of the picture. */
const FAR_BELOW = 20;
/** In heights: what lies further out than this is drawn there, so that lines to it are all but vertical. */
const REACH = 1000;

interface Extent {
  least: number;
  leastPositive: number;
  greatest: number;
}

/**
 * An axis that holds all values within a span of x, logarithmic in value − floor where the floor is known or all values
 * are positive, unless a linear one is asked for. Of a run that diverged it holds the start: the rest leaves by the top.
 * @param floor what no value is below, where that is known
 */
export function valueAxis(
  series: readonly Series[],
  floor: number | null,
  scale: 'auto' | 'log' | 'linear',
  span: Span,
): ValueAxis {
  const calm = series.filter(({ diverged }) => !diverged);
  const starts = series.filter(({ diverged }) => diverged);
  let extent = extentOf(calm, span, floor ?? 0);
  for (const one of starts) if (span.from <= 0) widen(extent, one, 0, Math.min(1, one.rows), floor ?? 0);
  // Where nothing else is in sight, what diverged is all there is to see.
  if (extent.least > extent.greatest) extent = extentOf(starts, span, floor ?? 0);
  const { least, leastPositive, greatest } = extent;
  const canBeLog = greatest > LEAST_GREATEST && (floor !== null || least > 0);
  if (canBeLog && scale !== 'linear') {
    const to = Math.min(greatest * 1.3, Number.MAX_VALUE);
    const from = Math.max(leastPositive, greatest * 10 ** -DECADES);
    return { kind: 'log', from: Math.min(from / 1.3, to / 10), to, floor: floor ?? 0, canBeLog };
  }
  if (least > greatest) return NO_AXIS;
  // Where f has no lower bound, what falls far below the start leaves by the bottom, as divergence does by the top.
  const heights = series.flatMap(({ values, rows }) => (rows > 0 ? [Math.abs(columnAt(values, 0))] : []));
  const reach = FAR_BELOW * Math.max(1, ...heights.filter(Number.isFinite));
  const high = greatest + (floor ?? 0);
  const low = Math.max(least + (floor ?? 0), Math.min(high, -reach));
  const pad = (high - low || Math.abs(low) || 1) * 0.05;
  return { kind: 'linear', from: low - pad, to: high + pad, floor: 0, canBeLog };
}

function extentOf(series: readonly Series[], span: Span, floor: number): Extent {
  const extent: Extent = {
    least: Number.POSITIVE_INFINITY,
    leastPositive: Number.POSITIVE_INFINITY,
    greatest: Number.NEGATIVE_INFINITY,
  };
  for (const one of series) {
    const { first, last } = rowsWithin(one, span);
    widen(extent, one, first, last + 1, floor);
  }
  return extent;
}

/** Makes room for the rows `from` … `to` − 1. */
function widen(extent: Extent, { values, ranges }: Series, from: number, to: number, floor: number): void {
  for (let row = from; row < to; row++) {
    include(extent, columnAt(values, row) - floor);
    if (!ranges) continue;
    include(extent, columnAt(ranges.least, row) - floor);
    include(extent, columnAt(ranges.greatest, row) - floor);
  }
}

function include(extent: Extent, value: number): void {
  if (!Number.isFinite(value)) return;
  if (value < extent.least) extent.least = value;
  if (value > extent.greatest) extent.greatest = value;
  if (value > 0 && value < extent.leastPositive) extent.leastPositive = value;
}

/**
 * Pixels from the top for a value. What is far off the axis, infinite say, lies far out of sight on its side, as does 0 on
 * a logarithmic axis; what is no number has no pixel.
 */
export function pixelsOf({ kind, from, to, floor }: ValueAxis, height: number): (value: number) => number {
  const bound = (part: number) => height * (1 - Math.min(REACH, Math.max(-REACH, part)));
  if (kind === 'linear') return (value) => bound((value - from) / (to - from));
  const low = Math.log(from);
  const perLog = 1 / (Math.log(to) - low);
  return (value) => bound(value - floor < 0 ? -REACH : (Math.log(value - floor) - low) * perLog);
}

/** A value of the axis, its floor subtracted, that gets a rule, and perhaps a number. */
export interface ValueTick {
  readonly value: number;
  readonly isLabelled: boolean;
}

/**
 * Rules of an axis: every decade, as far as there is room, or round values.
 * @param labels as many numbers as there is room for; at least 2
 */
export function valueTicks({ kind, from, to }: ValueAxis, labels: number): ValueTick[] {
  if (kind === 'linear') {
    const round = ticks(from, to, Math.min(3, labels));
    return (round.length > 0 ? round : [from + (to - from) / 2]).map((value) => ({
      value,
      isLabelled: true,
    }));
  }
  const first = Math.ceil(Math.log10(from));
  const last = Math.floor(Math.log10(to));
  const decades = last - first + 1;
  const stride = Math.max(1, Math.ceil(decades / labels));
  const ruled = decades <= 2 * labels + 2 ? 1 : stride;
  if (decades < 2) return partsOfDecades(from, to);
  const found: ValueTick[] = [];
  for (let exponent = last; exponent >= first; exponent -= ruled)
    // Not 10 ** exponent, which is a little less than 0.0001 at −4.
    found.push({ value: Number(`1e${exponent}`), isLabelled: (last - exponent) % stride === 0 });
  return found;
}

/** 1, 2 and 5 of each decade, for an axis on which two decades would not fit. */
function partsOfDecades(from: number, to: number): ValueTick[] {
  const found: ValueTick[] = [];
  for (let exponent = Math.floor(Math.log10(from)); exponent <= Math.floor(Math.log10(to)); exponent++)
    for (const part of [1, 2, 5]) {
      const value = Number(`${part}e${exponent}`);
      if (value >= from && value <= to) found.push({ value, isLabelled: true });
    }
  return found;
}
