import { bandsOf, emptyColumns, startSwings, SWING, swings, type Band, type Columns } from './jitter.ts';
import { columnAt, rowsWithin, type Series } from './series.ts';
import type { Span } from './span.ts';

/** A curve as it is drawn, in pixels. */
export interface CurveShape {
  /** x, y, x, y, …; NaN is a gap. In the columns of a band, its middle. */
  readonly line: readonly number[];
  readonly bands: readonly Band[];
}

export interface PlotSize {
  readonly width: number;
  readonly height: number;
}

/** Rows a column from which a curve is drawn column by column. */
const DENSE = 2;

/**
 * The shape of a curve: a point a row where there is room; where several rows share a column, the first, least, greatest
 * and last of them, so that no spike is lost; and a band where the curve jitters.
 * @param toPixel the pixels from the top of a value
 * @param withBands false leaves jitter a line, which costs less
 */
export function curveShape(
  series: Series,
  toPixel: (value: number) => number,
  span: Span,
  { width, height }: PlotSize,
  withBands: boolean,
): CurveShape {
  const { first, last } = rowsWithin(series, span);
  const isDense = last - first > DENSE * width;
  const ys = new Float64Array(Math.max(0, last - first + 1));
  for (let k = 0; k < ys.length; k++) ys[k] = toPixel(columnAt(series.values, first + k));
  const perX = span.to > span.from ? width / (span.to - span.from) : 0;
  const plot = { series, toPixel, first, ys, perX, span };
  const bands = withBands ? bandsOf(columnsOf(plot, Math.ceil(width), height)) : [];
  return { line: isDense ? lineByColumns(plot, width, bands) : lineByRows(plot, bands), bands };
}

interface Plot {
  readonly series: Series;
  readonly toPixel: (value: number) => number;
  /** The first row, and the pixels from the top of it and those after it. */
  readonly first: number;
  readonly ys: Float64Array;
  /** Pixels a unit of x. */
  readonly perX: number;
  readonly span: Span;
}

/** Spreads the rows over pixel columns. */
function columnsOf({ series, toPixel, first, ys, perX, span }: Plot, count: number, height: number): Columns {
  const columns = emptyColumns(count);
  const { tops, bottoms, sums, counts, turns } = columns;
  const { xs, values, ranges } = series;
  let state = startSwings();
  let yBefore = Number.NaN;
  let columnBefore = 0;
  for (let k = 0; k < ys.length; k++) {
    const y = ys[k];
    if (Number.isNaN(y)) {
      state = startSwings();
      yBefore = Number.NaN;
      continue;
    }
    const x = xs[first + k];
    const column = Math.min(count - 1, Math.max(0, Math.floor((x - span.from) * perX)));
    let top = y;
    let bottom = y;
    if (ranges && !Number.isNaN(yBefore)) {
      const value = columnAt(values, first + k);
      const greatest = columnAt(ranges.greatest, first + k);
      const least = columnAt(ranges.least, first + k);
      if (greatest > value) top = toPixel(greatest);
      if (least < value) bottom = toPixel(least);
      // In the order of a curve that only rises or only falls, so that it does not turn.
      const rises = y < yBefore;
      turns[column] += swings(state, rises ? bottom : top) + swings(state, rises ? top : bottom);
      const isBeyond =
        bottom - top > SWING && (top < Math.min(y, yBefore) - 1 || bottom > Math.max(y, yBefore) + 1);
      // Rows far apart say from where to where the steps between went, not how often: all of the way is a band.
      for (let c = columnBefore + 1; c <= column; c++) {
        if (isBeyond) turns[c] += 1;
        if (top < tops[c]) tops[c] = top;
        if (bottom > bottoms[c]) bottoms[c] = bottom;
      }
    }
    turns[column] += swings(state, y);
    if (x >= span.from && x <= span.to) {
      if (top < tops[column]) tops[column] = top;
      if (bottom > bottoms[column]) bottoms[column] = bottom;
      // What is out of sight must not draw a mean after it.
      const middle = ranges ? (top + bottom) / 2 : y;
      sums[column] += Math.min(2 * height, Math.max(-height, middle));
      counts[column] += 1;
    }
    yBefore = y;
    columnBefore = column;
  }
  return columns;
}

const MIDDLE = 0.5;

/** Adds a band's middle to a line. */
function followBand(points: number[], { from, middles }: Band): void {
  for (let i = 0; i < middles.length; i++)
    if (!Number.isNaN(middles[i])) points.push(from + i + MIDDLE, middles[i]);
}

function lineByRows({ series, first, ys, perX, span }: Plot, bands: readonly Band[]): number[] {
  const points: number[] = [];
  let next = 0;
  for (let k = 0; k < ys.length; k++) {
    const x = (series.xs[first + k] - span.from) * perX;
    const band = bands.at(next);
    if (band && x >= band.from) {
      if (x < band.from + band.tops.length) continue;
      followBand(points, band);
      next += 1;
      k -= 1;
      continue;
    }
    const y = ys[k];
    if (!Number.isNaN(y)) points.push(x, y);
    else if (points.length > 0) points.push(Number.NaN, Number.NaN);
  }
  for (const band of bands.slice(next)) followBand(points, band);
  return points;
}

function lineByColumns(
  { series, first, ys, perX, span }: Plot,
  width: number,
  bands: readonly Band[],
): number[] {
  const points: number[] = [];
  let next = 0;
  let column = -1;
  let begin = 0;
  let top = 0;
  let bottom = 0;
  let end = 0;
  const close = () => {
    if (column < 0) return;
    const band = bands.at(next);
    if (band && column >= band.from) {
      if (column < band.from + band.tops.length) return;
      followBand(points, band);
      next += 1;
    }
    points.push(column, begin);
    if (top < begin || bottom > begin) points.push(column, top, column, bottom, column, end);
  };
  for (let k = 0; k < ys.length; k++) {
    const y = ys[k];
    if (Number.isNaN(y)) continue;
    const x = Math.min(width, Math.max(0, Math.floor((series.xs[first + k] - span.from) * perX)));
    if (x !== column) {
      close();
      column = x;
      begin = top = bottom = y;
    }
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    end = y;
  }
  close();
  for (const band of bands.slice(next)) followBand(points, band);
  return points;
}
