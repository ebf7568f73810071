import type { Vector } from '../linalg/vector.ts';
import type { Oracle } from '../modifiers/modifier.ts';
import { MODIFIERS, type ModifierId } from '../modifiers/registry.ts';
import type { StepContext, StopReason } from '../optimizers/optimizer.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Draw, Problem } from '../problems/problem.ts';
import { createBatches, isWholeSet } from '../random/batches.ts';
import { uniform } from '../random/draws.ts';
import { normalsInto } from '../random/normalTable.ts';
import type { Task } from '../scene/scene.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { COUNTERS, layOut, type NamedVectors } from './memory.ts';
import { createRates } from './rates.ts';

/** A step is quiet when ‖Δθ‖ ≤ this · max(1, ‖θ‖); ten quiet steps in a row are a stall. */
const QUIET = 1e-12;

/** One run, ready to be stepped. All of its state lies in `memory`. */
export interface Stepper {
  readonly problem: Problem;
  /**
   * One array for counters, θ, g, Δθ and all named quantities: a copy of it is a checkpoint, and copying it back
   * resumes the run bit for bit.
   */
  readonly memory: Float64Array;
  readonly theta: Vector;
  readonly g: Vector;
  readonly update: Vector;
  /** θ as it was before the last step. */
  readonly before: Vector;
  /** What all evaluations of the last step share; its batch is overwritten by the next. */
  readonly draw: Draw;
  readonly quantities: NamedVectors;
  /** By modifier id. */
  readonly modifierQuantities: Readonly<Record<string, NamedVectors>>;
  /** Of each schedule, in the order of the scene. */
  readonly scheduleQuantities: readonly NamedVectors[];
  /** The factor of each schedule at the next step t, in the order of the scene. */
  factorsAt(t: number): readonly number[];
  /**
   * Makes one step. A reason means that the step was not made and the run is over.
   * @param watch called as `update` grows: after the optimizer's own step, and after each modifier that changes it
   */
  advance(watch?: (stage: 'optimizer' | ModifierId) => void): StopReason | null;
  /** Offers ∇f at the present θ, so that the next step need not compute it again. */
  offerGradient(gradient: Vector): void;
}

/** The modifiers of a task in canonical order. */
function canonical(task: Task) {
  const ids = Object.keys(MODIFIERS) as ModifierId[];
  return task.modifiers
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map(({ id, hyperparameters }) => ({ id, modifier: MODIFIERS[id], hyperparameters }));
}

/** Lays out a run's memory and binds its optimizer, modifiers, schedules and problem to it. */
export function createStepper(task: Task): Stepper {
  const problem = createProblem(task.problem);
  const n = problem.dimension;
  const { hyperparameters } = task.optimizer;
  const optimizer = OPTIMIZERS[task.optimizer.id];
  const modifiers = canonical(task);
  const { memory, theta, g, update, before, named } = layOut(n, [
    { quantities: optimizer.quantities, hyperparameters },
    ...modifiers.map(({ modifier, hyperparameters: h }) => ({
      quantities: modifier.quantities,
      hyperparameters: h,
    })),
    ...task.schedule.map(({ id, hyperparameters: h }) => ({
      quantities: SCHEDULES[id].quantities,
      hyperparameters: h,
    })),
  ]);
  const quantities = named[0];
  const modifierQuantities = Object.fromEntries(modifiers.map(({ id }, i) => [id, named[1 + i]]));
  const scheduleQuantities = named.slice(1 + modifiers.length);

  theta.set(task.start);
  for (const { id, modifier } of modifiers) modifier.start?.(theta, modifierQuantities[id]);

  const base = createBaseOracle(task, problem, memory);
  const { sampling } = task;
  const isExact = problem.samples === 0 ? sampling.noise === 0 : isWholeSet(sampling, problem.samples);
  const repeatable = isExact && !problem.online;
  let stopReason: StopReason | null = null;
  const modifierContexts = modifiers.map(({ id }) => ({
    t: 0,
    lr: 0,
    before,
    quantities: modifierQuantities[id],
  }));
  let oracle: Oracle = base;
  for (const [i, { modifier, hyperparameters: h }] of modifiers.entries())
    oracle = modifier.wrap?.(oracle, modifierContexts[i], h) ?? oracle;
  const context: { -readonly [K in keyof StepContext]: StepContext[K] } = {
    theta,
    g,
    update,
    t: 0,
    lr: 0,
    gradient: oracle.gradient,
    valueInto: oracle.valueInto,
    hessian: oracle.hessian,
    randomSign: (index) => (uniform(sampling.seed, 'curvature', context.t, index) < 0.5 ? -1 : 1),
    repeatable,
    stop(reason) {
      stopReason = reason;
    },
  };

  const rates = createRates(task, scheduleQuantities);
  const hasSchedule = task.schedule.some(({ id }) => id !== 'constant');
  const rate = Float64Array.of(rates.at(1));
  const loss = new Float64Array(1);
  const observe = () => {
    base.wholeInto(theta, loss);
    rates.observe(loss, memory[COUNTERS.step]);
  };

  const { ownGradient } = optimizer;
  const { gradient } = oracle;
  const { project } = problem;
  const changes = modifiers.flatMap(({ id, modifier, hyperparameters: h }, i) =>
    'changeUpdate' in modifier
      ? { id, apply: () => modifier.changeUpdate?.(update, modifierContexts[i], h) }
      : [],
  );

  const isModified = modifiers.length > 0;

  // ∇f at the present θ, if the recorder has computed it: worth a whole pass over a large data set.
  const offered = new Float64Array(n);
  let hasOffer = false;
  const acceptsOffer = !ownGradient && oracle === base && repeatable;

  const advance: Stepper['advance'] = (watch) => {
    const t = memory[COUNTERS.step] + 1;
    base.begin(t);
    context.t = t;
    context.lr = rate[0];
    memory[COUNTERS.rate] = rate[0];
    if (isModified) {
      // Not `set`, a call of which takes longer than this for a few parameters.
      for (let i = 0; i < n; i++) before[i] = theta[i];
      for (let i = 0; i < modifierContexts.length; i++) {
        modifierContexts[i].t = t;
        modifierContexts[i].lr = context.lr;
      }
    }
    if (hasOffer) {
      g.set(offered);
      hasOffer = false;
      memory[COUNTERS.gradient] += 1;
    } else if (!ownGradient) gradient(theta, g);
    optimizer.step(context, quantities, hyperparameters);
    if (stopReason) return stopReason;
    watch?.('optimizer');
    if (isModified)
      for (let i = 0; i < changes.length; i++) {
        changes[i].apply();
        watch?.(changes[i].id);
      }
    let moved = 0;
    let norm = 0;
    for (let i = 0; i < n; i++) {
      before[i] = theta[i];
      theta[i] += update[i];
      moved += (theta[i] - before[i]) ** 2;
      norm += theta[i] ** 2;
    }
    if (project) {
      project(theta);
      moved = 0;
      for (let i = 0; i < n; i++) moved += (theta[i] - before[i]) ** 2;
    }
    memory[COUNTERS.step] = t;
    memory[COUNTERS.quiet] = moved <= QUIET * QUIET * Math.max(1, norm) ? memory[COUNTERS.quiet] + 1 : 0;
    return null;
  };

  // A function of its own: the compiler has room for so much code in one.
  const advanceScheduled: Stepper['advance'] = (watch) => {
    const t = memory[COUNTERS.step] + 1;
    if (rates.watchesLosses && t === 1) {
      base.begin(t);
      observe();
    }
    rates.into(rate, t);
    const stopped = advance(watch);
    if (rates.watchesLosses && !stopped) observe();
    return stopped;
  };

  return {
    problem,
    memory,
    theta,
    g,
    update,
    before,
    draw: base.draw,
    quantities,
    modifierQuantities,
    scheduleQuantities,
    factorsAt: rates.factorsAt,
    offerGradient(gradient) {
      if (!acceptsOffer) return;
      offered.set(gradient);
      hasOffer = true;
    },
    advance: hasSchedule ? advanceScheduled : advance,
  };
}

interface BaseOracle extends Oracle {
  /** What all evaluations of a step share. */
  readonly draw: Draw;
  /** The evaluations to come are those of step t. */
  begin(t: number): void;
  /** f of all samples, into the first entry. */
  readonly wholeInto: Oracle['valueInto'];
}

/**
 * The problem with its evaluations counted. On a test surface the step's noise is added to each gradient; on a data
 * problem each evaluation is of the step's batch.
 */
function createBaseOracle({ sampling }: Task, problem: Problem, memory: Float64Array): BaseOracle {
  const draw: { t: number; batch: Draw['batch'] } = { t: 0, batch: null };
  const whole = { t: 0, batch: null };
  const batches = createBatches(sampling, problem.samples);
  const batchSize = sampling.batchSize === 'full' ? Number.POSITIVE_INFINITY : sampling.batchSize;
  const deviation = problem.samples === 0 ? sampling.noise / Math.sqrt(batchSize) : 0;
  const noise = new Float64Array(problem.dimension);
  let noiseStep = 0;
  return {
    draw,
    begin(t) {
      draw.t = t;
      draw.batch = batches.at(t);
      whole.t = t;
    },
    wholeInto(point, out) {
      memory[COUNTERS.value] += 1;
      problem.valueInto(point, out, whole);
    },
    valueInto(point, out) {
      memory[COUNTERS.value] += 1;
      problem.valueInto(point, out, draw);
    },
    gradient(point, out) {
      memory[COUNTERS.gradient] += 1;
      problem.gradient(point, out, draw);
      if (deviation === 0) return;
      if (noiseStep !== draw.t) {
        normalsInto(noise, sampling.seed, 'noise', draw.t);
        for (let i = 0; i < noise.length; i++) noise[i] *= deviation;
        noiseStep = draw.t;
      }
      for (let i = 0; i < noise.length; i++) out[i] += noise[i];
    },
    hessian(point, out) {
      memory[COUNTERS.hessian] += 1;
      problem.hessian(point, out, draw);
    },
  };
}
