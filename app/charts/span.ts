import { ticks } from 'd3-array';

/** A stretch of the chart's x, in steps or evaluations. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** No fewer steps than these are spread over the chart. */
const NARROWEST = 4;

/** The stretch on the chart: the one asked for, if it holds anything of what there is, else all of it. */
export function visibleSpan(range: readonly [number, number] | null, total: number): Span {
  if (range) {
    const from = Math.max(0, range[0]);
    const to = Math.min(total, range[1]);
    if (to > from) return { from, to };
  }
  return { from: 0, to: total };
}

/**
 * A stretch as the chart's view keeps it: within what there is, not too narrow, and null for all of it.
 * @param around what stays where it is when a stretch that is too narrow is widened
 */
export function rangeOf(
  { from, to }: Span,
  total: number,
  around = (from + to) / 2,
): readonly [number, number] | null {
  const least = Math.min(NARROWEST, total);
  const width = Math.min(total, Math.max(least, to - from));
  const part = to > from ? (around - from) / (to - from) : 0.5;
  const start = to - from < least ? around - part * width : from;
  const begin = Math.min(total - width, Math.max(0, start));
  // A link holds these numbers: no more digits than a pixel can show.
  const digits = 10 ** Math.max(0, 4 - Math.floor(Math.log10(Math.max(1, width))));
  const rounded = [
    Math.round(begin * digits) / digits,
    Math.round((begin + width) * digits) / digits,
  ] as const;
  return rounded[0] <= 0 && rounded[1] >= total ? null : rounded;
}

/** @param factor above 1 shows less, larger; `around` stays where it is */
export function zoomed({ from, to }: Span, total: number, factor: number, around: number) {
  return rangeOf(
    { from: around - (around - from) / factor, to: around + (to - around) / factor },
    total,
    around,
  );
}

/** The same width, moved; at the ends it stops. */
export function panned({ from, to }: Span, total: number, by: number) {
  const shift = Math.min(total - to, Math.max(-from, by));
  return rangeOf({ from: from + shift, to: to + shift }, total);
}

export function xToPixels({ from, to }: Span, x: number, width: number): number {
  return to > from ? ((x - from) / (to - from)) * width : 0;
}

export function pixelsToX({ from, to }: Span, pixels: number, width: number): number {
  return width > 0 ? from + (pixels / width) * (to - from) : from;
}

/** Round whole numbers along a span, as many as there is room for. The end has words of its own. */
export function spanTicks({ from, to }: Span, width: number, roomForOne: number): number[] {
  const count = Math.max(2, Math.min(7, Math.floor(width / roomForOne)));
  return ticks(from, to, count).filter((x) => Number.isInteger(x) && x < to);
}
