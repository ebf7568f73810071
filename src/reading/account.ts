import type { Explanation } from '../engine/explain.ts';
import { oracleIn, ruleOf, scheduleScope, type Owner, type RuleLine } from '../engine/rule.ts';
import type { TexOracle } from '../equations/asked.ts';
import { namesIn, type Equation } from '../equations/equation.ts';
import { conditionHolds, evaluateNode, type Environment, type Value } from '../equations/evaluateTex.ts';
import { parseCondition, parseTex } from '../equations/parseTex.ts';
import type { Vector } from '../linalg/vector.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Problem } from '../problems/problem.ts';
import { normal, uniform } from '../random/draws.ts';
import type { Task } from '../scene/scene.ts';
import type { AnyValues } from '../specs/spec.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';

/** One displayed line with a step's own numbers: what its right side comes to, and what the step recorded on its left. */
export interface AccountLine {
  readonly owner: Owner;
  readonly equation: Equation;
  /** Whether the line is computed in this step; if not, it states that its quantity stayed. */
  readonly isComputed: boolean;
  readonly stated: Vector;
  /** Null where a later line writes over it. */
  readonly recorded: Vector | null;
  /** What the right side's names mean: each as the lines above left it, else as the step before did. */
  readonly entering: Environment['names'];
  readonly functions: Functions;
  /** What the right side comes to if each number that enters it is changed so. */
  readonly restate: (change: (x: number) => number) => Vector;
}

type Functions = Environment['functions'];

/**
 * Holds a step to its displayed rule: evaluates each line as `Equation` says it is read, so that a name is what the
 * recorded lines above left, else what the step before left. ∇f includes the step's noise; on a data problem f, ∇f and ∇²f
 * are those of the step's batch.
 * @param meanings.functions what the equations call by name, given what the optimizer is answered when it asks for
 *   f, ∇f, ∇²f
 * @param meanings.words what a schedule's formula says in words
 * @param lines the displayed rule
 */
export function accountOf(
  task: Task,
  explanation: Explanation,
  meanings: {
    readonly functions: (answers: Functions) => Functions;
    readonly words: (schedule: Task['schedule'][number]) => Environment['names'];
  },
  lines: readonly RuleLine[] = ruleOf(task),
): AccountLine[] {
  const { theta } = explanation;
  const names = namesBefore(task, explanation);
  const asks = oracleOf(task, createProblem(task.problem), explanation);
  const functions = { ...asks, ...meanings.functions(answersOf(task, { names, functions: asks })) };
  const environment = { names, functions };
  return lines.map((line, i) => {
    const { left, right, when } = line.equation;
    if (typeof line.owner === 'number') Object.assign(names, meanings.words(task.schedule[line.owner]));
    const isComputed = when === undefined || conditionHolds(conditionOf(when), environment);
    const stated = entriesOf(isComputed ? evaluateNode(nodeOf(right), environment) : names[left]);
    const isLast = !lines.slice(i + 1).some(({ equation }) => equation.left === left);
    const recorded = isLast || STAGED.has(left) ? recordedOf(line, task, explanation) : null;
    const entering = { ...names };
    names[left] = valueOf(recorded ?? stated, theta.length);
    return {
      owner: line.owner,
      equation: line.equation,
      isComputed,
      stated,
      recorded,
      entering,
      functions,
      restate: (change) => {
        const changed = Object.fromEntries(
          Object.entries(entering).map(([name, value]) => [
            name,
            INTEGERS.has(name) ? value : changeAll(value, change),
          ]),
        );
        const node = nodeOf(isComputed ? right : `@${left}`);
        return entriesOf(evaluateNode(node, { names: changed, functions }));
      },
    };
  });
}

/** Numbers that no rounding has touched. */
const INTEGERS: ReadonlySet<string> = new Set(['t', 'T', 'I']);

function changeAll(value: Value, change: (x: number) => number): Value {
  if (typeof value === 'number') return Number.isInteger(value) ? value : change(value);
  const each = (x: number) => change(x);
  return 'data' in value ? { ...value, data: value.data.map(each) } : value.map(each);
}

/** What is recorded each time a line assigns it. */
const STAGED: ReadonlySet<string> = new Set(['lr', 'update']);

/** f, ∇f and ∇²f as the modifiers change them, by their displayed lines. A line search asks a hundred times a step. */
function answersOf({ modifiers }: Task, { names, functions }: Environment): Functions {
  const answer = (question: keyof TexOracle) => {
    const rule = once(() => {
      const { oracle, asked } = oracleIn(modifiers);
      const right = oracle[question]('@point');
      const lines = asked.map(({ equation }) => ({ left: equation.left, right: equation.right }));
      const wanted = new Set([right, ...lines.map((line) => line.right)].flatMap(namesIn));
      return {
        node: nodeOf(right),
        lines: lines.map((line) => ({ left: line.left, node: nodeOf(line.right) })),
        wanted: [...wanted].filter((name) => name !== 'point'),
      };
    });
    return ([point]: readonly Value[]) => {
      const { node, lines, wanted } = rule();
      const local: Record<string, Value> = { point };
      for (const name of wanted) if (Object.hasOwn(names, name)) local[name] = names[name];
      const environment = { names: local, functions };
      for (const line of lines) local[line.left] = evaluateNode(line.node, environment);
      return evaluateNode(node, environment);
    };
  };
  return { value: answer('value'), gradient: answer('gradient'), hessian: answer('hessian') };
}

function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}

/** What a line may mention before any line has assigned it. */
export function namesBefore(
  task: Task,
  { theta, t, lr, ...explanation }: Explanation,
): Record<string, Value> {
  const n = theta.length;
  const names: Record<string, Value> = { theta, t, T: task.steps, lr, I: identity(n) };
  const add = (scope: string, hyperparameters: AnyValues, quantities: Readonly<Record<string, Vector>>) => {
    for (const [name, value] of Object.entries(hyperparameters))
      if (typeof value === 'number') names[scope + name] = value;
      else if (Array.isArray(value)) names[scope + name] = Float64Array.from(value);
    for (const [name, vector] of Object.entries(quantities)) names[scope + name] = valueOf(vector, n);
  };
  add('', task.optimizer.hyperparameters, explanation.before);
  for (const { id, hyperparameters } of task.modifiers)
    add(`${id}.`, hyperparameters, explanation.modifiersBefore[id]);
  for (const [i, { hyperparameters }] of task.schedule.entries())
    add(`${scheduleScope(i)}.`, hyperparameters, explanation.schedulesBefore[i]);
  return names;
}

/** What the step left on the left side of a line. */
export function recordedOf(
  { owner, equation: { left } }: RuleLine,
  task: Task,
  explanation: Explanation,
): Vector {
  const { g, lr, factors, thetaAfter, after, modifiersAfter, updateStages } = explanation;
  if (left === 'g') return g;
  if (left === 'theta') return thetaAfter;
  if (left === 'update')
    return updateStages.find(({ by }) => by === owner)?.update ?? missing(`no stage of Δθ by ${owner}`);
  if (typeof owner === 'number') {
    // η on its way; behind the last factor it is the step's own.
    const isLast = task.schedule.findLastIndex(({ id }) => id !== 'constant') === owner;
    const rate = task.optimizer.hyperparameters[OPTIMIZERS[task.optimizer.id].rate] as number;
    return Float64Array.of(
      isLast ? lr : factors.slice(0, owner + 1).reduce((product, factor) => product * factor, rate),
    );
  }
  const quantities = owner === 'optimizer' ? after : modifiersAfter[owner];
  const name = owner === 'optimizer' ? left : left.slice(owner.length + 1);
  return quantities[name] ?? missing(`nothing is called ${left}`);
}

function missing(what: string): never {
  throw new Error(what);
}

/** A quantity of n² entries is a matrix, row-major. */
function valueOf(vector: Vector, n: number): Value {
  return n > 1 && vector.length === n * n ? { rows: n, cols: n, data: vector } : vector;
}

function entriesOf(value: Value): Vector {
  if (typeof value === 'number') return Float64Array.of(value);
  return 'data' in value ? value.data : value;
}

function identity(n: number): Value {
  const data = Float64Array.from({ length: n * n }, (_, i) => (i % (n + 1) === 0 ? 1 : 0));
  return { rows: n, cols: n, data };
}

/** Read once each: a test evaluates the same few lines thousands of times. */
const nodeOf = remembered(parseTex);
const conditionOf = remembered(parseCondition);

function remembered<T>(read: (template: string) => T): (template: string) => T {
  const known = new Map<string, T>();
  return (template) => {
    const value = known.get(template) ?? read(template);
    known.set(template, value);
    return value;
  };
}

/** f, ∇f and ∇²f as the step may ask for them, the nearest feasible point, and the step's random signs. */
function oracleOf({ sampling }: Task, problem: Problem, { t, batch }: Explanation): Functions {
  const n = problem.dimension;
  const draw = { t, batch };
  const { noise, batchSize } = sampling;
  const deviation = problem.samples > 0 || batchSize === 'full' ? 0 : noise / Math.sqrt(batchSize);
  return {
    value: ([point]) => problem.value(entriesOf(point), draw),
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
    proj([point]) {
      const feasible = entriesOf(point).slice();
      problem.project?.(feasible);
      return feasible;
    },
    Rademacher: () =>
      Float64Array.from({ length: n }, (_, i) => (uniform(sampling.seed, 'curvature', t, i) < 0.5 ? -1 : 1)),
  };
}
