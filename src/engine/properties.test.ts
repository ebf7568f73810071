import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MODIFIERS, type ModifierId } from '../modifiers/registry.ts';
import { gravestDisagreements } from '../optimizers/holdToAccount.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { createProblem } from '../problems/createProblem.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { REPEATABLE, sceneArbitrary, valuesArbitrary } from '../scene/sceneArbitrary.ts';
import { taskOf, type Choice, type Task } from '../scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../schedules/registry.ts';
import { defaultsOf } from '../specs/defaults.ts';
import type { Spec, Specs } from '../specs/spec.ts';
import { explain } from './explain.ts';
import { recorded } from './recordedRun.ts';

// What holds of every run there can be, at random.

const MOST_STEPS = 12;

/** Any values at all that the specs admit, most of which no one would choose. */
const wildTask: fc.Arbitrary<Task> = sceneArbitrary
  .filter(({ runs }) => runs.length > 0)
  .map((scene) => taskOf({ ...scene, steps: scene.steps % (MOST_STEPS + 1) }, scene.runs[0]));

/** Values that sliders reach, on a problem as it is, from a start on its map. */
const reachableTask: fc.Arbitrary<Task> = sceneArbitrary.chain(({ problem: { id }, sampling }) => {
  const selection = { id, params: defaultsOf(PROBLEMS[id].parameters), scale: 1, rotation: 0 };
  const problem = createProblem(selection);
  const n = problem.dimension;
  const [x, y] = [problem.domain.x, problem.domain.y];
  return fc
    .record({
      optimizer: choiceOf(OPTIMIZERS, n, Object.keys(OPTIMIZERS) as OptimizerId[]),
      schedule: fc.array(choiceOf(SCHEDULES, n, Object.keys(SCHEDULES) as ScheduleId[]), { maxLength: 2 }),
      modifiers: fc
        .shuffledSubarray(Object.keys(MODIFIERS) as ModifierId[])
        .chain((ids) => fc.tuple(...ids.map((modifier) => choiceOf(MODIFIERS, n, [modifier])))),
      at: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: n, maxLength: n }),
      noise: fc.constantFrom(0, 0, 0.5),
    })
    .map(({ at, noise, ...run }) => ({
      ...run,
      problem: selection,
      start: at.map((part, i) => {
        const [from, to] = i % 2 === 0 ? x : y;
        return from + part * (to - from);
      }),
      steps: MOST_STEPS,
      sampling: { ...sampling, noise },
    }));
});

function choiceOf<Id extends string>(
  registry: Readonly<Record<Id, { readonly hyperparameters: Specs }>>,
  n: number,
  ids: readonly Id[],
): fc.Arbitrary<Choice<Id>> {
  return fc.constantFrom(...ids).chain((id) =>
    valuesArbitrary(onSliders(registry[id].hyperparameters), n).map((hyperparameters) => ({
      id,
      hyperparameters,
    })),
  );
}

function onSliders(specs: Specs): Specs {
  const narrowed = (spec: Spec): Spec =>
    spec.kind === 'number' && spec.slider ? { ...spec, min: spec.slider[0], max: spec.slider[1] } : spec;
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, narrowed(spec)]));
}

function expectSound(task: Task): void {
  const { rows, outcome } = recorded(task);
  const isDiverged = outcome?.kind === 'diverged';
  for (const { point, loss, gradientNorm, learningRate, step } of isDiverged ? rows.slice(0, -1) : rows) {
    const numbers = [
      ...point,
      loss,
      ...(isDiverged ? [] : [gradientNorm]),
      ...(step > 0 ? [learningRate] : []),
    ];
    expect(
      numbers.filter((entry) => !Number.isFinite(entry)),
      `step ${step}`,
    ).toEqual([]);
  }
  if (!isDiverged && outcome?.kind !== 'stopped') expect(rows.at(-1)?.step).toBe(task.steps);
}

function expectTrue(task: Task, step: number): void {
  const { outcome } = recorded(task);
  const made = outcome?.step ?? 0;
  if (made === 0) return;
  const explanation = explain(task, 1 + (step % made));
  if (!explanation) throw new Error('a step that was made is not explained');
  // Of infinity and what comes of it no digits are left to compare.
  const { g, update, thetaAfter } = explanation;
  if (![...g, ...update, ...thetaAfter].every(Number.isFinite)) return;
  const wrong = gravestDisagreements(task, explanation).map(
    ({ equation: { left, right }, stated, recorded: told }) =>
      `t = ${explanation.t}: ${left} ← ${right} states ${stated.join(' ')}, recorded is ${told?.join(' ')}`,
  );
  expect(wrong).toEqual([]);
}

const step = fc.nat({ max: MOST_STEPS - 1 });

describe.each([
  ['values that sliders reach', reachableTask],
  ['any values', wildTask],
])('with %s', (_, task) => {
  test('a run is finite, or says that it diverged or why it stopped', () => {
    fc.assert(fc.property(task, expectSound), REPEATABLE);
  });

  test('each line of its displayed rule gives what a step recorded', () => {
    fc.assert(fc.property(task, step, expectTrue), REPEATABLE);
  });
});
