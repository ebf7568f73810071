import { gradientAt } from '../equations/equation.ts';
import { learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** Gradient descent: θ ← θ − ηg. With noise or batches, stochastic; at a kink, g is the stated subgradient. */
export const sgd = defineOptimizer({
  name: 'SGD',
  idea: 'Step against the gradient.',
  cite: [
    { lecture: 'Memphis', at: '“Stochastic Gradient Descent”' },
    { lecture: 'Erlangen', at: 'part 3, “Gradient Descent revisited”' },
    { lecture: 'Optimizers', at: 'Algorithms 1 and 8.1' },
    {
      lecture: 'Westlake',
      at: '“Background”, mini-batching; “Background: Stochastic reformulation of finite-sum problems: SGD with arbitrary sampling”, eq. (6)',
    },
  ],
  hyperparameters: { learningRate: learningRate(0.001) },
  quantities: {},
  equations: () => [gradientAt(), { left: 'update', right: '-@lr\\, @g' }],
  step({ g, lr, update }) {
    for (let i = 0; i < g.length; i++) update[i] = -lr * g[i];
  },
});
