import { kernelOf } from '../kernelOf.ts';
import type { VectorKernel } from '../loss.ts';
import { LOSSES } from '../registry.ts';
import { cleared } from './printEquation.ts';

const LIKELIHOOD = kernelOf(LOSSES['bernoulli-likelihood'], {});
const CROSS_ENTROPY = kernelOf(LOSSES['binary-cross-entropy'], {});
const CATEGORICAL = kernelOf(LOSSES['categorical-likelihood'], {});

/** How often each face came up. */
export interface Flips {
  readonly heads: number;
  readonly tails: number;
}

/** Flips are 1 for heads and 0 for tails. */
export function countFlips(flips: readonly number[]): Flips {
  const heads = flips.filter((y) => y === 1).length;
  return { heads, tails: flips.length - heads };
}

/** The likelihood of a sequence, p^k (1−p)^(n−k): the product of what each flip has. */
export function likelihoodOf(p: number, { heads, tails }: Flips): number {
  return ofOne(LIKELIHOOD, p, 1) ** heads * ofOne(LIKELIHOOD, p, 0) ** tails;
}

/** The negative logarithm of the likelihood, as a sum over the flips; a face that was not seen adds nothing. */
export function negativeLogOf(p: number, { heads, tails }: Flips): number {
  const ofFace = (count: number, face: 0 | 1) => (count === 0 ? 0 : count * ofOne(CROSS_ENTROPY, p, face));
  return ofFace(heads, 1) + ofFace(tails, 0);
}

/** Where the likelihood is greatest: the part of heads. */
export function mostLikely({ heads, tails }: Flips): number {
  return heads / (heads + tails);
}

function ofOne(kernel: VectorKernel, prediction: number, target: number): number {
  return kernel.value(Float64Array.of(prediction), Float64Array.of(target));
}

/** Both curves over p from 0 to 1, a point at each. */
export interface CoinCurves {
  readonly p: readonly number[];
  readonly likelihoods: readonly number[];
  /** ∞ where a face that was seen has probability 0. */
  readonly losses: readonly number[];
}

const POINTS = 200;
/** So near the ends that a loss without bound has left every chart. */
const ENDS = [1e-12, 1e-9, 1e-6, 1e-4, 1e-3];
const GRID = [
  ...Array.from({ length: POINTS + 1 }, (_, i) => i / POINTS),
  ...ENDS.flatMap((end) => [end, 1 - end]),
].sort((a, b) => a - b);

/** The likelihood of flips, and its negative logarithm, as curves. */
export function coinCurves(flips: Flips): CoinCurves {
  return {
    p: GRID,
    likelihoods: GRID.map((at) => likelihoodOf(at, flips)),
    losses: GRID.map((at) => negativeLogOf(at, flips)),
  };
}

/** The top of a chart of the negative logarithm: what it comes to near the ends, where it has no bound. */
export function lossTop(flips: Flips): number {
  return Math.max(negativeLogOf(NEAR_END, flips), negativeLogOf(1 - NEAR_END, flips));
}

const NEAR_END = 0.04;

/** The likelihood of one face, one-hot: ∏ pₖ^yₖ with p = (p, 1 − p). */
export function categoricalOf(p: number, face: 'heads' | 'tails'): number {
  return CATEGORICAL.value(
    Float64Array.of(p, cleared(1 - p)),
    face === 'heads' ? Float64Array.of(1, 0) : Float64Array.of(0, 1),
  );
}
