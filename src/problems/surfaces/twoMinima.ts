import type { NumberSpec } from '../../specs/spec.ts';
import { criticalPoints, minimizersAmong, saddlesAmong, turnsAlongX } from '../criticalPoint.ts';
import { defineProblem, type LossFunction } from '../problem.ts';

/** The wells' centres are (±CENTRE, 0): the sharp one right, the wide one left. */
const CENTRE = 1.5;
/** Half the length of the segment searched for critical points, and its cells: four and more to the narrowest width. */
const REACH = CENTRE + 0.1;
const CELLS = 640;

function depth(key: string, symbol: string, label: string, value: number) {
  const range = { min: 0.01, max: 10, scale: 'linear', slider: [0.1, 2] } as const;
  return { kind: 'number', key, symbol, label, default: value, ...range } as const satisfies NumberSpec;
}

function width(key: string, symbol: string, label: string, value: number) {
  const range = { min: 0.02, max: 10, scale: 'log', slider: [0.05, 2] } as const;
  return { kind: 'number', key, symbol, label, default: value, ...range } as const satisfies NumberSpec;
}

/** A sharp and a wide Gaussian well in a shallow bowl. Minimizers and saddles are computed for the parameters. */
export const twoMinima = defineProblem({
  name: 'Two minima',
  lesson: 'One sharp, one wide: learning rate, noise and SAM decide in which of them a path stays.',
  formula: String.raw`@tilt\,(x^2+y^2)-@sharpDepth\,e^{-\frac{(x-1.5)^2+y^2}{2\cdot @sharpWidth^2}}-@wideDepth\,e^{-\frac{(x+1.5)^2+y^2}{2\cdot @wideWidth^2}}`,
  cite: [{ lecture: 'Westlake', at: '“Flat Minima in Deep Learning”' }],
  parameters: {
    tilt: {
      kind: 'number',
      key: 't',
      symbol: String.raw`\tau`,
      label: 'steepness of the bowl',
      default: 0.02,
      min: 0,
      max: 10,
      scale: 'linear',
      slider: [0, 0.2],
    },
    sharpDepth: depth('sd', String.raw`d_{\mathrm s}`, 'depth of the sharp well', 1),
    sharpWidth: width('sw', String.raw`\sigma_{\mathrm s}`, 'width of the sharp well', 0.15),
    wideDepth: depth('wd', String.raw`d_{\mathrm w}`, 'depth of the wide well', 0.9),
    wideWidth: width('ww', String.raw`\sigma_{\mathrm w}`, 'width of the wide well', 0.8),
  },
  create({ tilt, sharpDepth, sharpWidth, wideDepth, wideWidth }) {
    const sharpness = 1 / (sharpWidth * sharpWidth);
    const wideness = 1 / (wideWidth * wideWidth);
    const f: LossFunction = {
      valueInto(theta, out) {
        const x = theta[0];
        const yy = theta[1] * theta[1];
        const right = x - CENTRE;
        const left = x + CENTRE;
        out[0] =
          tilt * (x * x + yy) -
          sharpDepth * Math.exp(-0.5 * sharpness * (right * right + yy)) -
          wideDepth * Math.exp(-0.5 * wideness * (left * left + yy));
      },
      gradient(theta, out) {
        const x = theta[0];
        const y = theta[1];
        const right = x - CENTRE;
        const left = x + CENTRE;
        const sharp = sharpDepth * sharpness * Math.exp(-0.5 * sharpness * (right * right + y * y));
        const wide = wideDepth * wideness * Math.exp(-0.5 * wideness * (left * left + y * y));
        out[0] = 2 * tilt * x + sharp * right + wide * left;
        out[1] = (2 * tilt + sharp + wide) * y;
      },
      hessian(theta, out) {
        const y = theta[1];
        const right = theta[0] - CENTRE;
        const left = theta[0] + CENTRE;
        const sharp = sharpDepth * sharpness * Math.exp(-0.5 * sharpness * (right * right + y * y));
        const wide = wideDepth * wideness * Math.exp(-0.5 * wideness * (left * left + y * y));
        const mixed = -(sharp * sharpness * right + wide * wideness * left) * y;
        out[0] = 2 * tilt + sharp * (1 - sharpness * right * right) + wide * (1 - wideness * left * left);
        out[1] = mixed;
        out[2] = mixed;
        out[3] = 2 * tilt + sharp * (1 - sharpness * y * y) + wide * (1 - wideness * y * y);
      },
    };
    // ∂f/∂y is y times a positive number, and ∂f/∂x points away from the segment between the centres: all lie there.
    const points = criticalPoints(f, turnsAlongX(f, -REACH, REACH, CELLS));
    return {
      ...f,
      dimension: 2,
      minimizers: minimizersAmong(f, points),
      saddles: saddlesAmong(points),
      domain: { x: [-3, 3], y: [-2, 2] },
      start: [0.4, 0.6],
    };
  },
});
