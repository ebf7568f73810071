import { gradientAt } from '../equations/equation.ts';
import { quotient } from '../linalg/quotient.ts';
import { decayRate, epsilon, epsilonPlacement, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** RMSProp (Hinton 2012): AdaGrad that forgets, by a moving average of the squared gradients instead of their sum. */
export const rmsprop = defineOptimizer({
  name: 'RMSProp',
  idea: 'Divide each coordinate’s gradient by its recent root mean square.',
  cite: [
    { lecture: 'Memphis', at: '“RMSProp”, which writes γ for ρ' },
    { lecture: 'Erlangen', at: 'part 3, “RMSProp”' },
    { lecture: 'Optimizers', at: 'Algorithm 8.5, ε (there δ) inside the root' },
    {
      lecture: 'Westlake',
      at: '“Methods that manipulate gradient scale: RMSProp, AdaGrad, and their differences”, without ε',
    },
    { paper: 'Tieleman, Hinton, “Neural Networks for Machine Learning”, 2012', at: 'lecture 6e' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    rho: decayRate('r', String.raw`\rho`, 'decay of r', 0.9),
    epsilon: epsilon(1e-8),
    epsilonPlacement,
  },
  quantities: { r: { symbol: 'r', label: 'average of the squared gradients' } },
  equations: ({ epsilonPlacement: place }) => [
    gradientAt(),
    { left: 'r', right: String.raw`@rho @r + (1 - @rho)\, @g \odot @g` },
    {
      left: 'update',
      right:
        place === 'inside'
          ? String.raw`-@lr\, \dfrac{@g}{\sqrt{@r + @epsilon}}`
          : String.raw`-@lr\, \dfrac{@g}{\sqrt{@r} + @epsilon}`,
    },
  ],
  step({ g, lr, update }, { r }, { rho, epsilon: eps, epsilonPlacement: place }) {
    const inside = place === 'inside';
    for (let i = 0; i < g.length; i++) {
      r[i] = rho * r[i] + (1 - rho) * g[i] * g[i];
      update[i] = -lr * quotient(g[i], inside ? Math.sqrt(r[i] + eps) : Math.sqrt(r[i]) + eps);
    }
  },
});
