import { describe, expect, test } from 'vitest';
import { explain } from '../engine/explain.ts';
import { taskWith } from '../engine/recordedRun.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { formsOf } from '../optimizers/variants.ts';
import type { Task } from '../scene/scene.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { readStep } from './readStep.ts';
import { spokenLine, spokenTex } from './speech.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
const ROSENBROCK = { problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 40 };
const MATRIX = { problem: { id: 'matrix-regression' }, start: [0.5, -1, 2, 3], steps: 40 };

const decay = (mode: string) => ({ id: 'weight-decay', hyperparameters: { mode } });
const MODIFIERS = [
  [{ id: 'sam' }],
  [{ id: 'sam', hyperparameters: { p: 3 } }, decay('l2'), { id: 'lookahead' }],
  [decay('decoupled'), { id: 'lookahead', hyperparameters: { k: 2, alpha: 0.3 } }],
];

/** TeX, a template, a hole, or words that lost what they separate. */
const BROKEN = /[\\{}@$_^]|slot|undefined|\bnull\b|, ,|,[.;]|  |equals [.,;]|: \.|^\s*$/;

function sentencesOf(task: Task, t: number): string[] {
  const explanation = explain(task, t);
  if (!explanation) throw new Error(`the run ended before step ${t}`);
  return readStep(task, explanation).lines.map(spokenLine);
}

function expectWords(task: Task, steps: readonly number[] = [1, 7]) {
  for (const t of steps)
    for (const words of sentencesOf(task, t)) {
      expect(words).not.toMatch(BROKEN);
      expect(words).toMatch(/^[A-Z][^.]*.*\.$/s);
    }
}

describe.each(IDS)('every line of %s is said in words', (id) => {
  test('in each of its forms, on a surface and on a matrix', () => {
    for (const hyperparameters of formsOf(OPTIMIZERS[id].hyperparameters, 2))
      expectWords(taskWith(ROSENBROCK, id, { ...hyperparameters }));
    for (const hyperparameters of formsOf(OPTIMIZERS[id].hyperparameters, 4))
      expectWords(taskWith(MATRIX, id, { ...hyperparameters }), [2]);
  });

  test('with modifiers and noise', () => {
    for (const modifiers of MODIFIERS)
      expectWords(taskWith({ ...ROSENBROCK, sampling: { noise: 0.3, batchSize: 4 } }, id, {}, { modifiers }));
  });
});

test('the edge of what is feasible is said', () => {
  const task = taskWith({ problem: { id: 'reddi' }, steps: 40 }, 'adam');
  expectWords(task);
  expect(sentencesOf(task, 2).at(-1)).toContain('the nearest feasible point to');
});

test.each(Object.keys(SCHEDULES))('the schedule %s is said in words', (id) => {
  expectWords(taskWith(ROSENBROCK, 'sgd', {}, { schedule: [{ id }] }), [1, 21, 35]);
  expectWords(taskWith(ROSENBROCK, 'adam', {}, { schedule: [{ id: 'warmup' }, { id }] }), [3]);
});

test('a step that diverged says so in its numbers', () => {
  const task = taskWith({ ...ROSENBROCK, start: [30, -20] }, 'sgd', { learningRate: 1e200 });
  const words = sentencesOf(task, 1).join(' ');
  expect(words).toContain('times ten to the');
  expect(words).not.toMatch(BROKEN);
});

test('Adam’s step on Rosenbrock’s valley', () => {
  const task = taskWith(ROSENBROCK, 'adam', { learningRate: 0.1, beta2: 0.99 });
  const sentences = sentencesOf(task, 37);
  expect(sentences.find((words) => words.startsWith('M hat'))).toBe(
    'M hat equals m over the quantity 1 minus beta 1 to the power of t; in numbers: the column minus 3.277, 0.5769, ' +
      'over the quantity 1 minus 0.9 to the power of 37, equals the column minus 3.34, 0.589.',
  );
  expect(sentences.find((words) => words.startsWith('V equals'))).toContain(
    'the column the quantity minus 19.84, end quantity, squared, the quantity minus 5.533, end quantity, squared, equals',
  );
});

test('the sign ε takes beside the root is heard', () => {
  expect(spokenTex(String.raw`\dfrac{m}{\sqrt{v} + \epsilon}`)).not.toBe(
    spokenTex(String.raw`\dfrac{m}{\sqrt{v + \epsilon}}`),
  );
});
