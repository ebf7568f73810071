import { completeProblem } from '../problems/createProblem.ts';
import type { Domain, Problem } from '../problems/problem.ts';
import type { View } from './grid.ts';

/** For tests: a problem of which only the values matter. */
export function surface(f: (x: number, y: number) => number, minimum: number | null = null): Problem {
  const core = {
    dimension: 2,
    minimizers: [],
    domain: { x: [-1, 1], y: [-1, 1] },
    start: [0, 0],
    valueInto: (theta: Float64Array, out: Float64Array) => out.set([f(theta[0], theta[1])]),
    gradient: () => {},
    hessian: () => {},
  } as const;
  return { ...completeProblem(core), minimum };
}

/** For tests: a window with as many CSS pixels as its sides allow at this scale. */
export function view(x: Domain['x'], y: Domain['y'], pixelsPerUnit: number, pixelRatio = 1): View {
  return {
    window: { x, y },
    width: Math.round((x[1] - x[0]) * pixelsPerUnit),
    height: Math.round((y[1] - y[0]) * pixelsPerUnit),
    pixelRatio,
  };
}
