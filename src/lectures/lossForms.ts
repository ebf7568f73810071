import type { LossId } from '../losses/registry.ts';
import type { Lecture } from '../specs/citation.ts';
import type { LossForm } from './lossForm.ts';
import * as binary from './printed/losses/binary.ts';
import * as classes from './printed/losses/classes.ts';
import * as margins from './printed/losses/margins.ts';
import * as regression from './printed/losses/regression.ts';

/** What the lectures print of each loss. */
export const PRINTED_LOSSES: Readonly<Record<LossId, readonly LossForm[]>> = {
  'zero-one': margins.zeroOne,
  perceptron: margins.perceptron,
  hinge: margins.hinge,
  'squared-hinge': margins.squaredHinge,
  'multiclass-hinge': margins.multiclassHinge,
  svm: margins.svm,
  'binary-cross-entropy': binary.binaryCrossEntropy,
  'sigmoid-cross-entropy': binary.sigmoidCrossEntropy,
  'softmax-cross-entropy': classes.softmaxCrossEntropy,
  focal: binary.focal,
  'squared-error': regression.squaredError,
  'absolute-error': regression.absoluteError,
  'gaussian-nll': regression.gaussianNll,
  'bernoulli-likelihood': binary.bernoulliLikelihood,
  'categorical-likelihood': classes.categoricalLikelihood,
  'kl-divergence': classes.klDivergence,
  entropy: classes.entropy,
  'cross-entropy': classes.crossEntropy,
};

/** The lectures that print, or name, a loss, each once and in their order. */
export function lecturesOfLoss(id: LossId): Lecture[] {
  return [...new Set(PRINTED_LOSSES[id].map(({ lecture }) => lecture))];
}
