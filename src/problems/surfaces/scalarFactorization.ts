import { defineProblem } from '../problem.ts';

/**
 * The factorization of the number 1 as xy. The whole curve xy = 1 is minimal; across it the curvature is
 * x² + y², least at ±(1, 1), the two minimizers listed.
 */
export const scalarFactorization = defineProblem({
  name: 'Scalar factorization',
  lesson: 'All of xy = 1 is minimal: SGD stays where it arrives, SAM slides on to the flattest part.',
  formula: String.raw`\tfrac12\,(xy-1)^2`,
  cite: [{ lecture: 'Westlake', at: '“Flat Minima in Deep Learning”' }],
  unlisted: 'All other points of the curve xy = 1 are global minimizers, too; the two flattest are marked.',
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const residual = theta[0] * theta[1] - 1;
        out[0] = 0.5 * residual * residual;
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const residual = x * y - 1;
        out[0] = residual * y;
        out[1] = residual * x;
      },
      hessian(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = y * y;
        out[1] = 2 * x * y - 1;
        out[2] = 2 * x * y - 1;
        out[3] = x * x;
      },
      minimizers: [
        { point: [1, 1], kind: 'global' },
        { point: [-1, -1], kind: 'global' },
      ],
      saddles: [[0, 0]],
      domain: { x: [-1, 4], y: [-1, 3] },
      start: [3, 1],
    };
  },
});
