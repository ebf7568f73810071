import type { Explanation } from '../engine/explain.ts';
import type { Environment, Value } from '../equations/evaluateTex.ts';
import { msignInto, msignScratchSize } from '../linalg/msign.ts';
import {
  newtonSchulzDiagonalInto,
  newtonSchulzInto,
  newtonSchulzScratchSize,
} from '../linalg/newtonSchulz.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Choice, Task } from '../scene/scene.ts';
import type { ScheduleId } from '../schedules/registry.ts';

type Functions = Environment['functions'];

/** What a step's equations call by name, given what its optimizer is answered when it asks. */
export function functionsOf(task: Task, { after }: Explanation, answers: Functions): Functions {
  const { hyperparameters } = task.optimizer;
  const value = (point: Vector) => numberOf(answers.value([point], null));
  const gradient = (point: Vector) => entriesOf(answers.gradient([point], null));
  const pairs = () => pairsOf(after);
  return {
    msign: ([m]) => msign(entriesOf(m), hyperparameters.shape),
    NS: ([m, a, b, c], steps) =>
      newtonSchulz(entriesOf(m), hyperparameters.shape, steps ?? 0, [numberOf(a), numberOf(b), numberOf(c)]),
    Armijo: ([theta, g, first, shrink]) =>
      armijo(value, entriesOf(theta), entriesOf(g), numberOf(first), numberOf(shrink)),
    H: ([g]) => timesInverseHessian(pairs(), entriesOf(g)),
    Wolfe: ([theta, direction, rate]) => {
      const point = entriesOf(theta);
      const size = Math.hypot(...gradient(point));
      const first = numberOf(rate) * (pairs().length > 0 ? 1 : Math.min(1, 1 / size));
      return wolfe({ value, gradient }, point, entriesOf(direction), first);
    },
  };
}

/** What a schedule's formula says in words, at update t: of restarts, nᵢ and the time τ since the period's start. */
export function wordsOf({ id, hyperparameters }: Choice<ScheduleId>, t: number): Environment['names'] {
  if (id !== 'restarts') return {};
  const growth = Number(hyperparameters.growth);
  let length = Number(hyperparameters.period);
  let elapsed = t - 1;
  if (growth === 1) elapsed %= length;
  else for (; elapsed >= length; length *= growth) elapsed -= length;
  return { [String.raw`\tau`]: elapsed, n_i: length };
}

/** The entries of any value, row by row. */
export function entriesOf(value: Value): Vector {
  if (typeof value === 'number') return Float64Array.of(value);
  return 'data' in value ? value.data : value;
}

const numberOf = (value: Value): number => entriesOf(value)[0];
const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * b[i], 0);

type Setting = Task['optimizer']['hyperparameters'][string];

function sidesOf(shape: Setting): readonly [number, number] | null {
  return Array.isArray(shape) ? [shape[0], shape[1]] : null;
}

function msign(m: Vector, shape: Setting): Vector {
  const sides = sidesOf(shape);
  if (sides === null) return m.map(Math.sign);
  const out = new Float64Array(m.length);
  msignInto(...sides, m, out, new Float64Array(msignScratchSize(...sides)));
  return out;
}

function newtonSchulz(
  m: Vector,
  shape: Setting,
  steps: number,
  coefficients: readonly [number, number, number],
): Vector {
  const sides = sidesOf(shape);
  const out = new Float64Array(m.length);
  if (sides === null) newtonSchulzDiagonalInto(m.length, m, steps, coefficients, out);
  else {
    const scratch = new Float64Array(newtonSchulzScratchSize(...sides));
    newtonSchulzInto(...sides, m, steps, coefficients, out, scratch);
  }
  return out;
}

/** c₁ and c₂ of Armijo's and Wolfe's conditions, and how often a step is shortened before it is given up. */
const SUFFICIENT = 1e-4;
const CURVATURE = 0.9;
const MOST_TRIALS = 60;

function armijo(value: (point: Vector) => number, theta: Vector, g: Vector, first: number, shrink: number) {
  const loss = value(theta);
  const squares = dot(g, g);
  let alpha = first;
  for (let k = 0; k <= MOST_TRIALS; k++, alpha *= shrink)
    if (value(theta.map((x, i) => x - alpha * g[i])) <= loss - SUFFICIENT * alpha * squares) return alpha;
  return 0;
}

interface StepOracle {
  readonly value: (point: Vector) => number;
  readonly gradient: (point: Vector) => Vector;
}

/** Lewis and Overton's bisection (2013, Algorithm 2.6), as L-BFGS makes it. */
function wolfe({ value, gradient }: StepOracle, theta: Vector, d: Vector, first: number): number {
  const loss = value(theta);
  const slope = dot(gradient(theta), d);
  let [low, high] = [0, Number.POSITIVE_INFINITY];
  let alpha = first;
  if (!(first > 0 && slope < 0)) return 0;
  for (let k = 0; k < MOST_TRIALS; k++) {
    const point = theta.map((x, i) => x + alpha * d[i]);
    if (value(point) <= loss + SUFFICIENT * alpha * slope) {
      low = alpha;
      if (dot(gradient(point), d) >= CURVATURE * slope) break;
    } else high = alpha;
    alpha = high < Number.POSITIVE_INFINITY ? (low + high) / 2 : 2 * alpha;
  }
  return low;
}

interface Pair {
  readonly s: Vector;
  readonly y: Vector;
}

/** The pairs that this step of L-BFGS used, the oldest first. */
function pairsOf({ pairs, count, s: { length: n } }: Explanation['after']): readonly Pair[] {
  return Array.from({ length: count[0] }, (_, k) => ({
    s: pairs.subarray(2 * k * n, (2 * k + 1) * n),
    y: pairs.subarray((2 * k + 1) * n, (2 * k + 2) * n),
  }));
}

/** H g by the two-loop recursion (Nocedal, Wright, Algorithm 7.4). */
function timesInverseHessian(pairs: readonly Pair[], g: Vector): Vector {
  const weights: number[] = [];
  let q = g;
  for (const { s, y } of pairs.toReversed()) {
    const weight = dot(s, q) / dot(s, y);
    weights.push(weight);
    q = q.map((x, i) => x - weight * y[i]);
  }
  const newest = pairs.at(-1);
  if (newest) {
    const scale = dot(newest.s, newest.y) / dot(newest.y, newest.y);
    q = q.map((x) => x * scale);
  }
  for (const { s, y } of pairs) {
    const weight = (weights.pop() ?? 0) - dot(y, q) / dot(s, y);
    q = q.map((x, i) => x + weight * s[i]);
  }
  return q;
}
