import type { Problem } from '../../src/problems/problem.ts';

/** f at a point of the plane, and its slope along the plane's two directions. */
export interface Probe {
  readonly u: number;
  readonly v: number;
  readonly value: number;
  /** ∂f/∂u and ∂f/∂v: of a matrix problem only the part of the gradient that lies in the plane. */
  readonly slope: readonly [number, number];
}

/** Reads f and its gradient at a point of the plane in which a problem is seen. */
export function probeAt(problem: Problem, u: number, v: number): Probe {
  const { plane } = problem;
  const theta = Float64Array.from(plane.origin, (value, i) => value + u * plane.u[i] + v * plane.v[i]);
  const gradient = new Float64Array(problem.dimension);
  problem.gradient(theta, gradient);
  // What does not lie along a direction adds nothing to it, even where it is infinite.
  const along = (direction: readonly number[]) =>
    direction.reduce((sum, part, i) => (part === 0 ? sum : sum + part * gradient[i]), 0);
  return { u, v, value: problem.value(theta), slope: [along(plane.u), along(plane.v)] };
}
