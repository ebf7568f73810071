import { derivativesByExpectation } from './crossEntropy.ts';
import { defineLoss } from './loss.ts';

/** What it costs to take q for p: Σ p ln(p/q), with 0·ln 0 = 0. */
export const klDivergence = defineLoss({
  name: 'KL divergence',
  idea: 'What it costs to take one distribution for another: cross-entropy less the entropy of the truth.',
  prediction: 'distribution',
  target: 'distribution',
  parameters: {},
  symbols: { prediction: 'q', target: 'p' },
  equations: [
    {
      left: 'value',
      right: String.raw`\sum_k @target_k \ln(@target_k) - \sum_k @target_k \ln(@prediction_k)`,
    },
  ],
  differentiable: 'everywhere',
  cite: [{ lecture: 'Erlangen', at: 'part 1, “Relation to the Kullback Leibler Divergence”' }],
  vector: () => ({
    value(q, p) {
      let sum = 0;
      for (let k = 0; k < q.length; k++) if (p[k] !== 0) sum += p[k] * logRatio(p[k], q[k]);
      return sum;
    },
    ...derivativesByExpectation,
  }),
});

/** ln(p / q): with all its digits where the two are near, and without a quotient that is too large. */
function logRatio(p: number, q: number): number {
  const excess = p - q;
  return Math.abs(excess) < 0.5 * q ? Math.log1p(excess / q) : Math.log(p) - Math.log(q);
}
