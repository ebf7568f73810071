import { leastAbsoluteLines } from '../../../src/losses/likelihood/absoluteLines.ts';
import {
  bestLocations,
  leastSquaresLine,
  predictionsOf,
  type Line,
  type NoiseId,
} from '../../../src/losses/likelihood/fit.ts';
import { likelihood } from '../../../src/losses/topics/likelihood.ts';
import type { Values } from '../../../src/specs/spec.ts';
import type { useLossValues } from '../useLossValues.ts';

/** All that can be set on the page. */
export const SPECS = likelihood.values;

export type LikelihoodValues = Values<typeof SPECS>;

/** What a part of the page is given. */
export interface LikelihoodPart {
  readonly page: ReturnType<typeof useLossValues<'likelihood'>>;
  readonly fit: Fit;
}

/** Where points lie, and locations: the range of both in the specs. */
export const DOMAIN: readonly [number, number] = [-4, 4];

/** What the page is about: points, what is fitted to them, and the best fit there is. */
export interface Fit {
  readonly model: LikelihoodValues['model'];
  readonly noise: NoiseId;
  readonly precision: number;
  /** As many as there are y; none where a number is fitted. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly predictions: readonly number[];
  /** The predictions of the most likely fit. */
  readonly best: readonly number[];
  /** Of a number: the ends of the interval of most likely ones. */
  readonly locations: readonly [number, number];
  /** Of a line: one, or the corners of the set of equally likely ones; none where all x are the same. */
  readonly lines: readonly Line[];
}

export function fitOf(values: LikelihoodValues): Fit {
  const { model, noise, precision, mean, slope, intercept } = values;
  if (model === 'number') {
    const ys = values.points;
    const locations = bestLocations(noise, ys);
    return {
      model,
      noise,
      precision,
      xs: [],
      ys,
      predictions: ys.map(() => mean),
      best: ys.map(() => locations[0]),
      locations,
      lines: [],
    };
  }
  // Two lists can be typed to different lengths.
  const count = Math.min(values.inputs.length, values.outputs.length);
  const xs = values.inputs.slice(0, count);
  const ys = values.outputs.slice(0, count);
  const lines = bestLines(noise, xs, ys);
  const locations = bestLocations(noise, ys);
  return {
    model,
    noise,
    precision,
    xs,
    ys,
    predictions: predictionsOf({ slope, intercept }, xs),
    best: lines.length > 0 ? predictionsOf(lines[0], xs) : ys.map(() => locations[0]),
    locations,
    lines,
  };
}

function bestLines(noise: NoiseId, xs: readonly number[], ys: readonly number[]): readonly Line[] {
  if (noise === 'laplace') return leastAbsoluteLines(xs, ys);
  const line = leastSquaresLine(xs, ys);
  return line === null ? [] : [line];
}
