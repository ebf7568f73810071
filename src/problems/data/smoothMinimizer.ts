import { solveInto } from '../../linalg/solve.ts';
import type { Vector } from '../../linalg/vector.ts';
import { criticalPoint } from '../criticalPoint.ts';
import { withValue, type LossFunction } from '../problem.ts';

const MAX_STEPS = 200;
/** Where Newton's step promises less than this part of f, the full step converges by itself. */
const CLOSE = 1e-10;
/** A step is halved until f falls by this part of what its slope promises (Armijo). */
const ENOUGH = 1e-4;
const SHORTEST = 2 ** -40;

/**
 * The minimizer of a smooth function of two parameters, to full precision: Newton's iteration with steps that are halved
 * until f falls, from a guess. Null where it finds none: f falls for ever, or is not curved where it is least.
 */
export function smoothMinimizer(f: LossFunction, guess: readonly number[]): readonly number[] | null {
  const { value } = withValue(f);
  const theta = Float64Array.from(guess);
  const ahead = new Float64Array(2);
  const gradient = new Float64Array(2);
  const hessian = new Float64Array(4);
  const step = new Float64Array(2);
  const scratch = new Float64Array(4);
  let present = value(theta);
  for (let i = 0; i < MAX_STEPS; i++) {
    f.gradient(theta, gradient);
    f.hessian(theta, hessian);
    makeConvex(hessian);
    if (!solveInto(2, hessian, gradient, step, scratch)) return null;
    const promise = gradient[0] * step[0] + gradient[1] * step[1];
    if (!(promise > CLOSE * Math.max(1, Math.abs(present)))) break;
    let length = 1;
    let reached = present;
    for (; length >= SHORTEST; length /= 2) {
      for (let k = 0; k < 2; k++) ahead[k] = theta[k] - length * step[k];
      reached = value(ahead);
      if (reached <= present - ENOUGH * length * promise) break;
    }
    if (length < SHORTEST) break;
    theta.set(ahead);
    present = reached;
  }
  const found = criticalPoint(f, [...theta]);
  return found?.kind === 'minimizer' ? found.point : null;
}

/** Adds to the diagonal until both curvatures are positive: only then does Newton's step lead down. */
function makeConvex(hessian: Vector): void {
  const middle = (hessian[0] + hessian[3]) / 2;
  const radius = Math.hypot((hessian[0] - hessian[3]) / 2, hessian[1]);
  const floor = 1e-9 * (Math.abs(middle) + radius);
  const lift = Math.max(0, floor - (middle - radius));
  hessian[0] += lift;
  hessian[3] += lift;
}
