import type { Vector } from '../linalg/vector.ts';
import { defineLoss } from './loss.ts';

/** The probability that a categorical distribution gives to a class, one-hot: to be maximized. */
export const categoricalLikelihood = defineLoss({
  name: 'Categorical likelihood',
  idea: 'How probable a setting makes the class that was seen; −ln of it is cross-entropy.',
  prediction: 'distribution',
  target: 'distribution',
  parameters: {},
  symbols: { prediction: 'p', target: 'y' },
  equations: [{ left: 'value', right: String.raw`\prod_k @prediction_k^{@target_k}` }],
  differentiable: 'everywhere',
  cite: [
    { lecture: 'Memphis', at: '“Categorical Cross Entropy Loss/Cost function”' },
    { lecture: 'Erlangen', at: 'part 1, “Classification”, Multinoulli distribution' },
  ],
  vector: () => ({
    value: (p, y) => derivative(p, y, -1, -1),
    gradient(p, y, out) {
      for (let k = 0; k < p.length; k++) out[k] = derivative(p, y, k, -1);
    },
    hessian(p, y, out) {
      for (let k = 0; k < p.length ** 2; k++)
        out[k] = derivative(p, y, Math.floor(k / p.length), k % p.length);
    },
  }),
});

/** ∏ pₖ^yₖ, derived by entry a and by entry b; −1 is by none. */
function derivative(p: Vector, y: Vector, a: number, b: number): number {
  let product = 1;
  let unbounded = 0;
  for (let k = 0; k < p.length; k++) {
    let factor = 1;
    let exponent = y[k];
    for (const by of [a, b]) if (by === k) factor *= exponent--;
    if (factor !== 0) factor *= p[k] ** exponent;
    // With a factor of 0 it is 0, whatever the others are; else without bound where one of them is.
    if (factor === 0) return 0;
    if (Number.isFinite(factor)) product *= factor;
    else unbounded = factor;
  }
  return unbounded === 0 ? product : unbounded;
}
