import { defineLoss } from './loss.ts';

/** How far a wrong score is on the wrong side. */
export const perceptron = defineLoss({
  name: 'Perceptron',
  idea: 'Only mistakes count, each by how far it lies on the wrong side.',
  prediction: 'score',
  target: 'sign',
  parameters: {},
  symbols: { prediction: 's', target: 'y' },
  equations: [{ left: 'value', right: String.raw`\max(0, -@target @prediction)` }],
  differentiable: 'almost',
  cite: [{ lecture: 'Erlangen', at: 'part 2, “Back to the Perceptron - again!”' }],
  elementwise: () => ({
    values(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = Math.max(0, -y[i] * p[i]);
    },
    slopes(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = y[i] * p[i] < 0 ? -y[i] : 0;
    },
    curvatures(_p, _y, out, count) {
      out.fill(0, 0, count);
    },
  }),
  kinks: (y) => [{ at: 0, from: Math.min(-y, 0), to: Math.max(-y, 0) }],
});
