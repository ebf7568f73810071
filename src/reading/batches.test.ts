import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import { explain, type Explanation } from '../engine/explain.ts';
import { taskWith } from '../engine/recordedRun.ts';
import { disagreements } from '../optimizers/holdToAccount.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { formsOf } from '../optimizers/variants.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Task } from '../scene/scene.ts';
import { pictureOf } from './arrows.ts';
import { heldToDigits } from './holdToDigits.ts';
import { readStep } from './readStep.ts';
import { spokenLine } from './speech.ts';
import { saidOf, whyOf } from './why/why.ts';

// What is read of a step that sees some of the samples.

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
const IRIS = { problem: { id: 'iris', params: { penalty: 0.05 } }, start: [0.5, -1.5], steps: 40 };
const BATCHES = { seed: 11, batchSize: 6, order: 'replacement' };
const EPOCHS = { seed: 11, batchSize: 16, order: 'epochs' };
const MODIFIED = {
  'SAM and a penalty': [
    { id: 'sam', hyperparameters: { rho: 0.1 } },
    { id: 'weight-decay', hyperparameters: { mode: 'l2', coefficient: 0.3 } },
  ],
  'Lookahead, SAM and decay': [
    { id: 'lookahead', hyperparameters: { k: 3, alpha: 0.4 } },
    { id: 'sam', hyperparameters: { rho: 0.1, p: 3 } },
    { id: 'weight-decay', hyperparameters: { mode: 'decoupled', coefficient: 0.3 } },
  ],
};

type Part = Readonly<Record<string, unknown>>;
const taskOn = (id: string, sampling: Part, run: Part = {}, hyperparameters: Part = {}) =>
  taskWith({ ...IRIS, sampling }, id, hyperparameters, run);
const stepOf = (task: Task, t: number) => explain(task, t) as Explanation;

function expectTrue(task: Task, steps: readonly number[]): void {
  for (const t of steps) {
    const explanation = explain(task, t);
    if (!explanation) continue;
    expect(heldToDigits(task, explanation).wrong, `t = ${t}`).toEqual([]);
    expect(disagreements(task, explanation), `t = ${t}`).toEqual([]);
  }
}

describe.each(IDS)('a step of %s on a batch', (id) => {
  test('says what its numbers come to, in every form', () => {
    for (const form of formsOf(OPTIMIZERS[id].hyperparameters, 2)) {
      expectTrue(taskOn(id, BATCHES, {}, form), [1, 9]);
      expectTrue(taskOn(id, EPOCHS, {}, form), [2]);
    }
  });

  test.each(Object.entries(MODIFIED))('does so under %s', (_, modifiers) => {
    const run = { modifiers, schedule: [{ id: 'halve-on-divergence' }, { id: 'cosine' }] };
    expectTrue(taskOn(id, BATCHES, run), [1, 7]);
    expectTrue(taskOn(id, EPOCHS, run), [8]);
  });
});

test('what a step says of its gradient is false of other samples', () => {
  const task = taskOn('sgd', BATCHES);
  const step = stepOf(task, 3);
  expect(disagreements(task, { ...step, batch: null })).not.toEqual([]);
  expect(readStep(task, step).lines[0].relation).toBe('=');
  expect(readStep(task, { ...step, batch: Uint32Array.of(1, 2, 3) }).lines[0].relation).toBe('≈');
});

describe('the samples of f are told', () => {
  const notes = (task: Task, t: number) => readStep(task, stepOf(task, t)).lines.map((line) => line.notes);

  test('by their numbers, where they are few', () => {
    const task = taskOn('sgd', BATCHES);
    const { batch } = stepOf(task, 3);
    const numbers = Array.from(batch ?? [], (i) => i + 1).join(', ');
    expect(numbers).toMatch(/^(\d+, ){5}\d+$/);
    expect(notes(task, 3)).toEqual([
      [`f is the mean over this step’s batch of 6 of 100 samples: ${numbers}.`],
      [],
      [],
    ]);
    expect(notes(task, 4)).not.toEqual(notes(task, 3));
    const one = taskOn('sgd', { ...BATCHES, batchSize: 1 });
    const [sample] = stepOf(one, 3).batch ?? [];
    expect(notes(one, 3)[0]).toEqual([`f is the loss of one of 100 samples, number ${sample + 1}.`]);
  });

  test('by how many they are, where they are many, and where the epoch stands', () => {
    const task = taskOn('sgd', EPOCHS);
    expect(notes(task, 9)[0]).toEqual([
      'f is the mean over this step’s batch of 16 of 100 samples. It is batch 2 of 7 in epoch 2.',
    ]);
    expect(notes(task, 7)[0][0]).toMatch(
      /^f is the mean over this step’s batch of 4 of 100 samples: (\d+, ){3}\d+\. It is batch 7 of 7 in epoch 1\.$/,
    );
  });

  test('as all of them, where they are', () => {
    for (const sampling of [{ batchSize: 'full' }, { batchSize: 100, order: 'epochs' }])
      expect(notes(taskOn('sgd', sampling), 2)[0]).toEqual(['f is the mean over all 100 samples.']);
  });

  test('on each line that asks for f, and on no other', () => {
    const newton = notes(taskOn('newton', BATCHES), 2);
    expect(newton.filter(([note]) => note?.includes('batch of 6'))).toHaveLength(2);
    const sam = notes(taskOn('adam', BATCHES, { modifiers: MODIFIED['SAM and a penalty'] }), 2);
    expect(sam.filter(([note]) => note?.includes('batch of 6'))).toHaveLength(2);
    const surface = taskWith({ problem: { id: 'bowl' }, steps: 3 }, 'sgd');
    expect(notes(surface, 2).flat()).toEqual([]);
  });

  test('and not noise, which there is none of', () => {
    const all = notes(taskOn('sgd', { ...BATCHES, noise: 2 }), 2).flat();
    expect(all).toHaveLength(1);
    expect(all[0]).not.toContain('noise');
  });

  test('aloud, with the line', () => {
    const task = taskOn('sgd', EPOCHS);
    const [line] = readStep(task, stepOf(task, 9)).lines;
    expect(spokenLine(line)).toMatch(
      / f is the mean over this step’s batch of 16 of 100 samples\. It is batch 2 of 7 in epoch 2\.$/i,
    );
  });
});

describe('why a step went where it did', () => {
  const lengthOf = (v: ArrayLike<number>) => Math.hypot(v[0], v[1]);

  test('says that a batch’s gradient is mostly chance, by as much as it is', () => {
    const task = taskOn('sgd', { seed: 4, batchSize: 1, order: 'replacement' }, {}, { learningRate: 0.5 });
    const told = Array.from({ length: 40 }, (_, k) => stepOf(task, k + 1)).flatMap((step) => {
      const said = saidOf(task, step).find(({ rule }) => rule === 'isMostlyChance');
      return said ? [{ step, sentence: said.sentence }] : [];
    });
    expect(told.length).toBeGreaterThan(0);
    for (const { step, sentence } of told) {
      const whole = new Float64Array(2);
      createProblem(task.problem).gradient(step.theta, whole);
      const chance = step.g.map((x, i) => x - whole[i]);
      const times = lengthOf(chance) / lengthOf(whole);
      expect(Number(/is ([\d.]+) times as long/.exec(sentence)?.[1])).toBeCloseTo(times, times < 10 ? 1 : -1);
    }
  });

  test('does not say so with all samples, or of noise', () => {
    for (const sampling of [{ batchSize: 'full' }, { ...EPOCHS, batchSize: 100 }]) {
      const task = taskOn('sgd', sampling);
      for (const t of [1, 20]) expect(whyOf(task, stepOf(task, t)) ?? '').not.toMatch(/chance|noise/);
    }
    const task = taskOn('sgd', { ...BATCHES, batchSize: 1, noise: 5 });
    for (const t of [1, 2, 3, 4, 5]) expect(whyOf(task, stepOf(task, t)) ?? '').not.toContain('noise');
  });

  test('says whose loss a line search lowers', () => {
    const said = (sampling: Part) => {
      const task = taskOn('line-search', sampling);
      return [1, 2, 3, 4, 5, 6].map((t) => whyOf(task, stepOf(task, t)) ?? '').join(' ');
    };
    expect(said(BATCHES)).toContain('the batch’s loss enough');
    expect(said(BATCHES)).not.toMatch(/lower(s|ed) the loss enough/);
    expect(said({ batchSize: 'full' })).toMatch(/lower(s|ed) the loss enough/);
  });
});

test('a step of a batch does not go straight across the lines of equal loss, and is not drawn as if it did', () => {
  const isAcross = (sampling: Part) => {
    const task = taskOn('sgd', sampling);
    return pictureOf(task, stepOf(task, 3)).isAcrossContour;
  };
  expect(isAcross({ batchSize: 'full' })).toBe(true);
  expect(isAcross({ ...EPOCHS, batchSize: 100 })).toBe(true);
  expect(isAcross(EPOCHS)).toBe(false);
});
