import { gradientAt } from '../equations/equation.ts';
import { quotient } from '../linalg/quotient.ts';
import { decayRate, epsilon, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/**
 * Adadelta (Zeiler 2012): RMSProp whose numerator, the root mean square of past updates, gives the step its
 * units, so that η stays 1. The form `as-printed` is Erlangen's: with h = 0 at the start and no ε above, it
 * never moves.
 */
export const adadelta = defineOptimizer({
  name: 'Adadelta',
  idea: 'Measure the step in units of past steps, and need no learning rate.',
  cite: [
    { lecture: 'Memphis', at: '“Adadelta”, which stops at η/RMS[g]' },
    { lecture: 'Erlangen', at: 'part 3, “Adadelta” (as-printed)' },
    { paper: 'Zeiler, arXiv:1212.5701', at: 'Algorithm 1' },
  ],
  hyperparameters: {
    learningRate: learningRate(1),
    rho: decayRate('r', String.raw`\rho`, 'decay of r and h', 0.95),
    epsilon: epsilon(1e-6),
    form: {
      kind: 'choice',
      key: 'f',
      symbol: String.raw`\Delta`,
      label: 'form',
      options: ['zeiler', 'as-printed'],
      default: 'zeiler',
    },
  },
  quantities: {
    r: { symbol: 'r', label: 'average of the squared gradients' },
    delta: {
      symbol: String.raw`\Delta`,
      label: 'gradient in units of past steps',
      arrow: { role: 'preconditioned', as: 1 },
    },
    h: { symbol: 'h', label: 'average of the squared steps' },
  },
  equations: ({ form }) => [
    gradientAt(),
    { left: 'r', right: String.raw`@rho @r + (1 - @rho)\, @g \odot @g` },
    {
      left: 'delta',
      right:
        form === 'as-printed'
          ? String.raw`-\dfrac{\sqrt{@h}}{\sqrt{@r} + @epsilon} \odot @g`
          : String.raw`-\dfrac{\sqrt{@h + @epsilon}}{\sqrt{@r + @epsilon}} \odot @g`,
    },
    { left: 'h', right: String.raw`@rho @h + (1 - @rho)\, @delta \odot @delta` },
    { left: 'update', right: '+@lr\\, @delta' },
  ],
  step({ g, lr, update }, { r, delta, h }, { rho, epsilon: eps, form }) {
    const asPrinted = form === 'as-printed';
    for (let i = 0; i < g.length; i++) {
      r[i] = rho * r[i] + (1 - rho) * g[i] * g[i];
      delta[i] = asPrinted
        ? -quotient(Math.sqrt(h[i]), Math.sqrt(r[i]) + eps) * g[i]
        : -quotient(Math.sqrt(h[i] + eps), Math.sqrt(r[i] + eps)) * g[i];
      h[i] = rho * h[i] + (1 - rho) * delta[i] * delta[i];
      update[i] = lr * delta[i];
    }
  },
});
