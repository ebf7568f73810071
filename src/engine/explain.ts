import type { ModifierId } from '../modifiers/registry.ts';
import type { Task } from '../scene/scene.ts';
import { hasDiverged } from './outcome.ts';
import { COUNTERS, type NamedVectors } from './memory.ts';
import { createStepper } from './stepper.ts';
import type { Checkpoint } from './trajectory.ts';

/** Every named quantity of one step: what the formulas print and the arrows draw. */
export interface Explanation {
  readonly t: number;
  /** η at this step, and the factor of each schedule in it, in the order of the scene. */
  readonly lr: number;
  readonly factors: readonly number[];
  /** θ before and after the step. */
  readonly theta: Float64Array;
  readonly thetaAfter: Float64Array;
  /** f at the two points, of all samples. */
  readonly loss: number;
  readonly lossAfter: number;
  /** Indices of the samples that the step was told of, in the order of their draws; null is all, or a problem without samples. */
  readonly batch: Uint32Array | null;
  /** The gradient that entered the rule, with this step's noise or of its batch, at the point the rule took it. */
  readonly g: Float64Array;
  readonly update: Float64Array;
  /** Δθ as the optimizer left it, and as each modifier that changes it did, in their canonical order. */
  readonly updateStages: readonly UpdateStage[];
  /** The optimizer's quantities before and after the step, work space included. */
  readonly before: NamedVectors;
  readonly after: NamedVectors;
  /** The same of each modifier, by its id. */
  readonly modifiersBefore: Readonly<Record<string, NamedVectors>>;
  readonly modifiersAfter: Readonly<Record<string, NamedVectors>>;
  /** The same of each schedule, in the order of the scene; before the step they hold what its η was made from. */
  readonly schedulesBefore: readonly NamedVectors[];
  readonly schedulesAfter: readonly NamedVectors[];
}

/** Δθ on its way from the optimizer through the modifiers. */
export interface UpdateStage {
  readonly by: 'optimizer' | ModifierId;
  readonly update: Float64Array;
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
  const f = new Float64Array(1);
  while (memory[COUNTERS.step] < t - 1) {
    problem.valueInto(theta, f);
    if (hasDiverged(theta, f[0]) || stepper.advance()) return null;
  }
  const loss = problem.value(theta);
  if (hasDiverged(theta, loss)) return null;
  const thetaBefore = theta.slice();
  const before = copyAll(stepper.quantities);
  const modifiersBefore = mapValues(stepper.modifierQuantities, copyAll);
  const updateStages: UpdateStage[] = [];
  let factors: readonly number[] = [];
  let schedulesBefore: readonly NamedVectors[] = [];
  const stopped = stepper.advance((by) => {
    if (by === 'optimizer') {
      // Not before the step: the first one has the schedules see the start.
      factors = stepper.factorsAt(t);
      schedulesBefore = stepper.scheduleQuantities.map(copyAll);
    }
    updateStages.push({ by, update: stepper.update.slice() });
  });
  if (stopped) return null;
  return {
    t,
    lr: memory[COUNTERS.rate],
    factors,
    theta: thetaBefore,
    thetaAfter: theta.slice(),
    loss,
    lossAfter: problem.value(theta),
    batch: stepper.draw.batch?.slice() ?? null,
    g: stepper.g.slice(),
    update: stepper.update.slice(),
    updateStages,
    before,
    after: copyAll(stepper.quantities),
    modifiersBefore,
    modifiersAfter: mapValues(stepper.modifierQuantities, copyAll),
    schedulesBefore,
    schedulesAfter: stepper.scheduleQuantities.map(copyAll),
  };
}

function copyAll(quantities: NamedVectors): NamedVectors {
  return mapValues(quantities, (vector) => vector.slice());
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, change: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
}
