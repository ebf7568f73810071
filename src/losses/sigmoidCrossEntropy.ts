import { sigmoidMinus, softplus } from './logistic.ts';
import { defineLoss } from './loss.ts';

/** Binary cross-entropy of the sigmoid of a score, without a probability that rounds to 0 or 1 between the two. */
export const sigmoidCrossEntropy = defineLoss({
  name: 'Sigmoid cross-entropy',
  idea: 'Cross-entropy on a score: a wrong one costs about its size, a right one hardly anything.',
  prediction: 'score',
  target: 'label',
  parameters: {},
  symbols: { prediction: 's', target: 'y' },
  equations: [
    {
      left: 'value',
      right: String.raw`\max(0, @prediction) - @target @prediction + \ln(1 + e^{-\lvert @prediction \rvert})`,
    },
  ],
  differentiable: 'everywhere',
  cite: [{ lecture: 'Memphis', at: '“Binary Cross-Entropy Loss”' }],
  elementwise: () => ({
    values(s, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = softplus((1 - 2 * y[i]) * s[i]);
    },
    slopes(s, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = sigmoidMinus(s[i], y[i]);
    },
    valuesAndSlopes(s, y, values, slopes, count) {
      for (let i = 0; i < count; i++) {
        // The score of the wrong label: e^{−|z|} is in softplus(z) and in sigmoid(z).
        const sign = 1 - 2 * y[i];
        const z = sign * s[i];
        const e = Math.exp(-Math.abs(z));
        values[i] = Math.max(z, 0) + Math.log1p(e);
        slopes[i] = (sign * (z < 0 ? e : 1)) / (1 + e);
      }
    },
    curvatures(s, _y, out, count) {
      for (let i = 0; i < count; i++) {
        const e = Math.exp(-Math.abs(s[i]));
        out[i] = e / ((1 + e) * (1 + e));
      }
    },
  }),
});
