import { dataMessages as say } from '../../messages/dataProblems.ts';
import type { LossId } from '../../losses/registry.ts';
import type { ChoiceSpec, NumberSpec, Values } from '../../specs/spec.ts';
import type { Refusal } from '../problem.ts';
import { readsScores, sameForTwo } from './sampleLoss.ts';

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

type FitValues = Values<typeof NUMBER_SPECS>;

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
  if (!readsScores(chosen)) return say.likelihood;
  const isOfNumbers = ['squared-error', 'absolute-error', 'gaussian-nll'].includes(chosen);
  if (target === 'number') return isOfNumbers ? null : say.wantsClasses;
  return chosen === 'gaussian-nll' ? say.wantsNumber : null;
}

/** The loss of sample i of score sᵢ and target yᵢ; TeX. */
const TERMS: Readonly<Partial<Record<LossId, string>>> = {
  'zero-one': '[y_is_i<0]',
  perceptron: String.raw`\max(0,-y_is_i)`,
  hinge: String.raw`\max(0,1-y_is_i)`,
  'squared-hinge': String.raw`\max(0,1-y_is_i)^2`,
  'binary-cross-entropy': String.raw`-\ln\tfrac1{1+e^{-y_is_i}}`,
  'sigmoid-cross-entropy': String.raw`\ln(1+e^{-y_is_i})`,
  focal: String.raw`(1-p_i)^{@gamma}(-\ln p_i)`,
  'squared-error': String.raw`\tfrac12(y_i-s_i)^2`,
  'absolute-error': String.raw`\lvert y_i-s_i\rvert`,
  'gaussian-nll': String.raw`\left(\tfrac12\ln\tfrac{2\pi}{@precision}+\tfrac{@precision}2(y_i-s_i)^2\right)`,
};

const SCORES = {
  weights: String.raw`s_i=w_1x_{i1}+w_2x_{i2}`,
  'weight-and-bias': 's_i=wx_i+b',
} as const;

/** The formula of a fit: the mean loss, the penalty where there is one, and what a score is. */
export function formulaOfFit({
  loss: chosen,
  model: form,
  penalty: lambda,
}: Pick<FitValues, 'loss' | 'penalty'> & { readonly model: keyof typeof SCORES }): string {
  const norm = form === 'weights' ? String.raw`\lVert w\rVert^2` : 'w^2';
  const penaltyTerm = lambda === 0 ? '' : String.raw`+\tfrac{@penalty}2${norm}`;
  const probability = chosen === 'focal' ? String.raw`,\quad p_i=\tfrac1{1+e^{-y_is_i}}` : '';
  const term = TERMS[sameForTwo(chosen)] ?? '';
  return String.raw`\frac1N\sum_i ${term}${penaltyTerm},\quad ${SCORES[form]}${probability}`;
}
