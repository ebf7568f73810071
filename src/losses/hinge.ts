import { defineLoss } from './loss.ts';

/** Linear below a margin of 1, 0 from there on. */
export const hinge = defineLoss({
  name: 'Hinge',
  idea: 'Being right is not enough: it wants a margin of 1, and is then content.',
  prediction: 'score',
  target: 'sign',
  parameters: {},
  symbols: { prediction: 's', target: 'y' },
  equations: [{ left: 'value', right: String.raw`\max(0, 1 - @target @prediction)` }],
  differentiable: 'almost',
  cite: [{ lecture: 'Erlangen', at: 'part 2, “Hinge loss”' }],
  elementwise: () => ({
    values(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = Math.max(0, 1 - y[i] * p[i]);
    },
    slopes(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = y[i] * p[i] < 1 ? -y[i] : 0;
    },
    curvatures(_p, _y, out, count) {
      out.fill(0, 0, count);
    },
  }),
  kinks: (y) => [{ at: y, from: Math.min(-y, 0), to: Math.max(-y, 0) }],
});
