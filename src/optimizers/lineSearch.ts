import { gradientAt } from '../equations/equation.ts';
import { learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** c₁: the part of the decrease along the tangent that a step must bring. */
const SUFFICIENT = 1e-4;
/** A step that is still too long after so many shrinkings is none. */
export const MOST_SHRINKINGS = 60;

/**
 * Gradient descent with a backtracking line search (Armijo 1966): the first of η, ηc, ηc², … that brings
 * f(θ − αg) ≤ f(θ) − c₁α‖g‖². Where the 61st of them does not either, as along a noisy gradient that leads upwards, the
 * step is 0, and the next one tries anew. Each step asks for f at θ and at every point that it tries.
 */
export const lineSearch = defineOptimizer({
  name: 'Line search',
  idea: 'Go down the gradient, and shorten the step until it pays.',
  cite: [
    { lecture: 'Erlangen', at: 'part 3, “Can’t we get rid of this magic η?”, by performing line search' },
    {
      paper:
        'Armijo, “Minimization of functions having Lipschitz continuous first partial derivatives”, 1966',
      at: 'Corollary 2',
    },
    { paper: 'Nocedal, Wright, Numerical Optimization, 2nd ed.', at: 'Algorithm 3.1' },
  ],
  hyperparameters: {
    initialStep: { ...learningRate(1), label: 'first step tried', slider: [1e-3, 10] },
    shrink: {
      kind: 'number',
      key: 's',
      symbol: 'c',
      label: 'shrinking',
      default: 0.5,
      above: 0,
      below: 1,
      scale: 'linear',
      slider: [0.1, 0.9],
    },
  },
  rate: 'initialStep',
  quantities: {
    alpha: { symbol: String.raw`\alpha`, label: 'learning rate that pays', size: () => 1 },
    trial: {},
    loss: { size: () => 1 },
    trialLoss: { size: () => 1 },
  },
  needs: ['value'],
  equations: () => [
    gradientAt(),
    { left: 'alpha', right: String.raw`\operatorname{Armijo}(@theta, @g, @lr, @shrink)` },
    { left: 'update', right: '-@alpha\\, @g' },
  ],
  step({ theta, g, lr, update, valueInto }, { alpha, trial, loss, trialLoss }, { shrink }) {
    const n = g.length;
    valueInto(theta, loss);
    let squares = 0;
    for (let i = 0; i < n; i++) squares += g[i] * g[i];
    alpha[0] = lr;
    for (let shrinkings = 0; ; shrinkings++) {
      for (let i = 0; i < n; i++) trial[i] = theta[i] - alpha[0] * g[i];
      valueInto(trial, trialLoss);
      if (trialLoss[0] <= loss[0] - SUFFICIENT * alpha[0] * squares) break;
      alpha[0] = shrinkings < MOST_SHRINKINGS ? alpha[0] * shrink : 0;
      if (shrinkings === MOST_SHRINKINGS) break;
    }
    for (let i = 0; i < n; i++) update[i] = -alpha[0] * g[i];
  },
});
