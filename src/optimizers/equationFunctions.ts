import { explain, type Explanation } from '../engine/explain.ts';
import type { Environment, Value } from '../equations/evaluateTex.ts';
import type { Vector } from '../linalg/vector.ts';
import type { Choice, Task } from '../scene/scene.ts';
import type { ScheduleId } from '../schedules/registry.ts';
import type { AnyValues } from '../specs/spec.ts';

// For tests only: what equations call by name, from the definitions and with none of the code under test.

type Functions = Environment['functions'];

/** The functions of one step, given what its optimizer is answered. */
export function functionsOf(task: Task, t: number, answers: Functions): Functions {
  return {
    ...orthogonalizations(task.optimizer.hyperparameters),
    Armijo: ([theta, g, first, shrink]) => {
      const [point, gradient] = [entriesOf(theta), entriesOf(g)];
      const { value } = oracleOf(answers);
      const at = (alpha: number) => value(point.map((x, i) => x - alpha * gradient[i]));
      const squares = dot(gradient, gradient);
      const trials = [numberOf(first)];
      while (trials.length < 61) trials.push(trials[trials.length - 1] * numberOf(shrink));
      return trials.find((alpha) => at(alpha) <= at(0) - 1e-4 * alpha * squares) ?? 0;
    },
    H: ([g], history) => {
      const gradient = entriesOf(g);
      return product(inverseHessian(pairsBefore(task, t, history ?? 0), gradient.length), gradient);
    },
    Wolfe: ([theta, direction, rate]) => {
      const history = numberOf(task.optimizer.hyperparameters.history as number);
      const oracle = oracleOf(answers);
      const gradient = oracle.gradient(entriesOf(theta));
      const hasPairs = pairsBefore(task, t, history).length > 0;
      const first = numberOf(rate) * (hasPairs ? 1 : Math.min(1, 1 / Math.hypot(...gradient)));
      return weakWolfe(oracle, entriesOf(theta), entriesOf(direction), first);
    },
  };
}

/** What a schedule's formula says in words, at update t: of restarts, nᵢ and the time τ since the period's start. */
export function wordsOf({ id, hyperparameters }: Choice<ScheduleId>, t: number): Environment['names'] {
  if (id !== 'restarts') return {};
  const [period, growth] = [hyperparameters.period as number, hyperparameters.growth as number];
  let before = 0;
  let i = 0;
  for (; t - 1 - before >= period * growth ** i; i++) before += period * growth ** i;
  return { [String.raw`\tau`]: t - 1 - before, n_i: period * growth ** i };
}

function entriesOf(value: Value): Vector {
  if (typeof value === 'number') return Float64Array.of(value);
  return 'data' in value ? value.data : value;
}

const numberOf = (value: Value): number => entriesOf(value)[0];
const dot = (a: Vector, b: Vector): number => a.reduce((sum, x, i) => sum + x * b[i], 0);

interface StepOracle {
  readonly value: (point: Vector) => number;
  readonly gradient: (point: Vector) => Vector;
}

/** f and ∇f as the optimizer is told them. */
function oracleOf(answers: Functions): StepOracle {
  return {
    value: (point) => numberOf(answers.value([point], null)),
    gradient: (point) => entriesOf(answers.gradient([point], null)),
  };
}

interface Pair {
  readonly s: Vector;
  readonly y: Vector;
}

/** The pairs that L-BFGS may use in step t, from what the steps before recorded as s and y. */
function pairsBefore(task: Task, t: number, history: number): readonly Pair[] {
  let pairs: readonly Pair[] = [];
  for (let step = 2; step <= t; step++) {
    const { s, y } = stepOf(task, step - 1).after;
    if (s.every((entry) => entry === 0)) pairs = [];
    else if (dot(s, y) > 1e-10 * Math.hypot(...s) * Math.hypot(...y))
      pairs = [...pairs, { s, y }].slice(-history);
    const { g } = stepOf(task, step);
    if (!(dot(g, product(inverseHessian(pairs, g.length), g)) > 0)) pairs = [];
  }
  return pairs;
}

function stepOf(task: Task, t: number): Explanation {
  const explanation = explain(task, t);
  if (!explanation) throw new Error(`the run ended before step ${t}`);
  return explanation;
}

/** H ← VᵀHV + ρssᵀ with V = I − ρysᵀ, ρ = 1/sᵀy, pair by pair, from (sᵀy/yᵀy)I by the newest (Nocedal, Wright, eq. 7.16). */
function inverseHessian(pairs: readonly Pair[], n: number): Rows {
  const newest = pairs.at(-1);
  const scale = newest ? dot(newest.s, newest.y) / dot(newest.y, newest.y) : 1;
  const identity = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j)));
  return pairs.reduce<Rows>(
    (h, { s, y }) => {
      const rho = 1 / dot(s, y);
      const v = identity.map((row, i) => row.map((entry, j) => entry - rho * y[i] * s[j]));
      return times(times(transposed(v), h), v).map((row, i) =>
        row.map((entry, j) => entry + rho * s[i] * s[j]),
      );
    },
    identity.map((row) => row.map((entry) => scale * entry)),
  );
}

/** Lewis and Overton's bisection (2013, Algorithm 2.6), with at most 60 trials; then the greatest that decreases f enough, or 0. */
function weakWolfe({ value, gradient }: StepOracle, theta: Vector, d: Vector, first: number): number {
  const at = (alpha: number) => theta.map((x, i) => x + alpha * d[i]);
  const slope = dot(gradient(theta), d);
  if (!(slope < 0) || first === 0) return 0;
  let [low, high, alpha] = [0, Number.POSITIVE_INFINITY, first];
  for (let trial = 0; trial < 60; trial++) {
    // What is no number falls neither enough nor far enough.
    if (!(value(at(alpha)) <= value(theta) + 1e-4 * alpha * slope)) high = alpha;
    else if (!(dot(gradient(at(alpha)), d) >= 0.9 * slope)) low = alpha;
    else return alpha;
    alpha = high === Number.POSITIVE_INFINITY ? 2 * alpha : (low + high) / 2;
  }
  return low;
}

function orthogonalizations({ shape }: AnyValues): Functions {
  return {
    msign([m]) {
      const entries = m as Vector;
      return shape === 'diagonal' ? entries.map(Math.sign) : msign(entries, shape as readonly number[]);
    },
    NS([m, ...coefficients], steps) {
      const entries = m as Vector;
      const [a, b, c] = coefficients as number[];
      let x = matrixOf(entries, shape);
      const norm = Math.hypot(...entries) + 1e-7;
      x = x.map((row) => row.map((entry) => entry / norm));
      for (let k = 0; k < (steps ?? 0); k++) {
        const gram = times(x, transposed(x));
        const cubic = times(gram, x);
        const quintic = times(gram, cubic);
        x = x.map((row, i) => row.map((entry, j) => a * entry + b * cubic[i][j] + c * quintic[i][j]));
      }
      return Float64Array.from(shape === 'diagonal' ? x.map((row, i) => row[i]) : x.flat());
    },
  };
}

/**
 * m/‖m‖ of a column or row. Of a 2×2 matrix, the nearest rotation (or, where det M < 0, reflection): M plus (minus)
 * its cofactor matrix, made of length √2.
 */
function msign(m: Vector, [rows, cols]: readonly number[]): Vector {
  const length = Math.hypot(...m);
  if (length === 0) return m;
  if (rows === 1 || cols === 1) return m.map((entry) => entry / length);
  const [p, q, r, s] = m;
  const sign = Math.sign(p * s - q * r);
  const sum = Float64Array.of(p + sign * s, q - sign * r, r - sign * q, s + sign * p);
  return sum.map((entry) => (Math.SQRT2 * entry) / Math.hypot(...sum));
}

type Rows = readonly (readonly number[])[];

function matrixOf(entries: Vector, shape: AnyValues[string]): Rows {
  if (shape === 'diagonal')
    return Array.from(entries, (entry, i) => Array.from(entries, (_, j) => (i === j ? entry : 0)));
  const [rows, cols] = shape as readonly number[];
  return Array.from({ length: rows }, (_, i) => [...entries.subarray(i * cols, (i + 1) * cols)]);
}

const transposed = (x: Rows): Rows => x[0].map((_, j) => x.map((row) => row[j]));

const times = (x: Rows, y: Rows): Rows =>
  x.map((row) => y[0].map((_, j) => row.reduce((sum, entry, k) => sum + entry * y[k][j], 0)));

const product = (x: Rows, vector: Vector): Vector =>
  Float64Array.from(x, (row) => row.reduce((sum, entry, j) => sum + entry * vector[j], 0));
