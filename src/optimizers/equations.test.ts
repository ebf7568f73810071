import { describe, expect, test } from 'vitest';
import { explain, type Explanation } from '../engine/explain.ts';
import type { Environment } from '../equations/evaluateTex.ts';
import type { Vector } from '../linalg/vector.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf, type Task } from '../scene/scene.ts';
import type { AnyValues } from '../specs/spec.ts';
import { accountOf, type AccountLine } from './account.ts';
import { OPTIMIZERS, type OptimizerId } from './registry.ts';
import { formsOf, variantsOf } from './variants.ts';

// Each displayed equation is held to account: its right side, evaluated with a step's recorded numbers, is the
// recorded left side.

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

/**
 * The formula and the code start from the same float64 numbers and make some dozen roundings each, of 1.1e-16 of
 * the largest entry, in the same order or nearly so; the longest chain, ten Newton–Schulz steps, stays below a
 * thousand. A wrong rule is off by far more: the tests below see an error of 1e-9.
 */
const TOLERANCE = 1e-12;

const PROBLEMS = {
  'rosenbrock under a schedule': {
    problem: { id: 'rosenbrock', scale: 0.01 },
    start: [-1.5, 2],
    run: { schedule: { id: 'linear', hyperparameters: { floor: 0.1 } } },
  },
  'saddle, on its axis': { problem: { id: 'saddle' }, start: [-1.5, 0], run: {} },
  'himmelblau with noise': {
    problem: { id: 'himmelblau' },
    start: [0.5, -0.7],
    sampling: { seed: 11, noise: 2, batchSize: 4 },
    run: {},
  },
  'matrix-regression': { problem: { id: 'matrix-regression' }, start: [0.5, -1, 2, 3], run: {} },
};
type ProblemName = keyof typeof PROBLEMS;
const NAMES = Object.keys(PROBLEMS) as ProblemName[];
const STEPS = [1, 2, 3, 7];

function taskWith(name: ProblemName, id: OptimizerId, hyperparameters: AnyValues): Task {
  const { run, ...scene } = PROBLEMS[name];
  const runs = [{ optimizer: { id, hyperparameters }, ...run }];
  const read = readScene({ ...scene, steps: 9, runs });
  expect(read.issues).toEqual([]);
  return taskOf(read.scene, read.scene.runs[0]);
}

const variantsFor = (name: ProblemName, id: OptimizerId) =>
  variantsOf(OPTIMIZERS[id].hyperparameters, PROBLEMS[name].start.length);

const largest = (vector: Vector) => vector.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);

function agrees({ stated, recorded }: AccountLine): boolean {
  const bound = TOLERANCE * Math.max(largest(stated), largest(recorded));
  return (
    stated.length === recorded.length && stated.every((entry, i) => Math.abs(entry - recorded[i]) <= bound)
  );
}

function disagreements(task: Task, explanation: Explanation): string[] {
  return accountOf(task, explanation, functionsOf(task.optimizer.hyperparameters))
    .filter((line) => !agrees(line))
    .map(({ equation }) => equation.left);
}

function explained(task: Task, t: number): Explanation {
  const explanation = explain(task, t);
  if (!explanation) throw new Error(`the run ended before step ${t}`);
  return explanation;
}

describe.each(IDS)('%s', (id) => {
  test.each(NAMES)('every line gives what the step recorded: %s', (name) => {
    for (const hyperparameters of variantsFor(name, id)) {
      const task = taskWith(name, id, hyperparameters);
      for (const t of STEPS)
        expect(
          disagreements(task, explained(task, t)),
          `${JSON.stringify(hyperparameters)}, t = ${t}`,
        ).toEqual([]);
    }
  });

  test.each(NAMES)('the last line is the step from θ to the next θ: %s', (name) => {
    for (const hyperparameters of variantsFor(name, id)) {
      const task = taskWith(name, id, hyperparameters);
      const { theta, update, thetaAfter } = explained(task, 2);
      expect(thetaAfter).toEqual(theta.map((entry, i) => entry + update[i]));
      expect(explained(task, 3).theta).toEqual(thetaAfter);
    }
  });

  test('a wrong number is seen in the line that records it, entry by entry', () => {
    for (const hyperparameters of formsOf(OPTIMIZERS[id].hyperparameters, 2)) {
      const task = taskWith('himmelblau with noise', id, hyperparameters);
      const explanation = explained(task, 2);
      for (const { left } of OPTIMIZERS[id].equations(hyperparameters)) {
        const wrong = structuredClone(explanation);
        const recorded = left === 'g' ? wrong.g : left === 'update' ? wrong.update : wrong.after[left];
        const error = 1e-9 * (largest(recorded) || 1);
        for (let i = 0; i < recorded.length; i++) {
          const right = recorded[i];
          recorded[i] += error;
          expect(disagreements(task, wrong), `${JSON.stringify(hyperparameters)} ${left}[${i}]`).toContain(
            left,
          );
          recorded[i] = right;
        }
      }
    }
  });

  test('a wrong hyperparameter is seen in some form', () => {
    const specs = OPTIMIZERS[id].hyperparameters;
    for (const [name, spec] of Object.entries(specs)) {
      if (spec.kind !== 'number') continue;
      const seen = formsOf(specs, 2).some((form) => {
        const task = taskWith('himmelblau with noise', id, form);
        const explanation = explained(task, 2);
        if (name === 'learningRate')
          return disagreements(task, { ...explanation, lr: 1.5 * explanation.lr }).length > 0;
        const wrong = { ...form, [name]: spec.default + (spec.integer ? 1 : 1e-3) };
        return disagreements({ ...task, optimizer: { id, hyperparameters: wrong } }, explanation).length > 0;
      });
      expect(seen, name).toBe(true);
    }
  });
});

/** What equations call by name, from the definitions and with none of the code under test. */
function functionsOf({ shape }: AnyValues): Environment['functions'] {
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
