import { symmetricEigen } from '../linalg/eigen.ts';
import { solveInto } from '../linalg/solve.ts';
import { withValue, type LossFunction, type Minimizer } from './problem.ts';

const MAX_STEPS = 60;
/** How small the gradient must be, in parts of ‖∇²f‖·max(1, ‖θ‖); rounding alone leaves about 1e-16. */
const GRADIENT_TOLERANCE = 1e-12;
/** Closer points are one, in parts of max(1, ‖θ‖); and values closer are equal, in parts of max(1, |f|). */
const SAME = 1e-9;
const SAME_VALUE = 1e-12;

/** A point where the gradient vanishes and the Hessian is not singular. */
export interface CriticalPoint {
  readonly point: readonly number[];
  readonly kind: 'minimizer' | 'saddle' | 'maximizer';
}

/** Newton's iteration on ∇f = 0 from a guess, to full precision; null where it does not settle on a critical point. */
export function criticalPoint(f: LossFunction, guess: readonly number[]): CriticalPoint | null {
  const n = guess.length;
  const theta = Float64Array.from(guess);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n * n);
  const step = new Float64Array(n);
  const scratch = new Float64Array(n * n);
  for (let i = 0; i < MAX_STEPS; i++) {
    f.gradient(theta, gradient);
    f.hessian(theta, hessian);
    if (!solveInto(n, hessian, gradient, step, scratch)) return null;
    for (let k = 0; k < n; k++) theta[k] -= step[k];
    if (Math.hypot(...step) <= Number.EPSILON * Math.hypot(...theta)) break;
  }
  f.gradient(theta, gradient);
  f.hessian(theta, hessian);
  const { values } = symmetricEigen(n, hessian);
  const curvature = Math.max(Math.abs(values[0]), Math.abs(values[n - 1]));
  const scale = curvature * Math.max(1, Math.hypot(...theta));
  if (!(Math.hypot(...gradient) <= GRADIENT_TOLERANCE * scale)) return null;
  if (values.some((value) => Math.abs(value) <= n * Number.EPSILON * curvature)) return null;
  const kind = values[0] > 0 ? 'minimizer' : values[n - 1] < 0 ? 'maximizer' : 'saddle';
  return { point: [...theta], kind };
}

/** The critical points that Newton reaches from the guesses, each once. */
export function criticalPoints(f: LossFunction, guesses: readonly (readonly number[])[]): CriticalPoint[] {
  const found: CriticalPoint[] = [];
  for (const guess of guesses) {
    const candidate = criticalPoint(f, guess);
    if (candidate && !found.some(({ point }) => isSame(point, candidate.point))) found.push(candidate);
  }
  return found;
}

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return Math.hypot(...a.map((x, i) => x - b[i])) <= SAME * Math.max(1, Math.hypot(...a));
}

/** The minimizers among critical points; those of the least value are global, which is right where the points are all there are. */
export function minimizersAmong(f: LossFunction, points: readonly CriticalPoint[]): Minimizer[] {
  const minimizers = points.filter(({ kind }) => kind === 'minimizer');
  const loss = withValue(f);
  const values = minimizers.map(({ point }) => loss.value(Float64Array.from(point)));
  const least = Math.min(...values);
  const ceiling = least + SAME_VALUE * Math.max(1, Math.abs(least));
  return minimizers.map(({ point }, i) => ({ point, kind: values[i] <= ceiling ? 'global' : 'local' }));
}

/** The saddles among critical points. */
export function saddlesAmong(points: readonly CriticalPoint[]): (readonly number[])[] {
  return points.filter(({ kind }) => kind === 'saddle').map(({ point }) => point);
}

/**
 * Guesses at the critical points that a surface has on a segment of the x-axis: the middle of each of its cells
 * where ∂f/∂x changes its sign. It takes f to fall where the segment begins.
 */
export function turnsAlongX(f: LossFunction, low: number, high: number, cells: number): number[][] {
  const theta = new Float64Array(2);
  const gradient = new Float64Array(2);
  const width = (high - low) / cells;
  const guesses: number[][] = [];
  let before = -1;
  for (let cell = 0; cell <= cells; cell++) {
    theta[0] = low + cell * width;
    f.gradient(theta, gradient);
    const sign = Math.sign(gradient[0]);
    if (sign !== before) guesses.push([theta[0] - width / 2, 0]);
    before = sign;
  }
  return guesses;
}
