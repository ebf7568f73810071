import { defineLoss } from './loss.ts';

/** The probability that a Bernoulli distribution gives to a label: to be maximized. */
export const bernoulliLikelihood = defineLoss({
  name: 'Bernoulli likelihood',
  idea: 'How probable a setting makes the label that was seen; −ln of it is binary cross-entropy.',
  prediction: 'probability',
  target: 'label',
  parameters: {},
  symbols: { prediction: 'p', target: 'y' },
  equations: [{ left: 'value', right: String.raw`@prediction^@target (1 - @prediction)^{1 - @target}` }],
  differentiable: 'everywhere',
  cite: [
    { lecture: 'Memphis', at: '“Entropy Loss function”' },
    { lecture: 'Erlangen', at: 'part 1, “Classification”, Bernoulli distribution' },
  ],
  elementwise: () => ({
    values(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = y[i] > 0 ? p[i] : 1 - p[i];
    },
    slopes(_p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = y[i] > 0 ? 1 : -1;
    },
    curvatures(_p, _y, out, count) {
      out.fill(0, 0, count);
    },
  }),
});
