import { defineProblem } from '../problem.ts';

/** Rosenbrock's curved valley. Its floor is y = x²; along it f falls only as (a − x)². */
export const rosenbrock = defineProblem({
  name: 'Rosenbrock’s valley',
  lesson: 'Every path soon drops into the curved valley; following its flat floor takes long.',
  formula: String.raw`(@a-x)^2+@b\,(y-x^2)^2`,
  cite: [{ paper: 'Jamil, Yang, arXiv:1308.4008', at: 'function 105' }],
  parameters: {
    a: {
      kind: 'number',
      key: 'a',
      symbol: 'a',
      label: 'place of the minimizer',
      default: 1,
      min: -10,
      max: 10,
      scale: 'linear',
      slider: [-1.4, 1.4],
    },
    b: {
      kind: 'number',
      key: 'b',
      symbol: 'b',
      label: 'steepness of the walls',
      default: 100,
      above: 0,
      max: 1e6,
      scale: 'log',
      slider: [1, 1000],
    },
  },
  create({ a, b }) {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const along = a - x;
        const across = theta[1] - x * x;
        out[0] = along * along + b * across * across;
      },
      gradient(theta, out) {
        const x = theta[0];
        const across = theta[1] - x * x;
        out[0] = -2 * (a - x) - 4 * b * x * across;
        out[1] = 2 * b * across;
      },
      hessian(theta, out) {
        const x = theta[0];
        out[0] = 2 - 4 * b * (theta[1] - 3 * x * x);
        out[1] = -4 * b * x;
        out[2] = -4 * b * x;
        out[3] = 2 * b;
      },
      minimizers: [{ point: [a, a * a], kind: 'global' }],
      domain: { x: [-2.4, 2.4], y: [-0.4, 2.2] },
      start: [-1.5, 2],
    };
  },
});
