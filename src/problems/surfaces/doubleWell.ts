import { defineProblem } from '../problem.ts';

/** Two equal wells at (0, ±1) with a saddle between them. */
export const doubleWell = defineProblem({
  name: 'Double well',
  lesson: 'Almost at rest at the saddle, a path falls into the well on whose side it started.',
  formula: String.raw`\tfrac12x^2+\tfrac14y^4-\tfrac12y^2`,
  parameters: {},
  create() {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const yy = theta[1] * theta[1];
        out[0] = 0.5 * x * x + yy * (0.25 * yy - 0.5);
      },
      gradient(theta, out) {
        const y = theta[1];
        out[0] = theta[0];
        out[1] = y * (y * y - 1);
      },
      hessian(theta, out) {
        const y = theta[1];
        out[0] = 1;
        out[1] = 0;
        out[2] = 0;
        out[3] = 3 * y * y - 1;
      },
      minimizers: [
        { point: [0, 1], kind: 'global' },
        { point: [0, -1], kind: 'global' },
      ],
      saddles: [[0, 0]],
      domain: { x: [-2, 2], y: [-2, 2] },
      start: [1.5, 0.02],
    };
  },
});
