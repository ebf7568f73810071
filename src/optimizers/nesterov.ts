import { gradientAt } from '../equations/equation.ts';
import { velocity } from './commonQuantities.ts';
import { decayRate, learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/**
 * Nesterov's accelerated gradient: momentum whose gradient is taken where the velocity is about to carry the
 * point. `rewritten` uses the gradient at θ instead; its path is the path of the look-ahead points θ + μv of
 * `lookahead`.
 */
export const nesterov = defineOptimizer({
  name: 'Nesterov',
  idea: 'Look where momentum is about to go, and take the gradient there.',
  cite: [
    { lecture: 'Memphis', at: '“Nesterov’s Accelerated Gradient (NAG)”, with v of the opposite sign' },
    {
      lecture: 'Erlangen',
      at: 'part 3, “Nesterov Accelerated Gradient (NAG) / Nesterov Momentum”, both forms',
    },
    { lecture: 'Optimizers', at: 'Algorithm 8.3' },
    { paper: 'Sutskever, Martens, Dahl, Hinton, ICML 2013', at: 'eqs. (3)–(4)' },
  ],
  hyperparameters: {
    learningRate: learningRate(0.001),
    momentum: decayRate('m', String.raw`\mu`, 'momentum', 0.9),
    form: {
      kind: 'choice',
      key: 'f',
      symbol: String.raw`\tilde\theta`,
      label: 'form',
      options: ['lookahead', 'rewritten'],
      default: 'lookahead',
    },
  },
  quantities: {
    lookahead: {
      symbol: String.raw`\tilde\theta`,
      label: 'look-ahead point',
      arrow: { role: 'lookahead', as: 'point' },
    },
    v: velocity,
    vPrevious: { ...velocity, symbol: String.raw`v_{t-1}`, label: 'velocity one step before' },
  },
  ownGradient: true,
  equations({ form }) {
    const velocity = { left: 'v', right: '@momentum @v - @lr\\, @g' };
    return form === 'lookahead'
      ? [
          { left: 'lookahead', right: '@theta + @momentum @v' },
          gradientAt('lookahead'),
          velocity,
          { left: 'update', right: '+@v' },
        ]
      : [
          gradientAt(),
          { left: 'vPrevious', right: '@v' },
          velocity,
          { left: 'update', right: '-@momentum @vPrevious + (1 + @momentum)\\, @v' },
        ];
  },
  step({ theta, g, lr, update, gradient }, { lookahead, v, vPrevious }, { momentum: mu, form }) {
    if (form === 'lookahead') {
      for (let i = 0; i < g.length; i++) lookahead[i] = theta[i] + mu * v[i];
      gradient(lookahead, g);
      for (let i = 0; i < g.length; i++) {
        v[i] = mu * v[i] - lr * g[i];
        update[i] = v[i];
      }
    } else {
      gradient(theta, g);
      for (let i = 0; i < g.length; i++) {
        vPrevious[i] = v[i];
        v[i] = mu * v[i] - lr * g[i];
        update[i] = -mu * vPrevious[i] + (1 + mu) * v[i];
      }
    }
  },
});
