import { dataRefusals as say } from '../../messages/dataRefusals.ts';
import type { LossId } from '../../losses/registry.ts';
import type { ChoiceSpec, NumberSpec, Refusal, Values } from '../../specs/spec.ts';

/** The order is in people's links: a new loss is added at the end. */
const LOSS_OPTIONS = [
  'sigmoid-cross-entropy',
  'binary-cross-entropy',
  'softmax-cross-entropy',
  'focal',
  'perceptron',
  'hinge',
  'squared-hinge',
  'multiclass-hinge',
  'zero-one',
  'squared-error',
  'absolute-error',
  'gaussian-nll',
  'kl-divergence',
  'cross-entropy',
  'svm',
  'bernoulli-likelihood',
  'categorical-likelihood',
  'entropy',
] as const satisfies readonly LossId[];

const loss = {
  kind: 'choice',
  key: 'l',
  symbol: String.raw`\ell`,
  label: 'loss',
  options: LOSS_OPTIONS,
  default: 'sigmoid-cross-entropy',
} as const satisfies ChoiceSpec;

const gamma = {
  kind: 'number',
  key: 'g',
  symbol: String.raw`\gamma`,
  label: 'focusing',
  default: 2,
  min: 0,
  max: 100,
  scale: 'linear',
  slider: [0, 5],
} as const satisfies NumberSpec;

const precision = {
  kind: 'number',
  key: 'q',
  symbol: String.raw`\beta`,
  label: 'precision',
  default: 1,
  min: 1e-6,
  max: 1e6,
  scale: 'log',
  slider: [0.1, 10],
} as const satisfies NumberSpec;

const penalty = {
  kind: 'number',
  key: 'w',
  symbol: String.raw`\lambda`,
  label: 'L2 penalty',
  default: 0,
  min: 0,
  max: 1e6,
  scale: 'log',
  slider: [0.001, 10],
} as const satisfies NumberSpec;

const model = {
  kind: 'choice',
  key: 'm',
  symbol: 's',
  label: 'model',
  options: ['weights', 'weight-and-bias'],
  default: 'weights',
} as const satisfies ChoiceSpec;

/** What is fitted to two classes: specs of the loss, its parameters, the penalty and the model. */
export const CLASS_SPECS = { loss, gamma, precision, penalty, model } as const;

/** What is fitted to numbers, by weight and bias. */
export const NUMBER_SPECS = {
  loss: { ...loss, default: 'squared-error' },
  gamma,
  precision,
  penalty,
} as const;

/** A seed of drawn data. */
export const SEED = {
  kind: 'number',
  key: 'e',
  symbol: String.raw`\mathrm{seed}`,
  label: 'seed',
  default: 1,
  min: 0,
  max: 2 ** 32 - 1,
  integer: true,
  scale: 'linear',
  slider: [0, 100],
} as const satisfies NumberSpec;

/** The number of drawn samples. */
export const COUNT = {
  kind: 'number',
  key: 'c',
  symbol: 'N',
  label: 'samples',
  default: 200,
  min: 2,
  max: 100_000,
  integer: true,
  scale: 'log',
  slider: [10, 100_000],
} as const satisfies NumberSpec;

export type FitValues = Values<typeof NUMBER_SPECS>;

/** Whether a parameter of the fit means anything beside the chosen loss; true for those of the data. */
export function usesOfFit(name: string, { loss: chosen }: Pick<FitValues, 'loss'>): boolean {
  if (name === 'gamma') return chosen === 'focal';
  return name !== 'precision' || chosen === 'gaussian-nll';
}

/** Why a loss cannot be fitted: null where it can. */
export function refusedLoss(chosen: LossId, target: 'classes' | 'number'): Refusal | null {
  const reason = reasonAgainst(chosen, target);
  return reason === null ? null : { parameter: 'loss', reason };
}

function reasonAgainst(chosen: LossId, target: 'classes' | 'number'): string | null {
  if (chosen === 'svm') return target === 'classes' ? say.svm : say.wantsClasses;
  if (chosen === 'entropy') return say.entropy;
  if (chosen === 'bernoulli-likelihood' || chosen === 'categorical-likelihood') return say.likelihood;
  const isOfNumbers = ['squared-error', 'absolute-error', 'gaussian-nll'].includes(chosen);
  if (target === 'number') return isOfNumbers ? null : say.wantsClasses;
  return chosen === 'gaussian-nll' ? say.wantsNumber : null;
}
