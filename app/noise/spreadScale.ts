import { roundBetween } from '../charts/roundValues.ts';
import { scaleOfLaw, type SpreadAt } from './spread.ts';

/** A point's place on the chart, as parts of its width and height. */
interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where spreads stand on a chart of both logarithms. */
export interface SpreadScale {
  readonly at: (batchSize: number, spread: number) => Place;
  /** Round spreads, for the rules. */
  readonly ticks: readonly number[];
  /** c of the line spread = c/√B among the points. */
  readonly c: number;
}

/** Room beside the first and last point, as a part of the width; and above and below, of the height. */
const SIDE = 0.09;
const EDGE = 0.09;
/** The chart spans at least this factor. */
const LEAST_FACTOR = 2;

/**
 * @param points with spreads above 0; at least one
 * @param batchSizes all that are on the axis, ascending
 */
export function spreadScale(points: readonly SpreadAt[], batchSizes: readonly number[]): SpreadScale {
  const c = scaleOfLaw(points);
  const [first, last] = [batchSizes[0], batchSizes[batchSizes.length - 1]];
  const spreads = [...points.map(({ spread }) => spread), c / Math.sqrt(first), c / Math.sqrt(last)];
  const middle = Math.sqrt(Math.max(...spreads) * Math.min(...spreads));
  const factor = Math.max(LEAST_FACTOR, Math.max(...spreads) / Math.min(...spreads));
  const [low, high] = [middle / Math.sqrt(factor), middle * Math.sqrt(factor)];
  const across = Math.log(last / first);
  return {
    at: (batchSize, spread) => ({
      x: SIDE + ((1 - 2 * SIDE) * Math.log(batchSize / first)) / across,
      y: EDGE + ((1 - 2 * EDGE) * Math.log(high / spread)) / Math.log(high / low),
    }),
    ticks: roundBetween(low, high),
    c,
  };
}

/** The slope of the line through points by least squares of both logarithms; −½ where the spread falls as 1/√B. */
export function slopeOf(points: readonly SpreadAt[]): number {
  const xs = points.map(({ batchSize }) => Math.log(batchSize));
  const ys = points.map(({ spread }) => Math.log(spread));
  const mean = (values: readonly number[]) => values.reduce((sum, x) => sum + x, 0) / values.length;
  const [middleX, middleY] = [mean(xs), mean(ys)];
  const above = xs.reduce((sum, x, i) => sum + (x - middleX) * (ys[i] - middleY), 0);
  return above / xs.reduce((sum, x) => sum + (x - middleX) ** 2, 0);
}
