import { describe, expect, test } from 'vitest';
import { explain, type Explanation } from '../engine/explain.ts';
import { ruleOf } from '../engine/rule.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf, type Task } from '../scene/scene.ts';
import type { AnyValues, NumberSpec } from '../specs/spec.ts';
import { recordedOf } from '../reading/account.ts';
import { disagreements, largest } from './holdToAccount.ts';
import { OPTIMIZERS, type OptimizerId } from './registry.ts';
import { formsOf, variantsOf } from './variants.ts';

// Each displayed equation is held to account: its right side, evaluated with a step's recorded numbers, is the
// recorded left side.

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

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
/** Among them one in which an optimizer of memory 10 forgets, and one in which an estimate every 10 steps is due again. */
const STEPS = [1, 2, 3, 7, 11, 12];

function taskWith(name: ProblemName, id: OptimizerId, hyperparameters: AnyValues): Task {
  const { run, ...scene } = PROBLEMS[name];
  const runs = [{ optimizer: { id, hyperparameters }, ...run }];
  const read = readScene({ ...scene, steps: 14, runs });
  expect(read.issues).toEqual([]);
  return taskOf(read.scene, read.scene.runs[0]);
}

const variantsFor = (name: ProblemName, id: OptimizerId) =>
  variantsOf(OPTIMIZERS[id].hyperparameters, PROBLEMS[name].start.length);

/** The left sides of the lines that do not hold. */
const wrongLines = (task: Task, explanation: Explanation) =>
  disagreements(task, explanation).map(({ equation }) => equation.left);

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
        expect(wrongLines(task, explained(task, t)), `${JSON.stringify(hyperparameters)}, t = ${t}`).toEqual(
          [],
        );
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
    for (const hyperparameters of formsOf(OPTIMIZERS[id].hyperparameters, 2))
      expectErrorsSeen(taskWith('himmelblau with noise', id, hyperparameters), 2);
  });

  test('a wrong hyperparameter is seen in some variant', () => {
    const specs = OPTIMIZERS[id].hyperparameters;
    for (const [name, spec] of Object.entries(specs)) {
      if (spec.kind !== 'number') continue;
      const seen = (['himmelblau with noise', 'rosenbrock under a schedule'] as const).some((problem) =>
        [...formsOf(specs, 2), ...variantsOf(specs, 2)].some((variant) =>
          isSeen(taskWith(problem, id, variant), name, spec),
        ),
      );
      expect(seen, name).toBe(true);
    }
  });
});

/** Whether a wrong number of a hyperparameter is seen in some step. */
function isSeen(task: Task, name: string, spec: NumberSpec): boolean {
  const { id, hyperparameters } = task.optimizer;
  return [2, 11, 12].some((t) => {
    const explanation = explained(task, t);
    if (name === OPTIMIZERS[id].rate)
      return wrongLines(task, { ...explanation, lr: 1.5 * explanation.lr }).length > 0;
    const wrong = { ...hyperparameters, [name]: spec.default + (spec.integer ? 1 : 1e-3) };
    return wrongLines({ ...task, optimizer: { id, hyperparameters: wrong } }, explanation).length > 0;
  });
}

const sam = (p: number) => ({ id: 'sam', hyperparameters: { rho: 0.1, p } });
const decay = (mode: string) => ({ id: 'weight-decay', hyperparameters: { mode, coefficient: 0.3 } });
const lookahead = { id: 'lookahead', hyperparameters: { k: 3, alpha: 0.4 } };
const MODIFIED = {
  'SAM, p = 2': [sam(2)],
  'SAM, p = 3': [sam(3)],
  'weight decay by penalty': [decay('l2')],
  'weight decay beside the step': [decay('decoupled')],
  Lookahead: [lookahead],
  'all, the penalty': [lookahead, decay('l2'), sam(2)],
  'all, beside the step': [lookahead, sam(3), decay('decoupled')],
};
const TWO = [
  { id: 'warmup', hyperparameters: { steps: 4 } },
  { id: 'cosine', hyperparameters: { floor: 0.2 } },
];

function modifiedTask(name: ProblemName, id: OptimizerId, hyperparameters: AnyValues, run: object): Task {
  const { run: _, ...scene } = PROBLEMS[name];
  const read = readScene({ ...scene, steps: 14, runs: [{ optimizer: { id, hyperparameters }, ...run }] });
  expect(read.issues).toEqual([]);
  return taskOf(read.scene, read.scene.runs[0]);
}

describe.each(IDS)('%s', (id) => {
  describe.each(Object.entries(MODIFIED))('under %s', (_, modifiers) => {
    test.each([
      ['at a constant rate', []],
      ['under two schedules', TWO],
    ])('every line gives what the step recorded, %s', (_name, schedule) => {
      for (const name of ['himmelblau with noise', 'matrix-regression'] as const)
        for (const form of formsOf(OPTIMIZERS[id].hyperparameters, PROBLEMS[name].start.length)) {
          const task = modifiedTask(name, id, form, { modifiers, schedule });
          for (const t of [1, 2, 3, 11])
            expect(
              wrongLines(task, explained(task, t)),
              `${name}, ${JSON.stringify(form)}, t = ${t}`,
            ).toEqual([]);
        }
    });

    test('a wrong number is seen in the line that records it, in steps of each kind', () => {
      const [form] = formsOf(OPTIMIZERS[id].hyperparameters, 2);
      const task = modifiedTask('himmelblau with noise', id, form, { modifiers, schedule: TWO });
      for (const t of [2, 3]) expectErrorsSeen(task, t);
    });
  });
});

/** Puts one wrong number after the other into what a step recorded, and looks for it among the lines that do not hold. */
function expectErrorsSeen(task: Task, t: number): void {
  const lines = ruleOf(task);
  for (const [k, line] of lines.entries()) {
    const { left } = line.equation;
    const isOverwritten = lines.slice(k + 1).some(({ equation }) => equation.left === left);
    if (isOverwritten && left !== 'update') continue;
    const explanation = structuredClone(explained(task, t));
    const saysWhat = `${JSON.stringify(task.optimizer)} ${left}`;
    if (left === 'lr') {
      expect(wrongLines(task, { ...explanation, lr: explanation.lr * (1 + 1e-9) }), saysWhat).toContain(left);
      continue;
    }
    const recorded = recordedOf(line, task, explanation);
    const error = 1e-9 * (largest(recorded) || 1);
    for (let i = 0; i < recorded.length; i++) {
      const right = recorded[i];
      recorded[i] += error;
      expect(wrongLines(task, explanation), `${saysWhat}[${i}]`).toContain(left);
      recorded[i] = right;
    }
  }
}
