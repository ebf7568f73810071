import { rotationBy } from '../../linalg/rotation.ts';
import { defineProblem } from '../problem.ts';
import { conditionNumber } from './bowl.ts';

/** The bowl, turned counter-clockwise: f(z) = ½ zᵀ R diag(1, κ) Rᵀ z. */
export const rotatedBowl = defineProblem({
  name: 'Rotated bowl',
  lesson: 'The ravine, turned: scaling each coordinate by itself, as Adam does, no longer helps.',
  formula: String.raw`\tfrac12\,z^\top R_{@angle}\operatorname{diag}(1,@kappa)\,R_{@angle}^\top z`,
  parameters: {
    kappa: conditionNumber,
    angle: {
      kind: 'number',
      key: 'a',
      symbol: String.raw`\alpha`,
      label: 'angle in degrees',
      default: 30,
      min: -360,
      max: 360,
      scale: 'linear',
      slider: [-90, 90],
      marks: [-90, -45, 0, 45, 90],
    },
  },
  create({ kappa, angle }) {
    const { cos, sin } = rotationBy(angle);
    const hxx = cos * cos + kappa * sin * sin;
    const hxy = (1 - kappa) * cos * sin;
    const hyy = sin * sin + kappa * cos * cos;
    return {
      dimension: 2,
      // In the bowl's own coordinates nothing cancels, so f stays accurate along a narrow ravine.
      valueInto(theta, out) {
        const along = cos * theta[0] + sin * theta[1];
        const across = cos * theta[1] - sin * theta[0];
        out[0] = 0.5 * (along * along + kappa * across * across);
      },
      gradient(theta, out) {
        const along = cos * theta[0] + sin * theta[1];
        const across = kappa * (cos * theta[1] - sin * theta[0]);
        out[0] = cos * along - sin * across;
        out[1] = sin * along + cos * across;
      },
      hessian(_theta, out) {
        out[0] = hxx;
        out[1] = hxy;
        out[2] = hxy;
        out[3] = hyy;
      },
      minimizers: [{ point: [0, 0], kind: 'global' }],
      domain: { x: [-5, 5], y: [-3, 3] },
      start: [-4, 1],
    };
  },
});
