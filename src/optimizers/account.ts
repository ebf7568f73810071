import type { Explanation } from '../engine/explain.ts';
import type { Equation } from '../equations/equation.ts';
import { evaluateTex, type Environment, type Value } from '../equations/evaluateTex.ts';
import type { Vector } from '../linalg/vector.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Problem } from '../problems/problem.ts';
import { normal } from '../random/draws.ts';
import type { Task } from '../scene/scene.ts';
import { OPTIMIZERS } from './registry.ts';

/** One displayed line with a step's own numbers: what its right side comes to, and what the step recorded on its left. */
export interface AccountLine {
  readonly equation: Equation;
  readonly stated: Vector;
  readonly recorded: Vector;
}

/**
 * Holds a step to its displayed equations: evaluates each line as `Equation` says it is read, so that a name is
 * what the recorded lines above left, else what the step before left. ∇f includes the step's noise.
 * For tasks without modifiers, on problems without samples.
 * @param functions what the equations call by name
 */
export function accountOf(
  task: Task,
  explanation: Explanation,
  functions: Environment['functions'],
): AccountLine[] {
  const { theta, t, lr, g, update, before, after } = explanation;
  const { id, hyperparameters } = task.optimizer;
  const problem = createProblem(task.problem);
  const names: Record<string, Value> = { theta, t, lr };
  for (const [name, value] of Object.entries(hyperparameters))
    if (typeof value === 'number') names[name] = value;
  for (const [name, vector] of Object.entries(before)) names[name] = valueOf(vector, theta.length);
  const environment = { names, functions: { ...oracleOf(task, problem, t), ...functions } };
  return OPTIMIZERS[id].equations(hyperparameters).map((equation) => {
    const { left, right } = equation;
    const recorded = left === 'g' ? g : left === 'update' ? update : after[left];
    const stated = evaluateTex(right, environment);
    names[left] = valueOf(recorded, theta.length);
    return { equation, stated: entriesOf(stated), recorded };
  });
}

/** A quantity of n² entries is a matrix, row-major. */
function valueOf(vector: Vector, n: number): Value {
  return n > 1 && vector.length === n * n ? { rows: n, cols: n, data: vector } : vector;
}

function entriesOf(value: Value): Vector {
  if (typeof value === 'number') return Float64Array.of(value);
  return 'data' in value ? value.data : value;
}

/** ∇f and ∇²f as step t may ask for them. */
function oracleOf({ sampling }: Task, problem: Problem, t: number): Environment['functions'] {
  const n = problem.dimension;
  const draw = { t, batch: null };
  const deviation = sampling.batchSize === 'full' ? 0 : sampling.noise / Math.sqrt(sampling.batchSize);
  return {
    gradient([point]) {
      const out = new Float64Array(n);
      problem.gradient(entriesOf(point), out, draw);
      return out.map((entry, i) => entry + deviation * normal(sampling.seed, 'noise', t, i));
    },
    hessian([point]) {
      const data = new Float64Array(n * n);
      problem.hessian(entriesOf(point), data, draw);
      return { rows: n, cols: n, data };
    },
  };
}
