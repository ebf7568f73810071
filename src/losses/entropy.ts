import { defineLoss } from './loss.ts';

/** How uncertain a distribution is: −Σ p ln p, with 0·ln 0 = 0. */
export const entropy = defineLoss({
  name: 'Entropy',
  idea: 'How uncertain a distribution is: 0 for a sure one, ln C at most.',
  prediction: 'distribution',
  target: 'none',
  parameters: {},
  symbols: { prediction: 'p', target: '' },
  equations: [{ left: 'value', right: String.raw`-\sum_k @prediction_k \ln(@prediction_k)` }],
  differentiable: 'everywhere',
  cite: [
    { lecture: 'Memphis', at: '“Why cross-entropy loss function?”' },
    { lecture: 'Erlangen', at: 'part 1, “Relation to the Kullback Leibler Divergence”' },
  ],
  vector: () => ({
    value(p) {
      let sum = 0;
      for (let k = 0; k < p.length; k++) if (p[k] !== 0) sum -= p[k] * Math.log(p[k]);
      return sum;
    },
    gradient(p, _none, out) {
      for (let k = 0; k < p.length; k++) out[k] = -Math.log(p[k]) - 1;
    },
    hessian(p, _none, out) {
      const n = p.length;
      out.fill(0, 0, n * n);
      for (let k = 0; k < n; k++) out[k * n + k] = -1 / p[k];
    },
  }),
});
