import { defineProblem } from '../problem.ts';

/** Himmelblau's function: four minimizers of value 0, four saddles and one maximizer between them. */
export const himmelblau = defineProblem({
  name: 'Himmelblau’s function',
  lesson: 'Four equally good minimizers: a small move of the start decides between them.',
  formula: '(x^2+y-11)^2+(x+y^2-7)^2',
  cite: [{ paper: 'Jamil, Yang, arXiv:1308.4008', at: 'function 65' }],
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const p = x * x + y - 11;
        const q = x + y * y - 7;
        out[0] = p * p + q * q;
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const p = x * x + y - 11;
        const q = x + y * y - 7;
        out[0] = 4 * x * p + 2 * q;
        out[1] = 2 * p + 4 * y * q;
      },
      hessian(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = 12 * x * x + 4 * y - 42;
        out[1] = 4 * (x + y);
        out[2] = 4 * (x + y);
        out[3] = 12 * y * y + 4 * x - 26;
      },
      minimizers: [
        { point: [3, 2], kind: 'global' },
        { point: [-2.805118086952745, 3.131312518250573], kind: 'global' },
        { point: [-3.779310253377747, -3.2831859912861696], kind: 'global' },
        { point: [3.5844283403304917, -1.8481265269644036], kind: 'global' },
      ],
      saddles: [
        [3.385154183607021, 0.07385187983774928],
        [0.08667750455539636, 2.884254701174776],
        [-3.0730257507643897, -0.08135304428796751],
        [-0.12796134673068008, -1.9537149802445763],
      ],
      domain: { x: [-5, 5], y: [-5, 5] },
      start: [0.5, -0.5],
    };
  },
});
