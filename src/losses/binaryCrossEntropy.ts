import { defineLoss } from './loss.ts';

/** −ln of the probability given to the label that is true; ∞ where that is 0. */
export const binaryCrossEntropy = defineLoss({
  name: 'Binary cross-entropy',
  idea: 'The price of a probability: small for a good guess, without bound for a sure mistake.',
  prediction: 'probability',
  target: 'label',
  parameters: {},
  symbols: { prediction: 'p', target: 'y' },
  equations: [
    {
      left: 'value',
      right: String.raw`-@target \ln(@prediction) - (1 - @target) \ln(1 - @prediction)`,
    },
  ],
  differentiable: 'everywhere',
  cite: [
    { lecture: 'Memphis', at: '“Entropy Loss function”' },
    { lecture: 'Erlangen', at: 'part 1, “Maximum Likelihood Estimation for Classification”' },
    { lecture: 'Optimizers', at: '“Review. Backpropagation”, output activation and loss function' },
  ],
  elementwise: () => ({
    values(p, y, out, count) {
      // From 0, so that no loss is −0.
      for (let i = 0; i < count; i++) out[i] = 0 - (y[i] > 0 ? Math.log(p[i]) : Math.log1p(-p[i]));
    },
    slopes(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = y[i] > 0 ? -1 / p[i] : 1 / (1 - p[i]);
    },
    curvatures(p, y, out, count) {
      for (let i = 0; i < count; i++) {
        const right = y[i] > 0 ? p[i] : 1 - p[i];
        out[i] = 1 / (right * right);
      }
    },
  }),
});
