import { defineProblem } from '../problem.ts';

/** Beale's function: the residuals 1.5 − x(1−y), 2.25 − x(1−y²), 2.625 − x(1−y³), squared and added. */
export const beale = defineProblem({
  name: 'Beale’s function',
  lesson: 'Steep corners around a flat middle: no single learning rate suits both.',
  formula: '(1.5-x+xy)^2+(2.25-x+xy^2)^2+(2.625-x+xy^3)^2',
  cite: [{ paper: 'Jamil, Yang, arXiv:1308.4008', at: 'function 10' }],
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const p = 1.5 - x * (1 - y);
        const q = 2.25 - x * (1 - y * y);
        const r = 2.625 - x * (1 - y * y * y);
        out[0] = p * p + q * q + r * r;
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const px = y - 1;
        const qx = y * y - 1;
        const rx = y * y * y - 1;
        const p = 1.5 + x * px;
        const q = 2.25 + x * qx;
        const r = 2.625 + x * rx;
        out[0] = 2 * (p * px + q * qx + r * rx);
        out[1] = 2 * x * (p + 2 * y * q + 3 * y * y * r);
      },
      hessian(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const yy = y * y;
        const px = y - 1;
        const qx = yy - 1;
        const rx = yy * y - 1;
        const p = 1.5 + x * px;
        const q = 2.25 + x * qx;
        const r = 2.625 + x * rx;
        const mixed = 2 * (p + 2 * y * q + 3 * yy * r + x * (px + 2 * y * qx + 3 * yy * rx));
        out[0] = 2 * (px * px + qx * qx + rx * rx);
        out[1] = mixed;
        out[2] = mixed;
        out[3] = 2 * x * (x * (1 + 4 * yy + 9 * yy * yy) + 2 * q + 6 * y * r);
      },
      minimizers: [{ point: [3, 0.5], kind: 'global' }],
      saddles: [
        [0, 1],
        [0.10053793732415836, -2.644513585023125],
      ],
      domain: { x: [-4.5, 4.5], y: [-4.5, 4.5] },
      start: [1, 1.5],
    };
  },
});
