import type { LossId } from '../losses/registry.ts';
import type { Problem } from '../problems/problem.ts';
import type { View } from './grid.ts';

/** Losses that are quadratic in the prediction; so is their mean in the weights of a linear model. */
const QUADRATIC: ReadonlySet<LossId> = new Set<LossId>(['squared-error', 'gaussian-nll']);

/**
 * A data problem of two weights whose surface is a quadratic, as one without samples: six numbers, taken in the middle of
 * a window, say all of it, however many samples there are. Null where it is none.
 */
export function quadraticOf(problem: Problem, { window: { x, y } }: View): Problem | null {
  const { data, dimension, plane } = problem;
  if (!data || dimension !== 2 || !QUADRATIC.has(data.loss)) return null;
  const [u, v] = [(x[0] + x[1]) / 2, (y[0] + y[1]) / 2];
  const middle = Float64Array.from(plane.origin, (at, i) => at + u * plane.u[i] + v * plane.v[i]);
  const value = problem.value(middle);
  const g = new Float64Array(2);
  const h = new Float64Array(4);
  problem.gradient(middle, g);
  problem.hessian(middle, h);
  return {
    ...problem,
    samples: 0,
    data: null,
    valueInto(theta, out) {
      const a = theta[0] - middle[0];
      const b = theta[1] - middle[1];
      out[0] = value + a * (g[0] + 0.5 * h[0] * a + h[1] * b) + b * (g[1] + 0.5 * h[3] * b);
    },
  };
}
