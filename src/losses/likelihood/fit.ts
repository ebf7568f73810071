import { elementwiseOf } from '../kernelOf.ts';
import type { LossDefinition } from '../loss.ts';
import { LOSSES } from '../registry.ts';
import type { AnyValues } from '../../specs/spec.ts';

/** What scatters the points around what is fitted. */
export type NoiseId = 'gaussian' | 'laplace';

/** The loss of the registry that each noise makes the likely fit minimize. */
export const ERROR_OF = {
  gaussian: 'squared-error',
  laplace: 'absolute-error',
} as const satisfies Record<NoiseId, keyof typeof LOSSES>;

/** ½ (y − ŷ)² of each point, or |y − ŷ| for Laplace's noise. */
export function errors(noise: NoiseId, predictions: readonly number[], targets: readonly number[]): number[] {
  return values(LOSSES[ERROR_OF[noise]], {}, predictions, targets);
}

/** ½ Σ (y − ŷ)², or Σ |y − ŷ| for Laplace’s noise. */
export function sumOfErrors(
  noise: NoiseId,
  predictions: readonly number[],
  targets: readonly number[],
): number {
  return sum(errors(noise, predictions, targets));
}

/**
 * −ln p of each point: of a Gaussian of precision β, or of Laplace’s density ½ β e^{−β|y − ŷ|}.
 * @param precision β, above 0
 */
export function negativeLogDensities(
  noise: NoiseId,
  precision: number,
  predictions: readonly number[],
  targets: readonly number[],
): number[] {
  if (noise === 'gaussian') return values(LOSSES['gaussian-nll'], { precision }, predictions, targets);
  return errors(noise, predictions, targets).map(
    (error) => Math.LN2 - Math.log(precision) + precision * error,
  );
}

/** −ln L: what is left of a product when its logarithm is taken. */
export function negativeLogLikelihood(
  noise: NoiseId,
  precision: number,
  predictions: readonly number[],
  targets: readonly number[],
): number {
  return sum(negativeLogDensities(noise, precision, predictions, targets));
}

/** The part of −ln L of n points that does not depend on what is fitted: what it would be if every point were met. */
export function constantPart(noise: NoiseId, precision: number, n: number): number {
  return n * negativeLogDensities(noise, precision, [0], [0])[0];
}

/** The locations that make the points most likely: the mean; for Laplace’s noise all between the two middle points. */
export function bestLocations(noise: NoiseId, points: readonly number[]): readonly [number, number] {
  if (noise === 'gaussian') {
    const mean = sum(points) / points.length;
    return [mean, mean];
  }
  const sorted = points.toSorted((a, b) => a - b);
  return [sorted[Math.ceil(points.length / 2) - 1], sorted[Math.floor(points.length / 2)]];
}

/** A line y = slope · x + intercept. */
export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/** What a line predicts at each x. */
export function predictionsOf({ slope, intercept }: Line, xs: readonly number[]): number[] {
  return xs.map((x) => slope * x + intercept);
}

/** The line of least squared error; null where all x are the same, and any slope will do. */
export function leastSquaresLine(xs: readonly number[], ys: readonly number[]): Line | null {
  const meanX = sum(xs) / xs.length;
  const meanY = sum(ys) / ys.length;
  const spread = sum(xs.map((x) => (x - meanX) ** 2));
  if (spread === 0) return null;
  const slope = sum(xs.map((x, i) => (x - meanX) * (ys[i] - meanY))) / spread;
  return { slope, intercept: meanY - slope * meanX };
}

/** The density of a fit at the points that it meets, where it is largest. */
export function peakOf(noise: NoiseId, precision: number): number {
  return Math.exp(-constantPart(noise, precision, 1));
}

/** The lines whose ½ Σ (y − ŷ)² is that of the best one and `more`: points of an ellipse, one after another. */
export function linesOfEqualError(best: Line, xs: readonly number[], more: number, count: number): Line[] {
  // ½ dᵀ H d = more with H = [[Σx², Σx], [Σx, n]] = L Lᵀ, so d = √(2 more) L⁻ᵀ u for all unit vectors u.
  const l11 = Math.sqrt(sum(xs.map((x) => x * x)));
  const l21 = sum(xs) / l11;
  const l22 = Math.sqrt(xs.length - l21 * l21);
  const radius = Math.sqrt(2 * more);
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count;
    const intercept = (radius * Math.sin(angle)) / l22;
    const slope = (radius * Math.cos(angle) - l21 * intercept) / l11;
    return { slope: best.slope + slope, intercept: best.intercept + intercept };
  });
}

/** Erlangen’s density as it is printed where it is introduced, without the minus sign in its exponent. */
export function printedDensity(precision: number, residual: number): number {
  return Math.sqrt(precision / (2 * Math.PI)) * Math.exp((precision * residual ** 2) / 2);
}

function values(
  loss: LossDefinition,
  parameters: AnyValues,
  predictions: readonly number[],
  targets: readonly number[],
): number[] {
  const out = new Float64Array(targets.length);
  elementwiseOf(loss, parameters).values(
    Float64Array.from(predictions),
    Float64Array.from(targets),
    out,
    targets.length,
  );
  return Array.from(out);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, x) => total + x, 0);
}
