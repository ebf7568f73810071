import type { Vector } from '../../linalg/vector.ts';
import { defineProblem } from '../problem.ts';

const TURN = 2 * Math.PI;

/** √(½(x²+y²)), the root mean square of the coordinates. */
function rms(theta: Vector): number {
  const x = theta[0];
  const y = theta[1];
  return Math.sqrt(0.5 * (x * x + y * y));
}

/** e^{½(cos 2πx + cos 2πy)}. */
function ripple(theta: Vector): number {
  return Math.exp(0.5 * (Math.cos(TURN * theta[0]) + Math.cos(TURN * theta[1])));
}

/**
 * Ackley's function in two dimensions, with its usual constants 20, 0.2 and 2π. At its centre it has a cone's
 * tip: the gradient has no limit there, and is 0 by definition. The local minimizers around it are not listed.
 */
export const ackley = defineProblem({
  name: 'Ackley’s function',
  lesson: 'A rippled plain around one funnel: small steps end in a ripple before they reach it.',
  formula: String.raw`-20\,e^{-0.2\sqrt{(x^2+y^2)/2}}-e^{(\cos 2\pi x+\cos 2\pi y)/2}+e+20`,
  cite: [{ paper: 'Jamil, Yang, arXiv:1308.4008', at: 'function 1 (Ackley 1)' }],
  unlisted: 'Near the other points with whole coordinates lie local minimizers; they are not marked.',
  parameters: {},
  create() {
    return {
      dimension: 2,
      // 20(1 − e^{−0.2r}) + e(1 − e^{c−1}): as printed, the constants would leave 4e-16 instead of 0 at the centre.
      valueInto(theta, out) {
        const c = 0.5 * (Math.cos(TURN * theta[0]) + Math.cos(TURN * theta[1]));
        out[0] = -20 * Math.expm1(-0.2 * rms(theta)) - Math.E * Math.expm1(c - 1);
      },
      gradient(theta, out) {
        const r = rms(theta);
        if (r === 0) {
          out[0] = 0;
          out[1] = 0;
          return;
        }
        const cone = (2 * Math.exp(-0.2 * r)) / r;
        const wave = Math.PI * ripple(theta);
        out[0] = cone * theta[0] + wave * Math.sin(TURN * theta[0]);
        out[1] = cone * theta[1] + wave * Math.sin(TURN * theta[1]);
      },
      hessian(theta, out) {
        const r = rms(theta);
        if (r === 0) {
          out[0] = 0;
          out[1] = 0;
          out[2] = 0;
          out[3] = 0;
          return;
        }
        // Unit vector (u, v)·√2 keeps the quotients finite where r² would underflow.
        const u = theta[0] / r;
        const v = theta[1] / r;
        const cone = Math.exp(-0.2 * r) / r;
        const bend = cone * (1 + 0.2 * r);
        const wave = Math.PI * Math.PI * ripple(theta);
        const sinX = Math.sin(TURN * theta[0]);
        const sinY = Math.sin(TURN * theta[1]);
        const mixed = -bend * u * v - wave * sinX * sinY;
        out[0] = 2 * cone - bend * u * u + wave * (2 * Math.cos(TURN * theta[0]) - sinX * sinX);
        out[1] = mixed;
        out[2] = mixed;
        out[3] = 2 * cone - bend * v * v + wave * (2 * Math.cos(TURN * theta[1]) - sinY * sinY);
      },
      minimizers: [{ point: [0, 0], kind: 'global' }],
      domain: { x: [-5, 5], y: [-5, 5] },
      start: [1.6, -2.1],
      kink: (theta) => rms(theta) === 0,
    };
  },
});
