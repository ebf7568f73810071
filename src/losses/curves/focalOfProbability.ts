import type { ElementwiseKernel } from '../loss.ts';

/** Focal loss of a probability, −(1 − p_t)^γ ln p_t; its limits where p_t is 1. */
export function focalOfProbability(gamma: number): ElementwiseKernel {
  return {
    values(p, y, out, count) {
      for (let i = 0; i < count; i++) {
        const wrong = y[i] > 0 ? 1 - p[i] : p[i];
        // Right on 0 where γ is not.
        out[i] = wrong === 0 ? 0 : 0 - wrong ** gamma * Math.log1p(-wrong);
      }
    },
    slopes(p, y, out, count) {
      for (let i = 0; i < count; i++) {
        const wrong = y[i] > 0 ? 1 - p[i] : p[i];
        const right = 1 - wrong;
        const slope =
          wrong === 0
            ? gamma === 0
              ? -1
              : 0
            : gamma * wrong ** (gamma - 1) * Math.log1p(-wrong) - wrong ** gamma / right;
        out[i] = y[i] > 0 ? slope : 0 - slope;
      }
    },
    curvatures(p, y, out, count) {
      for (let i = 0; i < count; i++) {
        const wrong = y[i] > 0 ? 1 - p[i] : p[i];
        const right = 1 - wrong;
        out[i] =
          wrong ** gamma / right ** 2 +
          (2 * gamma * wrong ** (gamma - 1)) / right -
          gamma * (gamma - 1) * wrong ** (gamma - 2) * Math.log1p(-wrong);
      }
    },
  };
}
