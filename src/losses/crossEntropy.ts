import { quotient } from '../linalg/quotient.ts';
import { defineLoss, type VectorKernel } from './loss.ts';

/** Its derivatives by q, and those of the KL divergence too: the entropy between the two does not depend on q. */
export const derivativesByExpectation: Pick<VectorKernel, 'gradient' | 'hessian'> = {
  gradient(q, p, out) {
    for (let k = 0; k < q.length; k++) out[k] = -quotient(p[k], q[k]);
  },
  hessian(q, p, out) {
    const n = q.length;
    out.fill(0, 0, n * n);
    for (let k = 0; k < n; k++) out[k * n + k] = quotient(quotient(p[k], q[k]), q[k]);
  },
};

/** What q says of samples of p: −Σ p ln q, with 0·ln 0 = 0; ∞ where q excludes what p has. */
export const crossEntropy = defineLoss({
  name: 'Cross-entropy',
  idea: 'The mean surprise of who expects one distribution and meets another.',
  prediction: 'distribution',
  target: 'distribution',
  parameters: {},
  symbols: { prediction: 'q', target: 'p' },
  equations: [{ left: 'value', right: String.raw`-\sum_k @target_k \ln(@prediction_k)` }],
  differentiable: 'everywhere',
  cite: [
    { lecture: 'Memphis', at: '“Why cross-entropy loss function?”' },
    { lecture: 'Erlangen', at: 'part 1, “Relation to the Kullback Leibler Divergence”' },
  ],
  vector: () => ({
    value(q, p) {
      let sum = 0;
      for (let k = 0; k < q.length; k++) if (p[k] !== 0) sum -= p[k] * Math.log(q[k]);
      return sum;
    },
    ...derivativesByExpectation,
  }),
});
