import { defineProblem } from '../problem.ts';

/** One round hole in a plain: the gradient fades as e^{−r²/2} with the distance r. */
export const plateau = defineProblem({
  name: 'Plateau',
  lesson: 'Far out the gradient fades: SGD hardly moves, while Adam’s steps keep their length.',
  formula: '1-e^{-(x^2+y^2)/2}',
  cite: [{ lecture: 'Westlake', at: '“Issues of SGD—from the perspective of loss landscape”, challenge 2' }],
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = -Math.expm1(-0.5 * (x * x + y * y));
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const fade = Math.exp(-0.5 * (x * x + y * y));
        out[0] = x * fade;
        out[1] = y * fade;
      },
      hessian(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const fade = Math.exp(-0.5 * (x * x + y * y));
        out[0] = (1 - x * x) * fade;
        out[1] = -x * y * fade;
        out[2] = -x * y * fade;
        out[3] = (1 - y * y) * fade;
      },
      minimizers: [{ point: [0, 0], kind: 'global' }],
      domain: { x: [-4, 4], y: [-3, 3] },
      start: [3.5, 2.5],
    };
  },
});
