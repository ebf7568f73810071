import { defineProblem } from '../problem.ts';

// The roots of 4z³ − 32z + 5: the deep well of one coordinate, the hill between, the shallow well.
const DEEP = -2.903534027771177;
const HILL = 0.1567312567803401;
const SHALLOW = 2.746802770990837;

/** The Styblinski–Tang function in two dimensions, a sum of one double well for each coordinate. */
export const styblinskiTang = defineProblem({
  name: 'Styblinski–Tang function',
  lesson: 'One well in each quadrant, and about three starts in four miss the deepest.',
  formula: String.raw`\tfrac12\left(x^4-16x^2+5x+y^4-16y^2+5y\right)`,
  cite: [{ paper: 'Jamil, Yang, arXiv:1308.4008', at: 'function 144' }],
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = 0.5 * (x * (x * (x * x - 16) + 5) + y * (y * (y * y - 16) + 5));
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = 2 * x * (x * x - 8) + 2.5;
        out[1] = 2 * y * (y * y - 8) + 2.5;
      },
      hessian(theta, out) {
        out[0] = 6 * theta[0] * theta[0] - 16;
        out[1] = 0;
        out[2] = 0;
        out[3] = 6 * theta[1] * theta[1] - 16;
      },
      minimizers: [
        { point: [DEEP, DEEP], kind: 'global' },
        { point: [DEEP, SHALLOW], kind: 'local' },
        { point: [SHALLOW, DEEP], kind: 'local' },
        { point: [SHALLOW, SHALLOW], kind: 'local' },
      ],
      saddles: [
        [HILL, DEEP],
        [DEEP, HILL],
        [HILL, SHALLOW],
        [SHALLOW, HILL],
      ],
      domain: { x: [-5, 5], y: [-5, 5] },
      start: [0.6, -0.9],
    };
  },
});
