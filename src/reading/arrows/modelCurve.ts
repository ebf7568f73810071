import { symmetricEigen } from '../../linalg/eigen.ts';
import { solveInto } from '../../linalg/solve.ts';
import type { Vector } from '../../linalg/vector.ts';
import type { Plane } from '../../problems/problem.ts';
import type { PictureShape } from './stepPicture.ts';

/** The local quadratic as a plane cuts it, in that plane's coordinates and seen from where it was made. */
export interface ModelCurve {
  /** The way to its stationary point. */
  readonly stationary: readonly [number, number];
  /** Unit axes around that point, and half the lengths of the ellipse through θ along them; null where it is a hyperbola. */
  readonly axes: readonly (readonly [number, number])[];
  readonly halves: readonly [number, number] | null;
}

type Model = Extract<PictureShape, { kind: 'model' }>;

/**
 * The curve through θ on which the model g·z + ½ zᵀHz has the value that it has at θ: zᵀHz is the same around its
 * stationary point. Null where H is singular in the plane, or the plane is one of time.
 */
export function modelCurve({ gradient, hessian }: Model, plane: Plane): ModelCurve | null {
  if (plane.kind === 'time') return null;
  const ways = [plane.u, plane.v];
  const h = Float64Array.from(ways.flatMap((a) => ways.map((b) => bilinear(hessian, a, b))));
  const g = Float64Array.from(ways, (way) => way.reduce((sum, x, i) => sum + x * gradient[i], 0));
  const solution = new Float64Array(2);
  if (![...h, ...g].every(Number.isFinite) || !solveInto(2, h, g, solution, new Float64Array(4))) return null;
  const [x, y] = [-solution[0], -solution[1]];
  const { values, vectors } = symmetricEigen(2, h);
  const axes = [0, 1].map((k) => [vectors[2 * k], vectors[2 * k + 1]] as const);
  const level = bilinear(h, [x, y], [x, y]);
  const halves = [values[0], values[1]].map((value) => Math.sqrt(level / value));
  const isEllipse = values[0] * values[1] > 0;
  return { stationary: [x, y], axes, halves: isEllipse ? [halves[0], halves[1]] : null };
}

/** aᵀHb */
function bilinear(hessian: Vector, a: readonly number[], b: readonly number[]): number {
  const n = a.length;
  return a.reduce((sum, x, i) => sum + x * b.reduce((row, y, j) => row + hessian[i * n + j] * y, 0), 0);
}
