import { defineLoss } from './loss.ts';

/** Half the squared difference, added up over the entries: L2. */
export const squaredError = defineLoss({
  name: 'Squared error',
  idea: 'Half the squared distance to the target: a large miss counts far more than two small ones.',
  prediction: 'numbers',
  target: 'numbers',
  parameters: {},
  symbols: { prediction: String.raw`\hat y`, target: 'y' },
  equations: [{ left: 'value', right: String.raw`\tfrac12 \lVert @target - @prediction \rVert^2` }],
  differentiable: 'everywhere',
  cite: [
    { lecture: 'Erlangen', at: 'part 1, “L²-loss”' },
    { lecture: 'Optimizers', at: '“Review. Backpropagation”, output activation and loss function' },
  ],
  elementwise: () => ({
    values(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = 0.5 * (p[i] - y[i]) ** 2;
    },
    slopes(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = p[i] - y[i];
    },
    curvatures(_p, _y, out, count) {
      out.fill(1, 0, count);
    },
  }),
});
