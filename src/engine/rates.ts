import type { Vector } from '../linalg/vector.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import type { Task } from '../scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../schedules/registry.ts';
import type { Schedule } from '../schedules/schedule.ts';
import type { AnyValues } from '../specs/spec.ts';
import type { NamedVectors } from './memory.ts';

/** The learning rate of a run, step by step. */
export interface Rates {
  /**
   * η at update t, into the first entry: the learning rate times every factor. For a schedule that watches losses, t is
   * the next update.
   */
  readonly into: (out: Vector, t: number) => void;
  /** The same as a number, for whoever does not ask in each step. */
  readonly at: (t: number) => number;
  /** The factor of each schedule at update t, in the order of the scene. */
  readonly factorsAt: (t: number) => readonly number[];
  /** Whether a schedule depends on the run's losses and must be told them. */
  readonly watchesLosses: boolean;
  /** Tells the schedules f(θ), in the first entry, at the start (t = 0) and after each update. */
  observe(loss: Vector, t: number): void;
}

/** A schedule of a task with what it reads. */
interface Part {
  readonly id: ScheduleId;
  readonly schedule: Schedule;
  readonly hyperparameters: AnyValues;
  readonly quantities: NamedVectors;
}

/** @param quantities what each schedule of the task remembers, in the order of the scene */
export function createRates(
  task: Pick<Task, 'optimizer' | 'schedule' | 'steps'>,
  quantities: readonly NamedVectors[],
): Rates {
  const { id, hyperparameters: settings } = task.optimizer;
  const learningRate = settings[OPTIMIZERS[id].rate] as number;
  const all = task.schedule.map(({ id, hyperparameters }, i): Part => ({
    id,
    schedule: SCHEDULES[id],
    hyperparameters,
    quantities: quantities[i],
  }));
  // A constant factor is not worth a call a step.
  const varying = all.filter(({ id }) => id !== 'constant');
  const observers = all.filter(({ schedule }) => schedule.observe !== undefined);
  const factor = new Float64Array(1);
  const rate = new Float64Array(1);
  const into = (out: Vector, t: number) => {
    out[0] = learningRate;
    for (let i = 0; i < varying.length; i++) {
      const { schedule, hyperparameters, quantities } = varying[i];
      schedule.factorInto(factor, t, task.steps, hyperparameters, quantities);
      out[0] *= factor[0];
    }
  };
  return {
    into,
    at(t) {
      into(rate, t);
      return rate[0];
    },
    factorsAt: (t) =>
      all.map(({ schedule, hyperparameters, quantities }) =>
        schedule.factor(t, task.steps, hyperparameters, quantities),
      ),
    watchesLosses: observers.length > 0,
    observe(loss, t) {
      for (const { schedule, hyperparameters, quantities } of observers)
        schedule.observe?.(loss, t, quantities, hyperparameters);
    },
  };
}
