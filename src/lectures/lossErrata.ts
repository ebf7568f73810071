import type { LossId } from '../losses/registry.ts';
import type { Lecture } from '../specs/citation.ts';

/** Where a formula or a number that a lecture prints of a loss does not hold as it stands. */
export interface LossErratum {
  readonly id: 'gaussian-sign' | 'softmax-logarithm' | 'categorical-logarithm';
  /** What it is about, in a few words. */
  readonly title: string;
  readonly lecture: Lecture;
  /** The losses that it stands beside. */
  readonly concerns: readonly LossId[];
  /** The slide. */
  readonly at: string;
  /** What is to be said, in one sentence. */
  readonly sentence: string;
  /** TeX. */
  readonly printed: string;
  /** TeX. */
  readonly corrected: string;
}

const raw = String.raw;

export const LOSS_ERRATA: readonly LossErratum[] = [
  {
    id: 'gaussian-sign',
    title: 'the sign in the Gaussian density',
    lecture: 'Erlangen',
    concerns: ['gaussian-nll'],
    at: 'part 1, “Regression”, and the last two builds of “Log Likelihood Function Regression”',
    sentence:
      'The exponent lacks its minus sign, so that the density would grow without bound away from ŷ; the first builds of the log-likelihood have it, and the loss that follows is right.',
    printed: raw`\frac{\sqrt{\beta}}{\sqrt{2\pi}} e^{\beta \frac{(y_m - \hat y(\mathbf x_m, \mathbf w))^2}{2}}`,
    corrected: raw`\frac{\sqrt{\beta}}{\sqrt{2\pi}} e^{-\beta \frac{(y_m - \hat y(\mathbf x_m, \mathbf w))^2}{2}}`,
  },
  {
    id: 'softmax-logarithm',
    title: 'which logarithm',
    lecture: 'Memphis',
    concerns: ['softmax-cross-entropy'],
    at: '“Softmax Classifier (Multinomial Logistic Regression)”, cat, car, frog',
    sentence:
      'The number is that of the logarithm to base 10, cut off after four decimals; the natural one, which the formula means, gives 0.139, and 0.1404 where the probability is not rounded first.',
    printed: raw`L_i = -\log(0.87) = 0.0604`,
    corrected: raw`L_i = -\ln(0.87) = 0.139, \quad -\ln\left(\frac{e^{5.1}}{e^{3.2} + e^{5.1} + e^{-1.7}}\right) = 0.1404`,
  },
  {
    id: 'categorical-logarithm',
    title: 'the logarithm of the categorical examples',
    lecture: 'Memphis',
    concerns: ['softmax-cross-entropy'],
    at: '“Categorical Cross-Entropy Loss”, the two examples',
    sentence:
      'Both examples take the logarithm to base 2, where the formulas of the lecture take the natural one: with it they are 0.255 and 0.066, each smaller by the factor ln 2.',
    printed: raw`-\log_2(0.775) = 0.3677, \quad -1 \log_2(0.936) = 0.095`,
    corrected: raw`-\ln(0.775) = 0.255, \quad -\ln(0.936) = 0.066`,
  },
];

export function lossErratum(id: LossErratum['id']): LossErratum {
  const found = LOSS_ERRATA.find((erratum) => erratum.id === id);
  if (!found) throw new Error(`no erratum is called ${id}`);
  return found;
}
