import type { Explanation } from '../engine/explain.ts';
import { symmetricEigen } from '../linalg/eigen.ts';
import type { Vector } from '../linalg/vector.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Task } from '../scene/scene.ts';

/** Sizes that differ by less, in parts of the largest, are the same. */
const EVEN = 1e-9;

/**
 * What f looks like around a point. `bowl`: every direction curves up; `dome`: every one curves down; `saddle`: some up,
 * some down; `flat`: an eigenvalue is 0 and the others agree; `level`: all are 0; `kink`: f has no second derivative
 * there; `unknown`: it is not finite.
 */
export type CurvatureShape = 'bowl' | 'dome' | 'saddle' | 'flat' | 'level' | 'kink' | 'unknown';

/** The curvature of f, the loss that is recorded, at a run's head. */
export interface Curvature {
  /** θ after the step: where the run's head stands. */
  readonly point: Float64Array;
  /** ∇²f there, row-major. */
  readonly hessian: Float64Array;
  /** Its eigenvalues, the largest first; NaN where they are not known. */
  readonly values: readonly number[];
  /** Unit eigenvectors in the same order. */
  readonly axes: readonly (readonly number[])[];
  readonly shape: CurvatureShape;
  /** λmax/λmin where every direction curves up; null elsewhere. */
  readonly condition: number | null;
  /** How many eigenvalues are negative. */
  readonly negative: number;
}

/**
 * The curvature at the head, the point that a step led to. f is the loss without noise, which is linear in θ and has no
 * curvature, and without penalties; where f changes with the step, it is the mean loss.
 */
export function curvatureAtHead(
  { problem: selection }: Pick<Task, 'problem'>,
  { thetaAfter }: Pick<Explanation, 'thetaAfter'>,
): Curvature {
  const problem = createProblem(selection);
  const hessian = new Float64Array(problem.dimension ** 2);
  problem.hessian(thetaAfter, hessian);
  return curvatureOf(hessian, thetaAfter, problem.kink(thetaAfter));
}

function curvatureOf(hessian: Float64Array, point: Float64Array, isKink: boolean): Curvature {
  const n = point.length;
  const { values, vectors } = symmetricEigen(n, hessian);
  const largestFirst = cleaned(values).toReversed();
  const axes = largestFirst.map((_, k) => [...vectors.subarray((n - 1 - k) * n, (n - k) * n)]);
  const shape = isKink ? 'kink' : shapeOf(largestFirst);
  return {
    point,
    hessian,
    values: isKink ? largestFirst.map(() => Number.NaN) : largestFirst,
    axes,
    shape,
    condition: shape === 'bowl' ? largestFirst[0] / largestFirst[n - 1] : null,
    negative: largestFirst.filter((value) => value < 0).length,
  };
}

/** What is 0 but for rounding becomes 0. */
function cleaned(values: Vector): number[] {
  const size = Math.max(...values.map(Math.abs));
  const rounding = values.length * Number.EPSILON * size;
  return Array.from(values, (value) => (Math.abs(value) <= rounding ? 0 : value));
}

/** @param values without rounding errors about 0 */
export function shapeOf(values: readonly number[]): CurvatureShape {
  if (!values.every(Number.isFinite)) return 'unknown';
  const up = values.some((value) => value > 0);
  const down = values.some((value) => value < 0);
  if (up && down) return 'saddle';
  if (!up && !down) return 'level';
  if (values.includes(0)) return 'flat';
  return up ? 'bowl' : 'dome';
}

/** Which axes are steepest and flattest, whatever their sign; an axis is neither where all are the same. */
export function axisRoles(values: readonly number[]): ('steep' | 'flat' | null)[] {
  const sizes = values.map(Math.abs);
  const [most, least] = [Math.max(...sizes), Math.min(...sizes)];
  if (!(most - least > EVEN * most)) return values.map(() => null);
  return sizes.map((size) =>
    most - size <= EVEN * most ? 'steep' : size - least <= EVEN * most ? 'flat' : null,
  );
}
