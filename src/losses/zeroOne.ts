import { defineLoss } from './loss.ts';

/** 1 for a wrong class, else 0. A score of 0 counts as class 1. */
export const zeroOne = defineLoss({
  name: 'Zero-one',
  idea: 'Counts mistakes: what one wants to be small, with a slope of 0 that leads nowhere.',
  prediction: 'score',
  target: 'sign',
  parameters: {},
  symbols: { prediction: 's', target: 'y', chosen: String.raw`\hat y` },
  equations: [
    {
      left: 'chosen',
      right: String.raw`\begin{cases} 1 & \text{if } @prediction \ge 0 \\ -1 & \text{otherwise} \end{cases}`,
    },
    {
      left: 'value',
      right: String.raw`\begin{cases} 1 & \text{if } @chosen \ne @target \\ 0 & \text{otherwise} \end{cases}`,
    },
  ],
  differentiable: 'none',
  cite: [
    { lecture: 'Memphis', at: '“What is an appropriate loss?”' },
    { lecture: 'Erlangen', at: 'part 2, “Back to the Perceptron - again!”' },
  ],
  elementwise: () => ({
    values(p, y, out, count) {
      for (let i = 0; i < count; i++) out[i] = p[i] >= 0 === y[i] > 0 ? 0 : 1;
    },
    slopes(_p, _y, out, count) {
      out.fill(0, 0, count);
    },
    curvatures(_p, _y, out, count) {
      out.fill(0, 0, count);
    },
  }),
});
