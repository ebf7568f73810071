import { gradientAt } from '../equations/equation.ts';
import { carriedGradients } from './commonQuantities.ts';
import { decayRate, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/**
 * Sign descent, with momentum if μ is not 0: only the sign of each coordinate counts, so every step has length η in each
 * (and 0 where m is 0).
 */
export const signsgd = defineOptimizer({
  name: 'SignSGD',
  idea: 'Step equally far in every coordinate, by the sign of its gradient.',
  cite: [
    { lecture: 'Westlake', at: '“Muon vs Other Optimizers”' },
    {
      paper: 'Bernstein, Wang, Azizzadenesheli, Anandkumar, arXiv:1802.04434',
      at: 'Algorithm 1 (no momentum); Algorithm 2, Signum, whose average has the same sign',
    },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    momentum: decayRate('m', String.raw`\mu`, 'momentum', 0),
  },
  quantities: { m: carriedGradients },
  equations: () => [
    gradientAt(),
    { left: 'm', right: '@momentum @m + @g' },
    { left: 'update', right: String.raw`-@lr\, \operatorname{sign}(@m)` },
  ],
  step({ g, lr, update }, { m }, { momentum: mu }) {
    for (let i = 0; i < g.length; i++) {
      m[i] = mu * m[i] + g[i];
      update[i] = -lr * Math.sign(m[i]);
    }
  },
});
