import { defineProblem } from '../problem.ts';

/** Booth's function, a quadratic with curvatures 2 and 18 along the diagonals. */
export const booth = defineProblem({
  name: 'Booth’s function',
  lesson: 'A gentle ravine along a diagonal: x and y have to be changed together.',
  formula: '(x+2y-7)^2+(2x+y-5)^2',
  cite: [{ paper: 'Jamil, Yang, arXiv:1308.4008', at: 'function 20' }],
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const p = x + 2 * y - 7;
        const q = 2 * x + y - 5;
        out[0] = p * p + q * q;
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const p = x + 2 * y - 7;
        const q = 2 * x + y - 5;
        out[0] = 2 * p + 4 * q;
        out[1] = 4 * p + 2 * q;
      },
      hessian(_theta, out) {
        out[0] = 10;
        out[1] = 8;
        out[2] = 8;
        out[3] = 10;
      },
      minimizers: [{ point: [1, 3], kind: 'global' }],
      domain: { x: [-10, 10], y: [-10, 10] },
      start: [-6, 8],
    };
  },
});
