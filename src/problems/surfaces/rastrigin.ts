import { defineProblem } from '../problem.ts';

const TURN = 2 * Math.PI;

/** Rastrigin's function in two dimensions. Of its grid of local minimizers only the global one is listed. */
export const rastrigin = defineProblem({
  name: 'Rastrigin’s function',
  lesson: 'An egg box: small steps end in the nearest dent, large or noisy ones can leave it.',
  formula: String.raw`2\cdot @A+x^2+y^2-@A\left(\cos 2\pi x+\cos 2\pi y\right)`,
  unlisted:
    'Near the other points with whole coordinates lie local minimizers, as long as the ripples are high enough; they are not marked.',
  parameters: {
    A: {
      kind: 'number',
      key: 'A',
      symbol: 'A',
      label: 'height of the ripples',
      default: 10,
      min: 0,
      max: 1000,
      scale: 'linear',
      slider: [0, 20],
    },
  },
  create({ A }) {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = x * x + y * y + A * (2 - Math.cos(TURN * x) - Math.cos(TURN * y));
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = 2 * x + TURN * A * Math.sin(TURN * x);
        out[1] = 2 * y + TURN * A * Math.sin(TURN * y);
      },
      hessian(theta, out) {
        out[0] = 2 + TURN * TURN * A * Math.cos(TURN * theta[0]);
        out[1] = 0;
        out[2] = 0;
        out[3] = 2 + TURN * TURN * A * Math.cos(TURN * theta[1]);
      },
      minimizers: [{ point: [0, 0], kind: 'global' }],
      domain: { x: [-5.12, 5.12], y: [-5.12, 5.12] },
      start: [2.2, -1.4],
    };
  },
});
