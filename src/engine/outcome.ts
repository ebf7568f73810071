import { symmetricEigen } from '../linalg/eigen.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Problem } from '../problems/problem.ts';
import { DIVERGED_ABOVE } from '../scene/scene.ts';
import type { Ending } from './trajectory.ts';

/** What counts as a stationary point, as curved, as at a known minimizer, and as a stall. */
const STATIONARY = 1e-8;
const CURVED = 1e-6;
const AT_MINIMIZER = 1e-6;
const QUIET_STEPS = 10;

/** Whether a run ends at this point because f or θ is not finite there, or θ is too far away. */
export function hasDiverged(theta: Vector, loss: number): boolean {
  let within = Number.isFinite(loss);
  for (let i = 0; i < theta.length; i++) if (!(Math.abs(theta[i]) <= DIVERGED_ABOVE)) within = false;
  return !within;
}

/** What a run that took all its steps has come to, judged at its last point without noise or penalty. */
export function outcomeAt(problem: Problem, theta: Vector, gradientNorm: number, quietSteps: number): Ending {
  const stationary = gradientNorm <= STATIONARY;
  let least = 0;
  let greatest = 0;
  if (stationary) {
    const n = problem.dimension;
    const hessian = new Float64Array(n * n);
    problem.hessian(theta, hessian);
    const { values } = symmetricEigen(n, hessian);
    least = values[0];
    greatest = values[n - 1];
  }
  if (stationary && least < -CURVED) return { kind: 'saddle' };
  if ((stationary && greatest > CURVED) || nearMinimizer(problem, theta)) return { kind: 'converged' };
  if (stationary || quietSteps >= QUIET_STEPS) return { kind: 'stalled' };
  return { kind: 'finished' };
}

function nearMinimizer(problem: Problem, theta: Vector): boolean {
  return problem.minimizers.some(
    ({ point }) => Math.hypot(...point.map((x, i) => x - theta[i])) <= AT_MINIMIZER,
  );
}
