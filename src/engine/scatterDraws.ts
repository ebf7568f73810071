import type { Vector } from '../linalg/vector.ts';
import type { Problem } from '../problems/problem.ts';
import { createBatches, isWholeSet, type BatchSettings } from '../random/batches.ts';
import {
  batchMeanInto,
  deviationFrom,
  gradientMoments,
  partOfDeviation,
  type GradientMoments,
} from './gradientScatter.ts';

/** The gradients of many batches at one point. */
export interface Scatter {
  /** Of the whole loss, with its penalty and scale. */
  readonly gradient: readonly [number, number];
  /** Of single samples, without the penalty. */
  readonly moments: GradientMoments;
  /** Gradients of batches drawn so far, two numbers each. */
  readonly dots: Float64Array;
  readonly wanted: number;
}

/** A batch size with the deviation that was measured, and what it is exactly. */
export interface MeasuredDeviation {
  readonly size: number;
  readonly measured: number;
  readonly exact: number;
  /** Batches from which it was measured. */
  readonly draws: number;
}

export interface MeasuredLaw {
  readonly moments: GradientMoments;
  /** Sizes measured so far, ascending. */
  readonly points: readonly MeasuredDeviation[];
}

/** All indices of the batches of one size together stay below this. */
const MOST_INDICES = 60_000;
const FEWEST_DRAWS = 12;
/** A cloud of more dots is one blot; a deviation is measured from more, as single gradients are far from normal. */
const MOST_DOTS = 300;
const MOST_DRAWS = 1000;
/** Larger batches are not measured: each draw of one would cost as much as an epoch. */
const LARGEST_MEASURED = 4096;
/** Sizes grow by this factor, and by its square in larger sets, so that a chart has at most about eight. */
const FACTOR = 2;
const SMALL_SET = 400;

/** The sizes that are measured for so many samples. */
export function measuredSizes(count: number): number[] {
  const factor = count <= SMALL_SET ? FACTOR : FACTOR * FACTOR;
  const sizes: number[] = [];
  for (let size = 1; size <= Math.min(count, LARGEST_MEASURED); size *= factor) sizes.push(size);
  return sizes;
}

/** How many batches of a size are drawn, at most. */
export function drawsOf(size: number, most: number): number {
  return Math.max(FEWEST_DRAWS, Math.min(most, Math.floor(MOST_INDICES / size)));
}

/** The gradients of single samples at a point, without the penalty. */
function sampleGradients({ data }: Pick<Problem, 'data'>, theta: Vector): Float64Array {
  const gradients = new Float64Array(2 * (data?.count ?? 0));
  data?.sampleGradients(theta, gradients);
  return gradients;
}

/** The first full batches of a seed: an epoch's last one may be smaller, and is left out. One is yielded at a time. */
function* fullBatches(settings: BatchSettings, count: number, wanted: number): Generator<Uint32Array> {
  const batches = createBatches(settings, count);
  const size = settings.batchSize;
  let drawn = 0;
  for (let t = 1; drawn < wanted; t++) {
    const batch = batches.at(t);
    if (batch === null) return;
    if (batch.length !== size) continue;
    drawn += 1;
    yield batch;
  }
}

/**
 * Draws the batches that a run's seed draws, and takes the gradient of each at one point. It yields what there is after
 * each piece of work, so that it can be done in slices; the last is complete.
 */
export function* scatterAt(problem: Problem, theta: Vector, settings: BatchSettings): Generator<Scatter> {
  const count = problem.samples;
  if (settings.batchSize === 'full' || isWholeSet(settings, count)) return;
  const gradients = sampleGradients(problem, theta);
  const moments = gradientMoments(gradients, count);
  const whole = new Float64Array(2);
  problem.gradient(theta, whole);
  const gradient = [whole[0], whole[1]] as const;
  const wanted = drawsOf(settings.batchSize, MOST_DOTS);
  const dots = new Float64Array(2 * wanted);
  let drawn = 0;
  yield { gradient, moments, dots: dots.subarray(0, 0), wanted };
  for (const batch of fullBatches(settings, count, wanted)) {
    batchMeanInto(gradients, batch, dots, 2 * drawn);
    // What the penalty adds is the same for each batch.
    dots[2 * drawn] += whole[0] - moments.mean[0];
    dots[2 * drawn + 1] += whole[1] - moments.mean[1];
    drawn += 1;
    yield { gradient, moments, dots: dots.subarray(0, 2 * drawn), wanted };
  }
}

/**
 * Measures how far the gradients of batches of several sizes lie from the whole gradient. Each size has a seed of its own,
 * so that what chance does to one it does not do to the next. It yields after each piece of work.
 */
export function* lawAt(
  problem: Problem,
  theta: Vector,
  { seed, order }: Pick<BatchSettings, 'seed' | 'order'>,
): Generator<MeasuredLaw> {
  const count = problem.samples;
  const gradients = sampleGradients(problem, theta);
  const moments = gradientMoments(gradients, count);
  let law: MeasuredLaw = { moments, points: [] };
  yield law;
  for (const [k, size] of measuredSizes(count).entries()) {
    const settings = { seed: (seed + 1 + k) >>> 0, batchSize: size, order };
    if (isWholeSet(settings, count)) continue;
    const means = new Float64Array(2 * drawsOf(size, MOST_DRAWS));
    let drawn = 0;
    for (const batch of fullBatches(settings, count, means.length / 2)) {
      batchMeanInto(gradients, batch, means, 2 * drawn);
      drawn += 1;
      yield law;
    }
    const point = {
      size,
      measured: deviationFrom(moments.mean, means),
      exact: moments.deviation * partOfDeviation(count, size, order),
      draws: drawn,
    };
    law = { moments, points: [...law.points, point] };
    yield law;
  }
}
