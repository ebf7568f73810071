import { defineProblem } from '../problem.ts';

/** A weighted sum of absolute values. On both axes f has a kink; the subgradient given there has 0 across it. */
export const kink = defineProblem({
  name: 'Kink',
  lesson: 'The slope never fades, so a constant learning rate jumps across the kink for ever.',
  formula: String.raw`\lvert x\rvert+@slope\,\lvert y\rvert`,
  cite: [{ lecture: 'Erlangen', at: 'part 2, “Subgradients”' }],
  parameters: {
    slope: {
      kind: 'number',
      key: 's',
      symbol: 's',
      label: 'slope along y',
      default: 3,
      above: 0,
      max: 1000,
      scale: 'log',
      slider: [0.1, 10],
    },
  },
  create({ slope }) {
    return {
      dimension: 2,
      valueInto(theta, out) {
        out[0] = Math.abs(theta[0]) + slope * Math.abs(theta[1]);
      },
      gradient(theta, out) {
        out[0] = Math.sign(theta[0]);
        out[1] = slope * Math.sign(theta[1]);
      },
      hessian(_theta, out) {
        out[0] = 0;
        out[1] = 0;
        out[2] = 0;
        out[3] = 0;
      },
      minimizers: [{ point: [0, 0], kind: 'global' }],
      domain: { x: [-3, 3], y: [-3, 3] },
      start: [-2, 1.3],
      kink: (theta) => theta[0] === 0 || theta[1] === 0,
    };
  },
});
