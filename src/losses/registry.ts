import { absoluteError } from './absoluteError.ts';
import { bernoulliLikelihood } from './bernoulliLikelihood.ts';
import { binaryCrossEntropy } from './binaryCrossEntropy.ts';
import { categoricalLikelihood } from './categoricalLikelihood.ts';
import { crossEntropy } from './crossEntropy.ts';
import { entropy } from './entropy.ts';
import { focal } from './focal.ts';
import { gaussianNll } from './gaussianNll.ts';
import { hinge } from './hinge.ts';
import { klDivergence } from './klDivergence.ts';
import type { LossDefinition } from './loss.ts';
import { multiclassHinge } from './multiclassHinge.ts';
import { perceptron } from './perceptron.ts';
import { sigmoidCrossEntropy } from './sigmoidCrossEntropy.ts';
import { softmaxCrossEntropy } from './softmaxCrossEntropy.ts';
import { squaredError } from './squaredError.ts';
import { squaredHinge } from './squaredHinge.ts';
import { svm } from './svm.ts';
import { zeroOne } from './zeroOne.ts';

/** All losses, in the order they are offered in. A key is in people's links and files: never rename one. */
export const LOSSES = {
  'zero-one': zeroOne,
  perceptron,
  hinge,
  'squared-hinge': squaredHinge,
  'multiclass-hinge': multiclassHinge,
  svm,
  'binary-cross-entropy': binaryCrossEntropy,
  'sigmoid-cross-entropy': sigmoidCrossEntropy,
  'softmax-cross-entropy': softmaxCrossEntropy,
  focal,
  'squared-error': squaredError,
  'absolute-error': absoluteError,
  'gaussian-nll': gaussianNll,
  'bernoulli-likelihood': bernoulliLikelihood,
  'categorical-likelihood': categoricalLikelihood,
  'kl-divergence': klDivergence,
  entropy,
  'cross-entropy': crossEntropy,
} as const satisfies Record<string, LossDefinition>;

export type LossId = keyof typeof LOSSES;
