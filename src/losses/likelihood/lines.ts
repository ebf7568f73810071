import { lineInNumbers, type NumbersLine } from '../reading/lineInNumbers.ts';
import { negativeLogLikelihood, sumOfErrors, type NoiseId } from './fit.ts';

/** The likelihood of a fit, with its numbers put in. */
export interface LikelihoodLines {
  /** −ln L: its constants, and β times the error. */
  readonly negativeLog: NumbersLine;
  readonly likelihood: NumbersLine;
  /** ½ Σ (y − ŷ)², or Σ |y − ŷ|. */
  readonly error: NumbersLine;
}

const raw = String.raw;

/** The right sides, in the language of equations; `@sum` is Σ (y − ŷ)², or Σ |y − ŷ|. */
const TEMPLATES: Readonly<Record<NoiseId, { readonly negativeLog: string; readonly error: string }>> = {
  gaussian: {
    negativeLog: raw`\tfrac{@n}{2} \ln(2\pi) - \tfrac{@n}{2} \ln(@beta) + \tfrac{@beta}{2} \cdot @sum`,
    error: raw`\tfrac12 \cdot @sum`,
  },
  laplace: { negativeLog: raw`@n \ln(2) - @n \ln(@beta) + @beta \cdot @sum`, error: '@sum' },
};

export function likelihoodLines(
  noise: NoiseId,
  precision: number,
  predictions: readonly number[],
  targets: readonly number[],
): LikelihoodLines {
  const value = negativeLogLikelihood(noise, precision, predictions, targets);
  const error = sumOfErrors(noise, predictions, targets);
  const sum = noise === 'gaussian' ? 2 * error : error;
  const { negativeLog, error: ofError } = TEMPLATES[noise];
  return {
    negativeLog: lineInNumbers(
      negativeLog,
      { set: { n: targets.length, beta: precision }, computed: { sum } },
      value,
    ),
    likelihood: lineInNumbers('e^{-@value}', { set: {}, computed: { value } }, Math.exp(-value)),
    error: lineInNumbers(ofError, { set: {}, computed: { sum } }, error),
  };
}
