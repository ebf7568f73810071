import type { Vector } from '../../linalg/vector.ts';
import { withValue } from '../problem.ts';
import type { LeastPoints } from './kinkedMinimizer.ts';
import { fittedLoss, type Fit } from './linearModel.ts';
import { sameForTwo } from './sampleLoss.ts';
import { smoothMinimizer, type LeastPoint, type SmoothFunction } from './smoothMinimizer.ts';

/** Of more samples than this, that many give the first guess; fewer where many places are tried. */
const SOME = 1000;
const SOME_OF_BENT = 200;

/** Scores, and directions in which, starts lie where a loss is not convex. */
const RINGS = [1, 4];
const DIRECTIONS = 4;
/** Of the least points of some samples so many are looked at among all of them. */
const MOST_LOCAL = 4;
/** Points whose scores differ by less, in parts of the scores, are one; of scores near 0, in parts of what changes a loss. */
const SAME = 1e-6;
const LEAST_SCORE = 1e-3;

/** How many places the search for the least point of a loss that is not convex starts from. */
export const STARTS = 1 + RINGS.length * DIRECTIONS;

/** Whether a smooth loss bends down somewhere, so that it may be least at several points: focal loss, unless γ is 0. */
export function isBentDown({ loss, lossParameters }: Pick<Fit, 'loss' | 'lossParameters'>): boolean {
  return loss === 'focal' && lossParameters.gamma !== 0;
}

/** Where a fit of a smooth loss is least; null where no point that is reached can be shown to be one. */
export function leastOfSmooth(fit: Fit): LeastPoints | null {
  const f = smoothOf(fit);
  const isBent = isBentDown(fit);
  const few = evenly(fit, isBent ? SOME_OF_BENT : SOME);
  const { value } = withValue(f);
  const height = (point: readonly number[]) => value(Float64Array.from(point));
  // Where a few samples say nothing of all, 0 is better.
  const guesses =
    few === fit ? [] : startsFrom(smoothOf(few), isBent).filter((guess) => height(guess) < height([0, 0]));
  const starts = guesses.length > 0 ? guesses : startsOf(f, isBent);
  const found: (LeastPoint & { readonly value: number })[] = [];
  for (const start of starts) {
    const least = smoothMinimizer(f, start);
    if (!least || found.some(({ point }) => isSame(f, point, least.point))) continue;
    found.push({ ...least, value: height(least.point) });
  }
  const [lowest, ...others] = found.toSorted((a, b) => a.value - b.value);
  if (!lowest) return null;
  const extent = lowest.isAlone ? 'point' : 'region';
  const local = others.filter(({ isAlone }) => isAlone).map(({ point }) => point);
  return { points: [lowest.point], extent, ...(local.length > 0 && { local }) };
}

/** The least points of a few samples, the lowest first. */
function startsFrom(few: FitFunction, isBent: boolean): readonly (readonly number[])[] {
  const { value } = withValue(few);
  const points: (readonly number[])[] = [];
  for (const start of startsOf(few, isBent)) {
    const least = smoothMinimizer(few, start)?.point;
    if (least && !points.some((point) => isSame(few, point, least))) points.push(least);
  }
  const height = (point: readonly number[]) => value(Float64Array.from(point));
  return points.toSorted((a, b) => height(a) - height(b)).slice(0, MOST_LOCAL);
}

/** A convex loss is searched from 0; another one from places around it, too. */
function startsOf({ units }: FitFunction, isBent: boolean): readonly (readonly number[])[] {
  const around = RINGS.flatMap((score) =>
    Array.from({ length: DIRECTIONS }, (_, i) => {
      const angle = (2 * Math.PI * (i + 0.5)) / DIRECTIONS;
      return [(score * Math.cos(angle)) / units[0], (score * Math.sin(angle)) / units[1]];
    }),
  );
  return [[0, 0], ...(isBent ? around : [])];
}

function isSame({ units }: FitFunction, a: readonly number[], b: readonly number[]): boolean {
  const apart = Math.hypot((a[0] - b[0]) * units[0], (a[1] - b[1]) * units[1]);
  return apart <= SAME * Math.max(LEAST_SCORE, Math.hypot(a[0] * units[0], a[1] * units[1]));
}

/** A smooth function of two parameters, and the scores that it is one of. */
interface FitFunction extends SmoothFunction {
  /** How much, about, one of a parameter changes a score. */
  readonly units: readonly [number, number];
}

/** The mean loss of a fit, with the sizes of what it is computed from. */
function smoothOf(fit: Fit): FitFunction {
  const { count, inputs, model, penalty } = fit;
  // The same function, whose value is finite where a probability rounds to 0 or 1.
  const isOfProbability = sameForTwo(fit.loss) === 'binary-cross-entropy';
  const fitted = fittedLoss(isOfProbability ? { ...fit, loss: 'sigmoid-cross-entropy' } : fit);
  const penalties = [penalty, model === 'weights' ? penalty : 0];
  const slopes = new Float64Array(2 * count);
  return {
    valueInto: (theta, out) => fitted.valueInto(theta, out),
    gradient: (theta, out) => fitted.gradient(theta, out),
    hessian: (theta, out) => fitted.hessian(theta, out),
    units: [sizeOf(inputs, 0, count), sizeOf(inputs, 1, count)],
    gradientSizes(theta, out) {
      fitted.sampleGradients(theta, slopes);
      out.fill(0);
      for (let i = 0; i < slopes.length; i++) out[i & 1] += Math.abs(slopes[i]);
      for (let k = 0; k < 2; k++) out[k] = out[k] / count + Math.abs(penalties[k] * theta[k]);
    },
  };
}

/** The root mean square of an input; 1 where it is always 0. */
function sizeOf(inputs: Vector, column: number, count: number): number {
  let squares = 0;
  for (let i = 0; i < count; i++) squares += inputs[2 * i + column] ** 2;
  return Math.sqrt(squares / count) || 1;
}

/** How far from its place each sample is taken: without a rhythm that classes may have, too. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The same fit of at most so many of its samples, evenly taken. */
export function evenly(fit: Fit, most: number): Fit {
  if (fit.count <= most) return fit;
  const { inputs, targets } = fit;
  const taken = Uint32Array.from({ length: most }, (_, i) =>
    Math.floor(((i + ((i * GOLDEN) % 1)) * fit.count) / most),
  );
  return {
    ...fit,
    count: most,
    inputs: Float64Array.from({ length: 2 * most }, (_, i) => inputs[2 * taken[i >> 1] + (i & 1)]),
    targets: Float64Array.from(taken, (i) => targets[i]),
  };
}
