import { gradientAt } from '../equations/equation.ts';
import { solveInto } from '../linalg/solve.ts';
import { learningRate } from './commonSpecs.ts';
import { defineOptimizer } from './optimizer.ts';

/** Newton's method: jump to the stationary point of the local quadratic, be it a minimizer or a saddle. */
export const newton = defineOptimizer({
  name: 'Newton',
  idea: 'Jump to where the local quadratic is flat: a minimizer, or a saddle.',
  cite: [
    { lecture: 'Memphis', at: '“Mathematical Foundation” of Sophia, Newton step' },
    { lecture: 'Erlangen', at: 'part 3, “Can’t we get rid of this magic η?”, by second order methods' },
    {
      lecture: 'Westlake',
      at: '“Improvement directions: leveraging the curvature information”, eq. (9); “Second-Order Optimization Methods”',
    },
  ],
  hyperparameters: { learningRate: learningRate(1) },
  quantities: {
    H: { symbol: 'H', label: 'Hessian', size: (n) => n * n },
    direction: { symbol: 'd', label: 'Newton direction', arrow: { role: 'preconditioned', as: -1 } },
    factors: { size: (n) => n * n },
  },
  needs: ['hessian'],
  equations: () => [
    gradientAt(),
    { left: 'H', right: String.raw`\nabla^2 f(@theta)` },
    { left: 'direction', right: String.raw`@H^{-1} @g` },
    { left: 'update', right: '-@lr\\, @direction' },
  ],
  step({ theta, g, lr, update, hessian, stop }, { H, direction, factors }) {
    hessian(theta, H);
    if (!solveInto(g.length, H, g, direction, factors)) stop({ kind: 'singular-hessian' });
    for (let i = 0; i < g.length; i++) update[i] = -lr * direction[i];
  },
});
