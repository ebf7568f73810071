import { sigmoid, sigmoidMinus } from '../../losses/logistic.ts';
import type { ElementwiseKernel, Kink } from '../../losses/loss.ts';
import { LOSSES, type LossId } from '../../losses/registry.ts';
import type { Vector } from '../../linalg/vector.ts';
import type { AnyValues } from '../../specs/spec.ts';

/** Samples that a kernel is given in one call. */
export const BLOCK = 512;

/** How a loss of one score and a target −1 or 1 (or a number) is one of the registry. */
interface Reading {
  /** The loss that is evaluated: of two classes, scores (0, s) or probabilities (1 − p, p), some are the same. */
  readonly as: LossId;
  /** What stands in for the prediction s, and for the target. */
  readonly form: 'sign' | 'label' | 'probability' | 'number';
}

const READINGS: Readonly<Partial<Record<LossId, Reading>>> = {
  'zero-one': { as: 'zero-one', form: 'sign' },
  perceptron: { as: 'perceptron', form: 'sign' },
  hinge: { as: 'hinge', form: 'sign' },
  'squared-hinge': { as: 'squared-hinge', form: 'sign' },
  'multiclass-hinge': { as: 'hinge', form: 'sign' },
  'binary-cross-entropy': { as: 'binary-cross-entropy', form: 'probability' },
  'sigmoid-cross-entropy': { as: 'sigmoid-cross-entropy', form: 'label' },
  'softmax-cross-entropy': { as: 'sigmoid-cross-entropy', form: 'label' },
  focal: { as: 'focal', form: 'label' },
  'squared-error': { as: 'squared-error', form: 'number' },
  'absolute-error': { as: 'absolute-error', form: 'number' },
  'gaussian-nll': { as: 'gaussian-nll', form: 'number' },
  'kl-divergence': { as: 'binary-cross-entropy', form: 'probability' },
  'cross-entropy': { as: 'binary-cross-entropy', form: 'probability' },
};

/** The loss that this one is where there are two classes and one score. */
export function sameForTwo(loss: LossId): LossId {
  return READINGS[loss]?.as ?? loss;
}

/** A loss of the registry as one of scores and targets. */
export interface SampleLoss extends ElementwiseKernel {
  /** The targets as the kernel wants them: labels 0 and 1, where it does. */
  targetsFrom(targets: Vector): Vector;
  /** Scores between this and its negative have a finite value, whatever the target of the data. */
  readonly finiteUpTo: number;
  /** The corner that it has as a function of the score, for a target as the kernel wants it; null where it has none. */
  kinkOf(target: number): Kink | null;
}

/** Scores and targets of this size have losses that are far from where float64 ends. */
const MODERATE = 1e9;
/** Beyond a score of 36.7 the probability 1/(1 + e^{−s}) rounds to 1. */
const BELOW_ONE = 36;

/** @throws RangeError if the loss has no score for its prediction */
export function sampleLoss(loss: LossId, parameters: AnyValues): SampleLoss {
  const reading = READINGS[loss];
  const kernel = reading && LOSSES[reading.as].elementwise?.(parameters);
  if (!kernel) throw new RangeError(`${loss} is no loss of a score`);
  const { as, form } = reading;
  const asLabel = (target: number) => (target > 0 ? 1 : 0);
  return {
    ...(form === 'probability' ? ofProbability(kernel) : kernel),
    finiteUpTo: form === 'probability' ? BELOW_ONE : MODERATE,
    targetsFrom: (targets) => (form === 'label' || form === 'probability' ? targets.map(asLabel) : targets),
    kinkOf: (target) => LOSSES[as].kinks?.(target, parameters)[0] ?? null,
  };
}

/**
 * A loss of the probability p = 1/(1 + e^{−s}). Where p rounds to 0 or 1 its value is that of 0 or 1, ∞ for the wrong
 * label. Its slope −y/p + (1 − y)/(1 − p) times p(1 − p) is p − y, which is what is computed: 0 times ∞ would be no number.
 */
function ofProbability(kernel: ElementwiseKernel): ElementwiseKernel {
  const probabilities = new Float64Array(BLOCK);
  return {
    values(scores, labels, out, count) {
      for (let i = 0; i < count; i++) probabilities[i] = sigmoid(scores[i]);
      kernel.values(probabilities, labels, out, count);
    },
    slopes(scores, labels, out, count) {
      for (let i = 0; i < count; i++) out[i] = sigmoidMinus(scores[i], labels[i]);
    },
    valuesAndSlopes(scores, labels, values, slopes, count) {
      for (let i = 0; i < count; i++) {
        const s = scores[i];
        // e^{−|s|} is in sigmoid(s) and in sigmoid(−s).
        const e = Math.exp(-Math.abs(s));
        probabilities[i] = (s < 0 ? e : 1) / (1 + e);
        slopes[i] = labels[i] > 0 ? -((s > 0 ? e : 1) / (1 + e)) : probabilities[i];
      }
      kernel.values(probabilities, labels, values, count);
    },
    curvatures(scores, _labels, out, count) {
      for (let i = 0; i < count; i++) out[i] = sigmoid(scores[i]) * sigmoid(-scores[i]);
    },
  };
}
