import { OPTIMIZERS } from '../optimizers/registry.ts';
import type { Task } from '../scene/scene.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import type { NamedVectors } from './memory.ts';

/** The learning rate of a run, step by step. */
export interface Rates {
  /** η at update t: the learning rate times every factor. For a schedule that watches losses, t is the next update. */
  readonly at: (t: number) => number;
  /** The factor of each schedule at update t, in the order of the scene. */
  readonly factorsAt: (t: number) => readonly number[];
  /** Whether a schedule depends on the run's losses and must be told them. */
  readonly watchesLosses: boolean;
  /** Tells the schedules f(θ) at the start (t = 0) and after each update. */
  observe(loss: number, t: number): void;
}

/** @param quantities what each schedule of the task remembers, in the order of the scene */
export function createRates(
  task: Pick<Task, 'optimizer' | 'schedule' | 'steps'>,
  quantities: readonly NamedVectors[],
): Rates {
  const { id, hyperparameters: settings } = task.optimizer;
  const learningRate = settings[OPTIMIZERS[id].rate] as number;
  const all = task.schedule.map(({ id, hyperparameters }, i) => {
    const schedule = SCHEDULES[id];
    return {
      factor: (t: number) => schedule.factor(t, task.steps, hyperparameters, quantities[i]),
      observe: schedule.observe
        ? (loss: number, t: number) => schedule.observe?.(loss, t, quantities[i], hyperparameters)
        : null,
    };
  });
  // A constant factor is not worth a call a step.
  const factors = all.filter((_, i) => task.schedule[i].id !== 'constant').map(({ factor }) => factor);
  const observers = all.flatMap(({ observe }) => observe ?? []);
  return {
    at(t) {
      let rate = learningRate;
      for (const factor of factors) rate *= factor(t);
      return rate;
    },
    factorsAt: (t) => all.map(({ factor }) => factor(t)),
    watchesLosses: observers.length > 0,
    observe(loss, t) {
      for (const observe of observers) observe(loss, t);
    },
  };
}
