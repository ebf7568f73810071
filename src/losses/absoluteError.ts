import { defineLoss } from './loss.ts';

/** The absolute difference, added up over the entries: L1. */
export const absoluteError = defineLoss({
  name: 'Absolute error',
  idea: 'Each entry counts by its distance: an outlier pulls no harder than any other.',
  prediction: 'numbers',
  target: 'numbers',
  parameters: {},
  symbols: { prediction: String.raw`\hat y`, target: 'y' },
  equations: [{ left: 'value', right: String.raw`\lVert @target - @prediction \rVert_1` }],
  differentiable: 'almost',
  cite: [{ lecture: 'Erlangen', at: 'part 1, “Classification using an L-norm”' }],
  elementwise: () => ({
    values(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = Math.abs(p[i] - y[i]);
    },
    slopes(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = Math.sign(p[i] - y[i]);
    },
    curvatures(_p, _y, out, count) {
      out.fill(0, 0, count);
    },
  }),
  kinks: (y) => [{ at: y, from: -1, to: 1 }],
});
