import { defineProblem } from '../problem.ts';

/** The three-hump camel. On y = −x/2, f is x²(7/4 − 1.05x² + x⁴/6): all its critical points lie there. */
export const threeHumpCamel = defineProblem({
  name: 'Three-hump camel',
  lesson: 'Of three wells the middle one is lowest; momentum may carry a path across a hump.',
  formula: String.raw`2x^2-1.05x^4+\tfrac16x^6+xy+y^2`,
  cite: [{ paper: 'Jamil, Yang, arXiv:1308.4008', at: 'function 29' }],
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const xx = x * x;
        out[0] = xx * (2 + xx * (xx / 6 - 1.05)) + y * (x + y);
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const xx = x * x;
        out[0] = x * (4 + xx * (xx - 4.2)) + y;
        out[1] = x + 2 * y;
      },
      hessian(theta, out) {
        const xx = theta[0] * theta[0];
        out[0] = 4 + xx * (5 * xx - 12.6);
        out[1] = 1;
        out[2] = 1;
        out[3] = 2;
      },
      minimizers: [
        { point: [0, 0], kind: 'global' },
        { point: [1.7475523458302888, -0.8737761729151444], kind: 'local' },
        { point: [-1.7475523458302888, 0.8737761729151444], kind: 'local' },
      ],
      saddles: [
        [1.07054229182366, -0.53527114591183],
        [-1.07054229182366, 0.53527114591183],
      ],
      domain: { x: [-3, 3], y: [-3, 3] },
      start: [-1.8, 1.4],
    };
  },
});
