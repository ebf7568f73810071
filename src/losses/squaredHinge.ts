import { defineLoss } from './loss.ts';

/** The square of the hinge loss: its slope has no jump. */
export const squaredHinge = defineLoss({
  name: 'Squared hinge',
  idea: 'The hinge without its corner: far mistakes count much more than near ones.',
  prediction: 'score',
  target: 'sign',
  parameters: {},
  symbols: { prediction: 's', target: 'y' },
  equations: [{ left: 'value', right: String.raw`\max(0, 1 - @target @prediction)^2` }],
  differentiable: 'everywhere',
  cite: [{ lecture: 'Erlangen', at: 'part 2, “Open points”' }],
  elementwise: () => ({
    values(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = Math.max(0, 1 - y[i] * p[i]) ** 2;
    },
    slopes(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = y[i] * p[i] < 1 ? 2 * (p[i] - y[i]) : 0;
    },
    curvatures(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = y[i] * p[i] < 1 ? 2 : 0;
    },
  }),
});
