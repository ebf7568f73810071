import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import { explain, type Explanation } from '../engine/explain.ts';
import { taskWith } from '../engine/recordedRun.ts';
import { wordsOf } from '../optimizers/equationFunctions.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { formsOf, variantsOf } from '../optimizers/variants.ts';
import type { Task } from '../scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../schedules/registry.ts';
import type { AnyValues } from '../specs/spec.ts';
import { equationMessages as say } from '../messages/equations.ts';
import { heldToDigits, shownTex } from './holdToDigits.ts';
import { readStep } from './readStep.ts';
import type { ReadLine } from './reading.ts';

// A reader who redoes the sums gets the printed result: each displayed line is read back and computed.

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

const PROBLEMS = {
  'rosenbrock under a schedule': {
    scene: { problem: { id: 'rosenbrock', scale: 0.01 }, start: [-1.5, 2] },
    run: { schedule: { id: 'linear', hyperparameters: { floor: 0.1 } } },
  },
  'saddle, on its axis': { scene: { problem: { id: 'saddle' }, start: [-1.5, 0] }, run: {} },
  'himmelblau with noise': {
    scene: {
      problem: { id: 'himmelblau' },
      start: [0.5, -0.7],
      sampling: { seed: 11, noise: 2, batchSize: 4 },
    },
    run: {},
  },
  'a matrix': { scene: { problem: { id: 'matrix-regression' }, start: [0.5, -1, 2, 3] }, run: {} },
  'one parameter': { scene: { problem: { id: 'reddi' }, start: [0.5] }, run: {} },
  'at the minimizer': { scene: { problem: { id: 'rosenbrock' }, start: [1, 1] }, run: {} },
} as const;
type ProblemName = keyof typeof PROBLEMS;
const NAMES = Object.keys(PROBLEMS) as ProblemName[];

const sam = (p: number) => ({ id: 'sam', hyperparameters: { rho: 0.1, p } });
const decay = (mode: string) => ({ id: 'weight-decay', hyperparameters: { mode, coefficient: 0.3 } });
const lookahead = { id: 'lookahead', hyperparameters: { k: 3, alpha: 0.4 } };
const MODIFIED = {
  'SAM, p = 2': [sam(2)],
  'SAM, p = 3': [sam(3)],
  'weight decay by penalty': [decay('l2')],
  'weight decay beside the step': [decay('decoupled')],
  Lookahead: [lookahead],
  'SAM and a penalty': [sam(2), decay('l2')],
  'SAM and decay': [sam(2), decay('decoupled')],
  'SAM and Lookahead': [sam(2), lookahead],
  'Lookahead and a penalty': [lookahead, decay('l2')],
  'Lookahead and decay': [lookahead, decay('decoupled')],
  'all, the penalty': [lookahead, decay('l2'), sam(2)],
  'all, beside the step': [lookahead, sam(3), decay('decoupled')],
};
const TWO = [
  { id: 'warmup', hyperparameters: { steps: 4 } },
  { id: 'cosine', hyperparameters: { floor: 0.2 } },
];

function taskOn(name: ProblemName, id: OptimizerId, hyperparameters: AnyValues = {}, run: object = {}): Task {
  const { scene, run: own } = PROBLEMS[name];
  return taskWith({ ...scene, steps: 14 }, id, hyperparameters, { ...own, ...run });
}

function stepsOf(task: Task, steps: readonly number[]): Explanation[] {
  return steps.map((t) => explain(task, t)).filter((step) => step !== null);
}

/** Lines with numbers, and those of them with ≈, by optimizer. */
const counts = new Map<OptimizerId, { lines: number; rounded: number }>();

function expectSigns(task: Task, steps: readonly number[]): void {
  const { id } = task.optimizer;
  const count = counts.get(id) ?? { lines: 0, rounded: 0 };
  counts.set(id, count);
  for (const step of stepsOf(task, steps)) {
    const { wrong, lines, rounded } = heldToDigits(task, step);
    expect(wrong, `${JSON.stringify(task)}, t = ${step.t}`).toEqual([]);
    count.lines += lines;
    count.rounded += rounded;
  }
}

describe.each(IDS)('a step of %s', (id) => {
  const specs = OPTIMIZERS[id].hyperparameters;

  test.each(NAMES)('says what its numbers come to, in every form: %s', (name) => {
    for (const form of formsOf(specs, PROBLEMS[name].scene.start.length))
      expectSigns(taskOn(name, id, form), [1, 11]);
  });

  test('does so at both ends of each setting', () => {
    const variants = variantsOf(specs, 2);
    const ends = variants.slice(0, variants.length / formsOf(specs, 2).length);
    for (const variant of ends) expectSigns(taskOn('himmelblau with noise', id, variant), [3]);
  });

  test.each(Object.entries(MODIFIED))('does so under %s', (_, modifiers) => {
    const run = { modifiers, schedule: TWO };
    expectSigns(taskOn('himmelblau with noise', id, {}, run), [1, 3]);
    if (modifiers.length > 2) expectSigns(taskOn('a matrix', id, {}, run), [3]);
  });

  test('keeps its TeX from step to step, so that only slots change', () => {
    for (const run of [{}, { modifiers: MODIFIED['all, beside the step'], schedule: TWO }]) {
      const task = taskOn('himmelblau with noise', id, {}, run);
      const shapes = new Map<string, string>();
      for (const step of stepsOf(task, [1, 2, 3, 6, 12]))
        for (const [i, line] of readStep(task, step).lines.entries()) {
          const key = `${i} ${line.isComputed}`;
          const { symbols, when, where, right, left, notes } = line;
          const tex = JSON.stringify([
            symbols,
            when?.tex,
            where.map((words) => words.tex),
            right?.tex,
            left.tex,
            notes,
          ]);
          expect(shapes.get(key) ?? tex).toBe(tex);
          shapes.set(key, tex);
        }
    }
  });

  test('says honestly what diverges', () => {
    const task = taskWith({ problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 12 }, id, {
      [OPTIMIZERS[id].rate]: 1e200,
    });
    const last = stepsOf(
      task,
      Array.from({ length: 12 }, (_, i) => i + 1),
    ).slice(-2);
    for (const { t } of last) expectSigns(task, [t]);
  });
});

test.each(IDS)('the sign ≈ is rare in all these steps of %s', (id) => {
  const { lines, rounded } = counts.get(id) ?? { lines: 0, rounded: 0 };
  expect(rounded).toBeLessThanOrEqual(0.02 * lines);
});

describe.each(Object.keys(SCHEDULES) as ScheduleId[])('the schedule %s', (schedule) => {
  test.each(Object.keys(SCHEDULES) as ScheduleId[])('says what η comes to, with %s', (other) => {
    for (const id of ['sgd', 'line-search'] as const)
      expectSigns(
        taskOn('himmelblau with noise', id, {}, { schedule: [{ id: schedule }, { id: other }] }),
        [1, 2, 13],
      );
  });
});

test.each([
  ['sgd', {}, '∞'],
  ['muon', { modifiers: [{ id: 'sam', hyperparameters: { rho: 1e160 } }] }, 'NaN'],
] as const)('%s shows its infinities: %s %s', (id, run, expected) => {
  const task = taskOn('at the minimizer', id, { learningRate: 1e308 }, run);
  const far = { ...task, start: [-1.5, 2] };
  const [step] = stepsOf(far, [1]);
  const texts = readStep(far, step).lines.flatMap(({ left }) => left.slots.map(({ mantissa }) => mantissa));
  expect(texts.some((text) => text.endsWith(expected))).toBe(true);
  expect(heldToDigits(far, step).wrong).toEqual([]);
});

test('numbers have three digits to seven, t and settings all of theirs', () => {
  const task = taskOn('himmelblau with noise', 'adam', { learningRate: 0.0123456789, beta2: 0.9999 });
  const [step] = stepsOf(task, [12]);
  const { lines } = readStep(task, step);
  const update = lines.find(({ name }) => name === 'update')?.right;
  expect(update?.tex).toContain(String.raw`-\term{lr}{0.0123456789}`);
  expect(update?.tex).toContain(String.raw`\term{epsilon}{10^{-8}}`);
  const v = lines.find(({ name }) => name === 'v')?.right;
  expect(v?.tex).toContain(String.raw`\term{beta2}{0.9999}`);
  expect(v?.tex).toContain(String.raw`\term{beta2}{0.0001}`);
  expect(lines.find(({ name }) => name === 'vHat')?.right?.slots.at(-1)?.mantissa).toBe('12');
  for (const { left, right } of lines)
    for (const { mantissa } of [...left.slots, ...(right?.slots ?? [])]) {
      const digits = mantissa.replaceAll(/[−.]/g, '').replace(/^0+/, '').length;
      if (mantissa !== '12') expect(digits, mantissa).toBeGreaterThanOrEqual(3);
      expect(digits, mantissa).toBeLessThanOrEqual(7);
    }
});

test('θ shows its step, however small', () => {
  const task = taskOn('himmelblau with noise', 'adam', { learningRate: 2e-5 });
  for (const step of stepsOf(task, [1, 2, 3])) {
    const line = readStep(task, step).lines.at(-1);
    const before = line?.right?.slots.slice(0, 2) ?? [];
    expect(line?.name).toBe('theta');
    line?.left.slots.forEach(({ value }, i) => expect(value).not.toBe(before[i].value));
  }
});

test('a Hessian of one parameter is a number', () => {
  const task = taskOn('one parameter', 'newton', {}, { modifiers: [decay('l2')] });
  expectSigns(task, [1]);
  const [step] = stepsOf(task, [1]);
  const direction = readStep(task, step).lines.find(({ name }) => name === 'direction')?.right;
  expect(direction && shownTex(direction)).toMatch(/^\(0\.300\)\^\{-1\} \\cdot \(/);
});

test('a power of ten below a slash has its brackets', () => {
  const task = taskOn('himmelblau with noise', 'nadam', { beta1: 1 - 2 ** -21, momentumDecay: 1000 });
  expectSigns(task, [1]);
  const [step] = stepsOf(task, [1]);
  const average = readStep(task, step).lines.find(({ name }) => name === 'mHat')?.right;
  expect(average && shownTex(average)).toMatch(/\/ \(\d\.\d+ \\times 10\^\{-7\}\)/);
});

test('a Hessian that few digits make singular gets more', () => {
  const problem = { id: 'rotated-bowl', params: { kappa: 1e6, angle: 45 } };
  const task = taskWith({ problem, start: [-1.5, 2], steps: 3 }, 'newton');
  expectSigns(task, [1]);
  const [step] = stepsOf(task, [1]);
  const direction = readStep(task, step).lines.find(({ name }) => name === 'direction');
  expect(direction?.right?.slots[0].mantissa).toBe('500000.5');
});

test('a line that a step leaves out says why', () => {
  const task = taskOn('himmelblau with noise', 'sophia');
  const [left, made] = stepsOf(task, [5, 11]).map((step) =>
    readStep(task, step).lines.find(({ name }) => name === 'h'),
  );
  expect(left?.isComputed).toBe(false);
  expect(left?.right).toBeNull();
  expect(left?.when && shownTex(left.when)).toBe(String.raw`(5 - 1) \bmod 10 = 4 \ne 0`);
  expect(made?.when && shownTex(made.when)).toBe(String.raw`(11 - 1) \bmod 10 = 0`);
});

test.each([1, 1.5, 2])('where words stand beside a formula, they have numbers too: growth %d', (growth) => {
  const schedule = { id: 'restarts', hyperparameters: { period: 4, growth } };
  const task = taskOn('himmelblau with noise', 'sgd', {}, { schedule });
  for (const step of stepsOf(task, [1, 4, 5, 7, 11, 13])) {
    const [{ where }] = readStep(task, step).lines;
    expect(where.map(({ tex }) => tex)).toEqual([String.raw`\tau = \slot{0}`, String.raw`n_i = \slot{0}`]);
    const { [String.raw`\tau`]: tau, n_i: length } = wordsOf(task.schedule[0], step.t);
    expect(where.map(({ slots }) => slots[0].value)).toEqual([tau, length]);
  }
});

test('noise, and functions that have no sign of their own, are explained', () => {
  const notesOf = (name: ProblemName, id: OptimizerId, line: string) => {
    const task = taskOn(name, id);
    const [step] = stepsOf(task, [2]);
    return readStep(task, step).lines.find((read) => read.name === line)?.notes;
  };
  expect(notesOf('himmelblau with noise', 'sgd', 'g')).toEqual([say.noise]);
  expect(notesOf('a matrix', 'sgd', 'g')).toEqual([]);
  expect(notesOf('a matrix', 'muon', 'O')).toEqual([say.functions.msign]);
});

test('a matrix of parameters is set as one, and a Hessian multiplies columns', () => {
  const linesOf = (id: OptimizerId, hyperparameters: AnyValues = {}) => {
    const task = taskOn('a matrix', id, hyperparameters);
    const [step] = stepsOf(task, [2]);
    return readStep(task, step).lines;
  };
  const leftOf = (lines: readonly ReadLine[], name: string) =>
    lines.find((line) => line.name === name)?.left.tex;
  const entries = (separators: readonly string[]) =>
    separators.map((separator, i) => String.raw`\slot{${i}}${separator}`).join('');
  const square = String.raw`\term{M}{\begin{bmatrix}${entries([' & ', String.raw` \\ `, ' & ', ''])}\end{bmatrix}}`;
  expect(leftOf(linesOf('muon', { shape: [2, 2] }), 'M')).toBe(square);
  expect(leftOf(linesOf('sgd'), 'g')).toBe(square.replace('{M}', '{g}'));
  expect(leftOf(linesOf('newton'), 'direction')).toBe(
    square.replace('{M}', '{direction}').replaceAll('&', String.raw`\\`),
  );
});
