import type { LossId } from '../../losses/registry.ts';
import type { FitValues } from './modelSpecs.ts';
import { sameForTwo } from './sampleLoss.ts';

/** The loss of sample i of score sᵢ and target yᵢ; TeX. */
const TERMS: Readonly<Partial<Record<LossId, string>>> = {
  'zero-one': String.raw`[(s_i\ge0)\ne(y_i=1)]`,
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
