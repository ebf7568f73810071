import type { NumberSpec } from '../../specs/spec.ts';
import { defineProblem } from '../problem.ts';

/** κ, the ratio of the largest to the smallest curvature. */
export const conditionNumber = {
  kind: 'number',
  key: 'k',
  symbol: String.raw`\kappa`,
  label: 'condition number',
  default: 20,
  min: 1,
  max: 1e6,
  scale: 'log',
  slider: [1, 1000],
} as const satisfies NumberSpec;

/** A quadratic with curvature 1 along x and κ along y. */
export const bowl = defineProblem({
  name: 'Quadratic bowl',
  lesson: 'Across the ravine small steps are needed, along it large ones: momentum gives both.',
  formula: String.raw`\tfrac12\left(x^2+@kappa\,y^2\right)`,
  cite: [
    { lecture: 'Westlake', at: '“Issues of SGD—from the perspective of loss landscape”, challenge 1' },
    { lecture: 'Optimizers', at: '“Why Momentum Really Works”' },
  ],
  parameters: { kappa: conditionNumber },
  create({ kappa }) {
    return {
      dimension: 2,
      valueInto(theta, out) {
        const x = theta[0];
        const y = theta[1];
        out[0] = 0.5 * (x * x + kappa * y * y);
      },
      gradient(theta, out) {
        out[0] = theta[0];
        out[1] = kappa * theta[1];
      },
      hessian(_theta, out) {
        out[0] = 1;
        out[1] = 0;
        out[2] = 0;
        out[3] = kappa;
      },
      minimizers: [{ point: [0, 0], kind: 'global' }],
      domain: { x: [-5, 5], y: [-3, 3] },
      start: [-4, 1],
    };
  },
});
