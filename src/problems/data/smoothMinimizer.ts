import { symmetricEigen } from '../../linalg/eigen.ts';
import { solveInto } from '../../linalg/solve.ts';
import type { Vector } from '../../linalg/vector.ts';
import { withValue, type LossFunction } from '../problem.ts';

/** A smooth function of two parameters, with what tells how precisely it can be computed. */
export interface SmoothFunction extends LossFunction {
  /** The sizes of the terms that each entry of the gradient is the sum of, at θ. */
  gradientSizes(theta: Vector, out: Vector): void;
}

/** Where a smooth function is least; `isAlone` where it is curved in all directions there. */
export interface LeastPoint {
  readonly point: readonly number[];
  readonly isAlone: boolean;
}

const MAX_STEPS = 400;
const MAX_POLISHING = 30;
/** Where Newton's step promises less than this part of f, the full step converges by itself. */
const CLOSE = 1e-10;
/** A step is halved until f falls by this part of what its slope promises (Armijo). */
const ENOUGH = 1e-4;
const SHORTEST = 2 ** -40;
/** A quadratic falls by half of the promise. One that falls by so much more goes on falling: further is tried. */
const MORE_THAN_QUADRATIC = 0.55;
/** A curvature below this part of the greatest one is taken for it: along a flat direction a step has an end. */
const FLATTEST = 1e-10;
/** What rounding may leave of a gradient of 0, and of the determinant of a singular Hessian, in parts of their terms. */
const GRADIENT_ROUNDING = 1e-11;
const CURVATURE_ROUNDING = 1e-13;

/**
 * Where a smooth function of two parameters is least around a guess, to full precision: Newton's iteration, with curvatures
 * taken as positive, and with steps that are halved until f falls, or doubled while it does. What it comes to is taken
 * only if the gradient is 0 there, but for the rounding of its terms, and no curvature is negative. Null where it comes
 * to no such point.
 */
export function smoothMinimizer(f: SmoothFunction, guess: readonly number[]): LeastPoint | null {
  const theta = Float64Array.from(guess);
  const local = localModel(f);
  descend(f, local, theta);
  const residual = polish(local, theta);
  local.lookAt(theta);
  if (!(residual <= GRADIENT_ROUNDING)) return null;
  const [a, b, , d] = local.hessian;
  const rest = a * d - b * b;
  if (a < 0 || d < 0 || rest < -CURVATURE_ROUNDING) return null;
  return { point: [...theta], isAlone: rest > CURVATURE_ROUNDING };
}

/**
 * Gradient and Hessian by parameters in which each curvature along an axis is 1 (or −1, or 0), and Newton's step: features
 * of different units are as curved as others, and a bias that no penalty holds as much as a weight.
 */
interface LocalModel {
  readonly gradient: Vector;
  readonly hessian: Vector;
  readonly step: Vector;
  lookAt(theta: Vector): void;
  /** Writes Newton's step by unscaled parameters. @returns what it promises; 0 where there is none */
  takeStep(isPositive: boolean): number;
  /** The greatest entry of the gradient in parts of its terms. */
  residual(theta: Vector): number;
}

function localModel(f: SmoothFunction): LocalModel {
  const gradient = new Float64Array(2);
  const hessian = new Float64Array(4);
  const step = new Float64Array(2);
  const scratch = new Float64Array(4);
  const sizes = new Float64Array(2);
  const scale = new Float64Array(2);
  return {
    gradient,
    hessian,
    step,
    lookAt(theta) {
      f.gradient(theta, gradient);
      f.hessian(theta, hessian);
      for (let k = 0; k < 2; k++) scale[k] = Math.sqrt(Math.abs(hessian[3 * k])) || 1;
      for (let k = 0; k < 4; k++) {
        if (k < 2) gradient[k] /= scale[k];
        hessian[k] = hessian[k] / scale[k >> 1] / scale[k & 1];
      }
    },
    takeStep(isPositive) {
      if (isPositive) makePositive(hessian);
      if (!solveInto(2, hessian, gradient, step, scratch)) return 0;
      const promise = gradient[0] * step[0] + gradient[1] * step[1];
      for (let k = 0; k < 2; k++) step[k] /= scale[k];
      return promise;
    },
    residual(theta) {
      f.gradientSizes(theta, sizes);
      // A score is as precise as its terms, and a slope as the score.
      const ofScores = Math.abs(theta[0] * scale[0]) + Math.abs(theta[1] * scale[1]);
      let greatest = 0;
      for (let k = 0; k < 2; k++) {
        const part = gradient[k] === 0 ? 0 : Math.abs(gradient[k]) / (sizes[k] / scale[k] + ofScores);
        if (!(part <= greatest)) greatest = part;
      }
      return greatest;
    },
  };
}

function descend(f: SmoothFunction, local: LocalModel, theta: Vector): void {
  const { value } = withValue(f);
  const ahead = new Float64Array(2);
  const reach = (length: number) => {
    for (let k = 0; k < 2; k++) ahead[k] = theta[k] - length * local.step[k];
    return value(ahead);
  };
  let present = value(theta);
  for (let i = 0; i < MAX_STEPS; i++) {
    local.lookAt(theta);
    const promise = local.takeStep(true);
    if (!(promise > CLOSE * Math.abs(present))) return;
    let length = 1;
    let reached = reach(length);
    while (!(reached <= present - ENOUGH * length * promise)) {
      length /= 2;
      if (length < SHORTEST) return;
      reached = reach(length);
    }
    if (length === 1 && present - reached > MORE_THAN_QUADRATIC * promise)
      for (let further = reach(2); further < reached; further = reach(2 * length)) {
        length *= 2;
        reached = further;
      }
    reach(length);
    theta.set(ahead);
    present = reached;
  }
}

/** Full steps while they bring the gradient nearer to 0. @returns how near it is, in parts of its terms */
function polish(local: LocalModel, theta: Vector): number {
  const best = Float64Array.from(theta);
  local.lookAt(theta);
  let least = local.residual(theta);
  let misses = 0;
  for (let i = 0; i < MAX_POLISHING && least > 0 && misses < 2; i++) {
    if (!(local.takeStep(false) > 0)) break;
    for (let k = 0; k < 2; k++) theta[k] -= local.step[k];
    local.lookAt(theta);
    const residual = local.residual(theta);
    if (residual < least) {
      best.set(theta);
      least = residual;
      misses = 0;
    } else misses += 1;
  }
  theta.set(best);
  return least;
}

/** Takes curvatures for their sizes, none for too small: only then does Newton's step lead down. */
function makePositive(hessian: Vector): void {
  const middle = (hessian[0] + hessian[3]) / 2;
  const radius = Math.hypot((hessian[0] - hessian[3]) / 2, hessian[1]);
  const greatest = Math.abs(middle) + radius;
  if (middle - radius >= FLATTEST * greatest) return;
  const { values, vectors } = symmetricEigen(2, hessian);
  hessian.fill(0);
  for (let i = 0; i < 2; i++) {
    const curvature = Math.max(Math.abs(values[i]), FLATTEST * greatest);
    for (let k = 0; k < 4; k++)
      hessian[k] += curvature * vectors[2 * i + (k >> 1)] * vectors[2 * i + (k & 1)];
  }
}
