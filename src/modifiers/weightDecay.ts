import { asFactor } from '../equations/asked.ts';
import { defineModifier } from './modifier.ts';

/**
 * Weight decay, in its two meanings: `l2` adds ½λ‖θ‖² to the loss that the optimizer sees, `decoupled`
 * shrinks θ beside its step: θ ← (1 − ηλ)θ + Δ, Δ from the undecayed θ. Recorded losses are f alone.
 */
export const weightDecay = defineModifier({
  name: 'Weight decay',
  idea: 'Pull every coordinate towards zero.',
  cite: [
    { lecture: 'Memphis', at: '“Why AdamW matters”, Algorithm 2' },
    { lecture: 'Westlake', at: '“Weight decay in SGD and Adam: why AdamW matters”' },
    { paper: 'Loshchilov, Hutter, arXiv:1711.05101', at: 'Algorithm 2' },
  ],
  hyperparameters: {
    coefficient: {
      kind: 'number',
      key: 'c',
      symbol: String.raw`\lambda`,
      label: 'weight decay',
      default: 0.01,
      min: 0,
      scale: 'log',
      slider: [1e-4, 1],
    },
    mode: {
      kind: 'choice',
      key: 'm',
      symbol: String.raw`\lambda`,
      label: 'mode',
      options: ['l2', 'decoupled'],
      default: 'l2',
    },
  },
  quantities: {},
  wrap(inner, _context, { coefficient, mode }) {
    if (mode !== 'l2') return inner;
    return {
      valueInto(point, out) {
        let squares = 0;
        for (let i = 0; i < point.length; i++) squares += point[i] * point[i];
        inner.valueInto(point, out);
        out[0] += 0.5 * coefficient * squares;
      },
      gradient(point, out) {
        inner.gradient(point, out);
        for (let i = 0; i < point.length; i++) out[i] += coefficient * point[i];
      },
      hessian(point, out) {
        inner.hessian(point, out);
        for (let i = 0; i < point.length; i++) out[i * point.length + i] += coefficient;
      },
    };
  },
  rewrite(inner, _compute, { mode }) {
    if (mode !== 'l2') return inner;
    return {
      value: (point) =>
        String.raw`${inner.value(point)} + \tfrac12 @weight-decay.coefficient \lVert ${point} \rVert^2`,
      gradient: (point) =>
        String.raw`${inner.gradient(point)} + @weight-decay.coefficient\, ${asFactor(point)}`,
      hessian: (point) => String.raw`${inner.hessian(point)} + @weight-decay.coefficient\, I`,
    };
  },
  changeUpdate(update, { lr, before }, { coefficient, mode }) {
    if (mode === 'decoupled')
      for (let i = 0; i < update.length; i++) update[i] -= lr * coefficient * before[i];
  },
  changes: ({ mode }) =>
    mode === 'decoupled'
      ? [{ left: 'update', right: String.raw`@update - @lr\, @weight-decay.coefficient\, @theta` }]
      : [],
});
