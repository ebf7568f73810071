import { createRates } from '../../src/engine/rates.ts';
import type { Run } from '../../src/scene/scene.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import { chartRecords, rowAt, type Trajectory } from '../engine/trajectories.ts';
import { sampledRates, type RateSamples } from './rateCurve.ts';

/** The learning rates of a run, to be drawn and read. */
export interface RateSource {
  readonly steps: number;
  readonly samples: RateSamples;
  /** η at a step, or at the last one before it that is known; null before the first. */
  readonly at: (step: number) => { readonly step: number; readonly rate: number } | null;
}

/** The rates that a run's schedule gives; null where they depend on its losses. */
export function plannedRates(run: Run, steps: number): RateSource | null {
  if (run.schedule.some(({ id }) => 'observe' in SCHEDULES[id])) return null;
  const rates = createRates(
    { ...run, steps },
    run.schedule.map(() => ({})),
  );
  return {
    steps,
    samples: sampledRates(rates.at, steps),
    at: (step) => (step < 1 || step > steps ? null : { step, rate: rates.at(step) }),
  };
}

/** The rates that a run has recorded so far. */
export function recordedRates(trajectory: Trajectory): RateSource {
  const { steps, rows, task } = trajectory;
  const { learningRates } = chartRecords(trajectory);
  // There is no step that led to the start.
  const made = { steps: steps.subarray(1, rows), rates: learningRates.subarray(1, rows) };
  return {
    steps: task.steps,
    samples: { ...made, count: made.steps.length },
    at(step) {
      const row = rowAt(trajectory, step);
      return row < 1 ? null : { step: steps[row], rate: learningRates[row] };
    },
  };
}
