import { describe, expect, test } from 'vitest';
import { explain } from '../../src/engine/explain.ts';
import { MODIFIERS, type ModifierId } from '../../src/modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../../src/optimizers/registry.ts';
import { formsOf } from '../../src/optimizers/variants.ts';
import { readStep } from '../../src/reading/readStep.ts';
import type { Task } from '../../src/scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../../src/schedules/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { AnyValues } from '../../src/specs/spec.ts';
import type { SymbolicLine } from './linePieces.ts';
import { ruleStructure } from './ruleStructure.ts';
import { nameOfSetting } from './terms.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

function taskWith(
  id: OptimizerId,
  hyperparameters: AnyValues = defaultsOf(OPTIMIZERS[id].hyperparameters, [2, 1]),
  others: Partial<Task> = {},
): Task {
  return {
    problem: { id: 'himmelblau', params: {}, scale: 1, rotation: 0 },
    start: [-1, 2.5],
    steps: 30,
    sampling: { seed: 7, noise: 0, batchSize: 'full', order: 'replacement' },
    optimizer: { id, hyperparameters },
    modifiers: [],
    schedule: [],
    ...others,
  };
}

const modifier = (id: ModifierId, changed: AnyValues = {}) => ({
  id,
  hyperparameters: { ...defaultsOf(MODIFIERS[id].hyperparameters), ...changed },
});
const schedule = (id: ScheduleId) => ({ id, hyperparameters: defaultsOf(SCHEDULES[id].hyperparameters) });
const EVERYTHING: Partial<Task> = {
  modifiers: [
    modifier('lookahead'),
    modifier('weight-decay', { mode: 'decoupled' }),
    modifier('sam', { p: 3 }),
  ],
  schedule: [schedule('warmup'), schedule('cosine')],
};

const namesRead = ({ symbols: { right, when = '' } }: SymbolicLine) =>
  new Set(Array.from(`${right} ${when}`.matchAll(/\\term\{([^{}]*)\}/g), ([, name]) => name));

/** For each line in the order of its computation, which line each name it reads was last written by. */
function sourcesOf(lines: readonly SymbolicLine[], order: readonly number[]): string[] {
  const writer = new Map<string, number>();
  const sources: string[] = [];
  for (const i of order) {
    sources[i] = [...namesRead(lines[i])].map((name) => `${name} ${writer.get(name) ?? 'before'}`).join(', ');
    writer.set(lines[i].name, i);
  }
  return sources;
}

describe.each(IDS)('the sections of %s', (id) => {
  const tasks = [
    ...formsOf(OPTIMIZERS[id].hyperparameters, 2).map((form) => taskWith(id, form)),
    taskWith(id, undefined, EVERYTHING),
  ];

  test('hold each line once, and read from top to bottom they compute the same', () => {
    for (const task of tasks) {
      const { lines, sections } = ruleStructure(task);
      const order = sections.flatMap((section) => section.lines);
      expect(order.toSorted((a, b) => a - b)).toEqual(lines.map((_, i) => i));
      expect(sourcesOf(lines, order)).toEqual(
        sourcesOf(
          lines,
          lines.map((_, i) => i),
        ),
      );
    }
  });

  test('have headings, and words for everything that a line computes', () => {
    for (const task of tasks) {
      const { lines, sections, terms } = ruleStructure(task);
      for (const { heading } of sections) expect(heading).toMatch(/^[A-Z][^@\\]+$/);
      const known = new Set(terms.map(({ name }) => name));
      expect(lines.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([]);
      for (const { label } of terms) expect(label).toMatch(/\w/);
    }
  });

  test('are the same before there is a step to read', () => {
    for (const task of tasks) {
      const explanation = explain(task, 1);
      if (!explanation) continue;
      const { lines } = readStep(task, explanation);
      expect(ruleStructure(task).lines).toEqual(
        lines.map(({ owner, name, symbols }) => ({ owner, name, symbols })),
      );
    }
  });
});

test('Adam’s are its gradient, its momentum, the scale and the update, m̂ beside m and v̂ beside v', () => {
  const { sections, lines } = ruleStructure(taskWith('adam'));
  expect(sections.map(({ heading, lines: own }) => [heading, ...own.map((i) => lines[i].name)])).toEqual([
    ['Gradient', 'g'],
    ['Momentum', 'm', 'mHat'],
    ['Average of the squared gradients', 'v', 'vHat'],
    ['Update', 'update', 'theta'],
  ]);
});

test('a modifier’s change of Δθ stands below the modifier’s own name, in the order of computation', () => {
  const headings = ruleStructure(taskWith('sgd', undefined, EVERYTHING)).sections.map(
    ({ heading }) => heading,
  );
  expect(headings).toEqual([
    'Warm-up',
    'Cosine',
    'Gradient',
    'SAM',
    'Climb',
    'Gradient',
    'Update',
    'Weight decay',
    'Slow weights',
    'Lookahead',
    'Update',
  ]);
});

test('turning a number leaves the structure’s key, choosing a variant does not', () => {
  const values = defaultsOf(OPTIMIZERS.adam.hyperparameters);
  const keyOf = (changed: AnyValues) => ruleStructure(taskWith('adam', { ...values, ...changed })).key;
  expect(keyOf({ learningRate: 0.5 })).toBe(keyOf({}));
  expect(keyOf({ biasCorrection: false })).not.toBe(keyOf({}));
});

test('the learning rate is η of its step unless a schedule changes it', () => {
  expect(nameOfSetting(taskWith('adam'), 'learningRate')).toBe('lr');
  expect(nameOfSetting(taskWith('adam', undefined, EVERYTHING), 'learningRate')).toBe('learningRate');
  expect(nameOfSetting(taskWith('adam'), 'beta1')).toBe('beta1');
});
