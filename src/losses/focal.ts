import { sigmoid, softplus } from './logistic.ts';
import { defineLoss } from './loss.ts';

/**
 * Cross-entropy of a score, weighted by the probability of the wrong label to the power γ. With the score z of the true
 * label, q = sigmoid(−z) and u = −ln(1 − q), the value is q^γ·u and all its derivatives are sums of such products.
 */
export const focal = defineLoss({
  name: 'Focal',
  idea: 'Cross-entropy that turns away from what is already easy.',
  prediction: 'score',
  target: 'label',
  parameters: {
    gamma: {
      kind: 'number',
      key: 'g',
      symbol: String.raw`\gamma`,
      label: 'focusing',
      default: 2,
      min: 0,
      max: 1000,
      scale: 'linear',
      slider: [0, 5],
    },
  },
  symbols: { prediction: 's', target: 'y', right: 'p_t' },
  equations: [
    { left: 'right', right: String.raw`\dfrac{1}{1 + e^{(1 - 2 @target) @prediction}}` },
    { left: 'value', right: String.raw`-(1 - @right)^@gamma \ln(@right)` },
  ],
  differentiable: 'everywhere',
  cite: [
    { lecture: 'Memphis', at: '“Focal Loss”' },
    { paper: 'Lin, Goyal, Girshick, He, Dollár, arXiv:1708.02002', at: 'eq. 4' },
  ],
  elementwise: ({ gamma }) => ({
    values(s, y, out, count) {
      for (let i = 0; i < count; i++) {
        const z = y[i] > 0 ? s[i] : -s[i];
        out[i] = sigmoid(-z) ** gamma * softplus(-z);
      }
    },
    slopes(s, y, out, count) {
      for (let i = 0; i < count; i++) {
        const z = y[i] > 0 ? s[i] : -s[i];
        const q = sigmoid(-z);
        const slope = q ** gamma * (gamma * sigmoid(z) * softplus(-z) + q);
        out[i] = y[i] > 0 ? -slope : slope;
      }
    },
    valuesAndSlopes(s, y, values, slopes, count) {
      for (let i = 0; i < count; i++) {
        const z = y[i] > 0 ? s[i] : -s[i];
        const q = sigmoid(-z);
        const u = softplus(-z);
        const weight = q ** gamma;
        const slope = weight * (gamma * sigmoid(z) * u + q);
        values[i] = weight * u;
        slopes[i] = y[i] > 0 ? -slope : slope;
      }
    },
    curvatures(s, y, out, count) {
      for (let i = 0; i < count; i++) {
        const z = y[i] > 0 ? s[i] : -s[i];
        const q = sigmoid(-z);
        const p = sigmoid(z);
        out[i] = q ** gamma * (gamma * (p * softplus(-z)) * (gamma * p - q) + (2 * gamma + 1) * p * q);
      }
    },
  }),
});
