import { roundBetween } from '../charts/roundValues.ts';
import { partOfDeviation } from '../../src/engine/gradientScatter.ts';
import type { MeasuredDeviation } from '../../src/engine/scatterDraws.ts';
import type { Sampling } from '../../src/scene/scene.ts';
import type { Box } from './lineGeometry.ts';

/** Deviation against batch size on logarithmic axes, in pixels. */
export interface LawScale {
  readonly box: Box;
  readonly x: (size: number) => number;
  /** Deviations of 0 and below the chart stand on its lower edge. */
  readonly y: (deviation: number) => number;
  /** The batch size at a place, a whole number from 1 to N. */
  readonly sizeAt: (x: number) => number;
  /** Round numbers on both axes. */
  readonly sizes: readonly number[];
  readonly deviations: readonly number[];
}

/** Decades above the lowest exact deviation of a batch that is not the whole set, at least. */
const LEAST_SPAN = 10;

/**
 * @param sigma deviation of one sample, above 0
 * @param count N, at least 2
 */
export function lawScale(
  sigma: number,
  count: number,
  points: readonly MeasuredDeviation[],
  box: Box,
): LawScale {
  const lowest = Math.min(
    sigma / Math.sqrt(count),
    ...points.map(({ measured }) => measured).filter(isAbove),
  );
  const highest = Math.max(sigma, ...points.map(({ measured }) => measured).filter(isAbove));
  const [low, high] = [Math.min(lowest, highest / LEAST_SPAN) / 1.2, highest * 1.25];
  const across = (box.right - box.left) / Math.log(count);
  const up = (box.bottom - box.top) / Math.log(high / low);
  return {
    box,
    x: (size) => box.left + across * Math.log(size),
    y: (deviation) => (deviation <= low ? box.bottom : box.bottom - up * Math.log(deviation / low)),
    sizeAt: (x) => Math.max(1, Math.min(count, Math.round(Math.exp((x - box.left) / across)))),
    sizes: roundBetween(1, count),
    deviations: roundBetween(low, high),
  };
}

function isAbove(deviation: number): boolean {
  return deviation > 0 && Number.isFinite(deviation);
}

const CURVE_POINTS = 64;

/** The exact law as SVG path data. By epochs it falls to 0 at N, and there to the lower edge. */
export function lawPath({ x, y }: LawScale, sigma: number, count: number, order: Sampling['order']): string {
  const places = Array.from({ length: CURVE_POINTS + 1 }, (_, i) => {
    const size = count ** (i / CURVE_POINTS);
    return `${x(size).toFixed(1)} ${y(sigma * partOfDeviation(count, size, order)).toFixed(1)}`;
  });
  return `M${places.join('L')}`;
}

/** Sizes in a factor of two that a plain arrow key goes through. */
const STEPS_IN_TWO = 4;

/**
 * The batch size that a key leads to; null for a key that means nothing here.
 * @param count N, the largest size
 */
export function sizeByKey(
  { key, shiftKey, altKey }: { key: string; shiftKey: boolean; altKey: boolean },
  size: number,
  count: number,
): number | null {
  const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
  if (key === 'Home') return 1;
  if (key === 'End') return count;
  const isPage = key === 'PageUp' || key === 'PageDown';
  if (direction === undefined && !isPage) return null;
  const sign = direction ?? (key === 'PageUp' ? 1 : -1);
  if (altKey) return within(size + sign, count);
  const factor = shiftKey || isPage ? 2 : 2 ** (1 / STEPS_IN_TWO);
  const next = Math.round(sign > 0 ? size * factor : size / factor);
  return within(next === size ? size + sign : next, count);
}

function within(size: number, count: number): number {
  return Math.max(1, Math.min(count, size));
}
