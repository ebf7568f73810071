import { gradientAt } from '../equations/equation.ts';
import { quotient } from '../linalg/quotient.ts';
import { epsilon, epsilonPlacement, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** AdaGrad (Duchi, Hazan, Singer 2011): each coordinate's step shrinks with the sum of its squared gradients. */
export const adagrad = defineOptimizer({
  name: 'AdaGrad',
  idea: 'Give each coordinate its own step, smaller the more gradient it has seen.',
  cite: [
    { lecture: 'Memphis', at: '“Adagrad”; “Adadelta”, what and where to replace (ε inside the root)' },
    { lecture: 'Erlangen', at: 'part 3, “AdaGrad”' },
    { lecture: 'Optimizers', at: 'Algorithm 8.4, which writes δ for ε' },
    {
      lecture: 'Westlake',
      at: '“Methods that manipulate gradient scale: RMSProp, AdaGrad, and their differences”, without ε',
    },
    { paper: 'Duchi, Hazan, Singer, JMLR 12 (2011)', at: 'Figure 1, diagonal case' },
  ],
  hyperparameters: { learningRate: learningRate(0.01), epsilon: epsilon(1e-7), epsilonPlacement },
  quantities: { r: { symbol: 'r', label: 'sum of the squared gradients' } },
  equations: ({ epsilonPlacement: place }) => [
    gradientAt(),
    { left: 'r', right: String.raw`@r + @g \odot @g` },
    {
      left: 'update',
      right:
        place === 'inside'
          ? String.raw`-@lr\, \dfrac{@g}{\sqrt{@r + @epsilon}}`
          : String.raw`-@lr\, \dfrac{@g}{\sqrt{@r} + @epsilon}`,
    },
  ],
  step({ g, lr, update }, { r }, { epsilon: eps, epsilonPlacement: place }) {
    const inside = place === 'inside';
    for (let i = 0; i < g.length; i++) {
      r[i] = r[i] + g[i] * g[i];
      update[i] = -lr * quotient(g[i], inside ? Math.sqrt(r[i] + eps) : Math.sqrt(r[i]) + eps);
    }
  },
});
