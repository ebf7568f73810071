import { describe, expect, test } from 'vitest';
import { MODIFIERS, type ModifierId } from '../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { SCHEDULES, type ScheduleId } from '../schedules/registry.ts';
import type { AnyValues } from '../specs/spec.ts';
import { recorded, taskWith, type RecordedRun } from './recordedRun.ts';

// Every optimizer under every two modifiers and every schedule, as the registries hold them.

const OPTIMIZER_IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
const SCHEDULE_IDS = Object.keys(SCHEDULES) as ScheduleId[];

const SCENES = [
  { problem: { id: 'himmelblau' }, start: [0.5, -0.7], steps: 6 },
  { problem: { id: 'matrix-regression' }, start: [0.5, -1, 2, 3], steps: 6 },
];

/** Each modifier, in each of its modes. */
const MODIFIED = (Object.keys(MODIFIERS) as ModifierId[]).flatMap((id) => {
  const choices = Object.entries(MODIFIERS[id].hyperparameters).flatMap(([name, spec]) =>
    spec.kind === 'choice' ? spec.options.map((option) => ({ [name]: option })) : [],
  );
  return (choices.length > 0 ? choices : [{}]).map((hyperparameters) => ({ id, hyperparameters }));
});

/** None, one, and two of different kinds. */
const PAIRS = [
  [],
  ...MODIFIED.map((modifier) => [modifier]),
  ...MODIFIED.flatMap((a, i) => MODIFIED.slice(i + 1).flatMap((b) => (a.id === b.id ? [] : [[a, b]]))),
];

const IDLE: Readonly<Record<ModifierId, AnyValues>> = {
  sam: { rho: 0 },
  'weight-decay': { coefficient: 0 },
  lookahead: { alpha: 1 },
};

/** A modifier so set that it changes no path, and with it no search. */
function idle({ id, hyperparameters }: (typeof MODIFIED)[number]) {
  return { id, hyperparameters: { ...hyperparameters, ...IDLE[id] } };
}

function expectHonest({ rows, outcome }: RecordedRun, saysWhat: string): void {
  expect(outcome, saysWhat).not.toBeNull();
  const kind = outcome?.kind;
  // The point at which a run diverged is recorded; whatever stands before it is finite.
  const sound = kind === 'diverged' ? rows.slice(0, -1) : rows;
  for (const { point, loss, learningRate, step } of sound) {
    expect([...point, loss].every(Number.isFinite), `${saysWhat}, step ${step}`).toBe(true);
    if (step > 0) expect(learningRate, saysWhat).toBeGreaterThanOrEqual(0);
  }
  if (kind !== 'diverged' && kind !== 'stopped') expect(rows.at(-1)?.step, saysWhat).toBe(6);
}

describe.each(OPTIMIZER_IDS)('%s', (id) => {
  test.each(SCENES)('with every two modifiers and every schedule: $problem.id', (scene) => {
    for (const modifiers of PAIRS)
      for (const schedule of SCHEDULE_IDS)
        expectHonest(
          recorded(taskWith(scene, id, {}, { modifiers, schedule: [{ id: schedule }] })),
          JSON.stringify([schedule, modifiers]),
        );
  });

  const { needs } = OPTIMIZERS[id];
  /** What it asks for in its steps: values, gradients, Hessians. */
  const asked = (modifiers: readonly object[], schedule: readonly object[] = [], hyperparameters = {}) =>
    recorded(taskWith(SCENES[0], id, hyperparameters, { modifiers, schedule })).rows.map(
      ({ evaluations }) => [...evaluations],
    );
  const base = asked([]);

  test('asks for a gradient a step at least, and for what it declares', () => {
    base.forEach(([values, gradients, hessians], t) => {
      expect(gradients).toBeGreaterThanOrEqual(t);
      expect(values > 0).toBe(t > 0 && needs.includes('value'));
      expect(hessians > 0).toBe(t > 0 && needs.includes('hessian'));
    });
  });

  test.each(PAIRS)(
    'SAM doubles its gradients, and no modifier asks for anything else: %j %j',
    (...modifiers) => {
      const factor = modifiers.some((modifier) => modifier?.id === 'sam') ? 2 : 1;
      expect(asked(modifiers.flatMap((modifier) => (modifier ? idle(modifier) : [])))).toEqual(
        base.map(([values, gradients, hessians]) => [values, factor * gradients, hessians]),
      );
    },
  );

  // L-BFGS tries longer or shorter steps with another η.
  test.each(id === 'lbfgs' ? [] : SCHEDULE_IDS)(
    'a schedule asks for a loss a step if it watches them, else for nothing: %s',
    (schedule) => {
      const watched = SCHEDULES[schedule].observe === undefined ? 0 : 1;
      const slow = { [OPTIMIZERS[id].rate]: 1e-6 };
      expect(asked([], [{ id: schedule }], slow)).toEqual(
        asked([], [], slow).map(([values, gradients, hessians], t) => [
          values + (t === 0 ? 0 : watched * (t + 1)),
          gradients,
          hessians,
        ]),
      );
    },
  );
});
