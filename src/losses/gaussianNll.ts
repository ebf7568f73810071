import { defineLoss } from './loss.ts';

const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);

/** −ln of a Gaussian density of precision β around the prediction. */
export const gaussianNll = defineLoss({
  name: 'Gaussian negative log-likelihood',
  idea: 'How improbable a number is around its prediction: squared error, with a precision to it.',
  prediction: 'number',
  target: 'number',
  parameters: {
    precision: {
      kind: 'number',
      key: 'p',
      symbol: String.raw`\beta`,
      label: 'precision',
      default: 1,
      above: 0,
      scale: 'log',
      slider: [0.1, 10],
    },
  },
  symbols: { prediction: String.raw`\hat y`, target: 'y' },
  equations: [
    {
      left: 'value',
      right: String.raw`\tfrac12 \ln(2\pi) - \tfrac12 \ln(@precision) + \tfrac{@precision}{2} (@target - @prediction)^2`,
    },
  ],
  differentiable: 'everywhere',
  cite: [{ lecture: 'Erlangen', at: 'part 1, “Log Likelihood Function Regression”' }],
  elementwise: ({ precision }) => ({
    values(p, y, out, count) {
      const constant = HALF_LOG_TAU - 0.5 * Math.log(precision);
      for (let i = 0; i < count; i++) out[i] = constant + 0.5 * precision * (y[i] - p[i]) ** 2;
    },
    slopes(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = precision * (p[i] - y[i]);
    },
    curvatures(_p, _y, out, count) {
      out.fill(precision, 0, count);
    },
  }),
});
