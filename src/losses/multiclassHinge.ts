import { defineLoss } from './loss.ts';

/** Weston and Watkins' hinge: the right class must lead each other one by 1. */
export const multiclassHinge = defineLoss({
  name: 'Multi-class hinge',
  idea: 'The right class must lead each of the others by 1.',
  prediction: 'scores',
  target: 'class',
  parameters: {},
  symbols: { prediction: 's', target: 'c' },
  equations: [
    {
      left: 'value',
      right: String.raw`\sum_{k \ne @target} \max(0, 1 - @prediction_{@target} + @prediction_k)`,
    },
  ],
  differentiable: 'almost',
  cite: [{ lecture: 'Erlangen', at: 'part 2, “Open points”' }],
  vector: () => ({
    value(s, [c]) {
      let sum = 0;
      for (let k = 0; k < s.length; k++) if (k !== c) sum += Math.max(0, 1 + (s[k] - s[c]));
      return sum;
    },
    gradient(s, [c], out) {
      out[c] = 0;
      for (let k = 0; k < s.length; k++) {
        if (k === c) continue;
        out[k] = 1 + (s[k] - s[c]) > 0 ? 1 : 0;
        out[c] -= out[k];
      }
    },
    hessian(s, _target, out) {
      out.fill(0, 0, s.length ** 2);
    },
  }),
});
