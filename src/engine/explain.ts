import type { Task } from '../scene/scene.ts';
import { hasDiverged } from './outcome.ts';
import { COUNTERS, createStepper, type NamedVectors } from './stepper.ts';
import type { Checkpoint } from './trajectory.ts';

/** Every named quantity of one step: what the formulas print and the arrows draw. */
export interface Explanation {
  readonly t: number;
  /** η at this step. */
  readonly lr: number;
  /** θ before and after the step. */
  readonly theta: Float64Array;
  readonly thetaAfter: Float64Array;
  /** f at the two points. */
  readonly loss: number;
  readonly lossAfter: number;
  /** The gradient that entered the rule, with this step's noise, at the point the rule took it. */
  readonly g: Float64Array;
  readonly update: Float64Array;
  /** The optimizer's quantities before and after the step, work space included. */
  readonly before: NamedVectors;
  readonly after: NamedVectors;
  /** The same of each modifier, by its id. */
  readonly modifiersBefore: Readonly<Record<string, NamedVectors>>;
  readonly modifiersAfter: Readonly<Record<string, NamedVectors>>;
}

/**
 * Gives every quantity of step `t` back, by replay from a checkpoint.
 * @param t 1, 2, …
 * @param from a checkpoint of the same task before step t; the start if absent
 * @returns null if the run has no step t: it ended before, by divergence, a stop or its number of steps
 */
export function explain(task: Task, t: number, from?: Checkpoint): Explanation | null {
  if (t < 1 || t > task.steps) return null;
  const stepper = createStepper(task);
  const { memory, theta, problem } = stepper;
  if (from) {
    if (from.step >= t) throw new RangeError(`A checkpoint at step ${from.step} cannot explain step ${t}.`);
    memory.set(from.memory);
  }
  while (memory[COUNTERS.step] < t - 1) {
    if (hasDiverged(theta, problem.value(theta)) || stepper.advance()) return null;
  }
  const loss = problem.value(theta);
  if (hasDiverged(theta, loss)) return null;
  const thetaBefore = theta.slice();
  const before = copyAll(stepper.quantities);
  const modifiersBefore = mapValues(stepper.modifierQuantities, copyAll);
  if (stepper.advance()) return null;
  return {
    t,
    lr: stepper.learningRateAt(t),
    theta: thetaBefore,
    thetaAfter: theta.slice(),
    loss,
    lossAfter: problem.value(theta),
    g: stepper.g.slice(),
    update: stepper.update.slice(),
    before,
    after: copyAll(stepper.quantities),
    modifiersBefore,
    modifiersAfter: mapValues(stepper.modifierQuantities, copyAll),
  };
}

function copyAll(quantities: NamedVectors): NamedVectors {
  return mapValues(quantities, (vector) => vector.slice());
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
