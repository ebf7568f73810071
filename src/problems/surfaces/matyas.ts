import { defineProblem } from '../problem.ts';

/** The Matyas function, a quadratic with curvatures 0.04 and 1 along the diagonals. */
export const matyas = defineProblem({
  name: 'Matyas function',
  lesson: 'Nearly flat along a diagonal: paths are soon on it, and then creep.',
  formula: String.raw`0.26\,(x^2+y^2)-0.48\,xy`,
  cite: [{ paper: 'Jamil, Yang, arXiv:1308.4008', at: 'function 71' }],
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = 0.26 * (x * x + y * y) - 0.48 * x * y;
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = 0.52 * x - 0.48 * y;
        out[1] = 0.52 * y - 0.48 * x;
      },
      hessian(_theta, out) {
        out[0] = 0.52;
        out[1] = -0.48;
        out[2] = -0.48;
        out[3] = 0.52;
      },
      minimizers: [{ point: [0, 0], kind: 'global' }],
      domain: { x: [-10, 10], y: [-10, 10] },
      start: [-7, 3],
    };
  },
});
