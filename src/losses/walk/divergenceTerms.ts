import { kernelOf } from '../kernelOf.ts';
import { LOSSES } from '../registry.ts';

const DIVERGENCE = kernelOf(LOSSES['kl-divergence'], {});
const CROSS_ENTROPY = kernelOf(LOSSES['cross-entropy'], {});
const ENTROPY = kernelOf(LOSSES.entropy, {});

/** How far apart two distributions are, in nats. */
export interface DivergenceReading {
  /** H(p, q); ∞ where q excludes what p has, and so is the divergence. */
  readonly crossEntropy: number;
  /** H(p). */
  readonly entropy: number;
  /** KL(p‖q) = H(p, q) − H(p). */
  readonly divergence: number;
  /** p ln(p/q) of each outcome: ∞ where only q is 0, 0 where p is. They add up to the divergence. */
  readonly terms: readonly number[];
}

/**
 * @param p the truth
 * @param q the prediction
 */
export function readDivergence(p: readonly number[], q: readonly number[]): DivergenceReading {
  const [truth, prediction] = [Float64Array.from(p), Float64Array.from(q)];
  return {
    crossEntropy: CROSS_ENTROPY.value(prediction, truth),
    entropy: ENTROPY.value(truth, Float64Array.of()),
    divergence: DIVERGENCE.value(prediction, truth),
    terms: p.map((entry, k) => DIVERGENCE.value(Float64Array.of(q[k]), Float64Array.of(entry))),
  };
}
