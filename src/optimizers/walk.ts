import type { NamedVectors } from '../engine/memory.ts';
import { createStepper } from '../engine/stepper.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf } from '../scene/scene.ts';
import type { OptimizerId } from './registry.ts';

/** A run to be made for a test: the fields of a scene and of its one run; hyperparameters left out have their defaults. */
export interface Walk {
  readonly problem: string | Readonly<Record<string, unknown>>;
  readonly start: readonly number[];
  readonly steps: number;
  readonly id: OptimizerId;
  readonly sampling?: Readonly<Record<string, unknown>>;
  readonly schedule?: unknown;
  readonly modifiers?: unknown;
  /** Hyperparameters of the optimizer. */
  readonly [hyperparameter: string]: unknown;
}

/** Where a run is after a step, and what the step computed. */
export interface Stop {
  readonly theta: readonly number[];
  readonly g: readonly number[];
  readonly update: readonly number[];
  readonly quantities: NamedVectors;
}

/** Every stop of a run; number 0 is the start. */
export function walk({
  problem,
  start,
  steps,
  id,
  sampling,
  schedule,
  modifiers,
  ...hyperparameters
}: Walk): Stop[] {
  const { scene, issues } = readScene({
    problem: typeof problem === 'string' ? { id: problem } : problem,
    start,
    steps,
    ...(sampling ? { sampling } : {}),
    runs: [
      {
        optimizer: { id, hyperparameters },
        ...(schedule ? { schedule } : {}),
        ...(modifiers ? { modifiers } : {}),
      },
    ],
  });
  if (issues.length > 0) throw new Error(issues.map(({ path, message }) => `${path}: ${message}`).join('; '));
  const stepper = createStepper(taskOf(scene, scene.runs[0]));
  const stop = (): Stop => ({
    theta: [...stepper.theta],
    g: [...stepper.g],
    update: [...stepper.update],
    quantities: structuredClone(stepper.quantities),
  });
  const stops = [stop()];
  for (let t = 1; t <= steps; t++) {
    const reason = stepper.advance();
    if (reason) throw new Error(`step ${t} was not made: ${reason.kind}`);
    stops.push(stop());
  }
  return stops;
}

/** The points of a run; number 0 is the start. */
export function pathOf(given: Walk): (readonly number[])[] {
  return walk(given).map(({ theta }) => theta);
}

/** The updates of a run, from step 1 on. */
export function updatesOf(given: Walk): (readonly number[])[] {
  return walk(given)
    .slice(1)
    .map(({ update }) => update);
}

/** The greatest distance between coordinates of two paths, relative where they are greater than 1; NaN where one is no number. */
export function deviation(
  actual: readonly (readonly number[])[],
  expected: readonly (readonly number[])[],
): number {
  if (actual.length !== expected.length) return Number.NaN;
  const errors = actual.flatMap((point, t) =>
    point.map((x, i) => Math.abs(x - expected[t][i]) / Math.max(1, Math.abs(expected[t][i]))),
  );
  return Math.max(...errors);
}
