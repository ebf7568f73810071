import { gradientAt } from '../equations/equation.ts';
import { carriedGradients, velocity } from './commonQuantities.ts';
import { decayRate, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/**
 * Gradient descent with momentum (Polyak 1964, the heavy ball), in the three forms that the lectures print.
 * At constant η the first two walk the same path; they part as soon as η changes between steps, because
 * `velocity` folds η into v and `accumulated` (PyTorch's) keeps it outside m.
 */
export const momentum = defineOptimizer({
  name: 'Momentum',
  idea: 'Let past gradients carry the point on: what alternates cancels, what persists adds up.',
  cite: [
    { lecture: 'Memphis', at: '“SGD with Momentum”' },
    { lecture: 'Erlangen', at: 'part 3, “Momentum”' },
    { lecture: 'Optimizers', at: 'Algorithm 8.2' },
    {
      lecture: 'Westlake',
      at: '“Momentum method” (accumulated); “Weight decay in SGD and Adam: why AdamW matters”, the second eq. (10) (averaged)',
    },
    {
      paper: 'Polyak, “Some methods of speeding up the convergence of iteration methods”, 1964',
      at: 'eq. (9)',
    },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    momentum: decayRate('m', String.raw`\mu`, 'momentum', 0.9),
    form: {
      kind: 'choice',
      key: 'f',
      symbol: String.raw`v`,
      label: 'form',
      options: ['velocity', 'accumulated', 'averaged'],
      default: 'velocity',
    },
  },
  quantities: { v: velocity, m: carriedGradients },
  equations({ form }) {
    if (form === 'velocity')
      return [
        gradientAt(),
        { left: 'v', right: '@momentum @v - @lr\\, @g' },
        { left: 'update', right: '+@v' },
      ];
    return [
      gradientAt(),
      {
        left: 'm',
        right: form === 'averaged' ? '@momentum @m + (1 - @momentum)\\, @g' : '@momentum @m + @g',
      },
      { left: 'update', right: '-@lr\\, @m' },
    ];
  },
  step({ g, lr, update }, { v, m }, { momentum: mu, form }) {
    if (form === 'velocity')
      for (let i = 0; i < g.length; i++) {
        v[i] = mu * v[i] - lr * g[i];
        update[i] = v[i];
      }
    else {
      const weight = form === 'averaged' ? 1 - mu : 1;
      for (let i = 0; i < g.length; i++) {
        m[i] = mu * m[i] + weight * g[i];
        update[i] = -lr * m[i];
      }
    }
  },
});
