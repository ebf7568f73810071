import type { Vector } from '../linalg/vector.ts';
import type { ModifierContext, Oracle } from '../modifiers/modifier.ts';
import { MODIFIERS, type ModifierId } from '../modifiers/registry.ts';
import type { Quantities, StepContext, StopReason } from '../optimizers/optimizer.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Problem } from '../problems/problem.ts';
import { normal } from '../random/draws.ts';
import type { Task } from '../scene/scene.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import type { AnyValues } from '../specs/spec.ts';

/** Slots of the counters at the head of a run's memory. */
export const COUNTERS = { step: 0, value: 1, gradient: 2, hessian: 3, quiet: 4 } as const;
const COUNTER_COUNT = 5;

/** A step is quiet when ‖Δθ‖ ≤ this · max(1, ‖θ‖); ten quiet steps in a row are a stall. */
const QUIET = 1e-12;

/** The named vectors of a family member, as views into the run's memory. */
export type NamedVectors = Readonly<Record<string, Vector>>;

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
  readonly quantities: NamedVectors;
  /** By modifier id. */
  readonly modifierQuantities: Readonly<Record<string, NamedVectors>>;
  /** η of a step. */
  learningRateAt(t: number): number;
  /** Makes one step. A reason means that the step was not made and the run is over. */
  advance(): StopReason | null;
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

function sizeOf(quantities: Quantities, name: string, n: number, hyperparameters: AnyValues): number {
  return quantities[name].size?.(n, hyperparameters) ?? n;
}

/** Lays out a run's memory and binds its optimizer, modifiers, schedules and problem to it. */
export function createStepper(task: Task): Stepper {
  const problem = createProblem(task.problem);
  const n = problem.dimension;
  const { hyperparameters } = task.optimizer;
  const optimizer = OPTIMIZERS[task.optimizer.id];
  const modifiers = canonical(task);
  const families = [
    { id: '', quantities: optimizer.quantities, hyperparameters },
    ...modifiers.map(({ id, modifier, hyperparameters: h }) => ({
      id: id as string,
      quantities: modifier.quantities,
      hyperparameters: h,
    })),
  ];

  let total = COUNTER_COUNT + 4 * n;
  for (const family of families)
    for (const name of Object.keys(family.quantities))
      total += sizeOf(family.quantities, name, n, family.hyperparameters);
  const memory = new Float64Array(total);
  let offset = COUNTER_COUNT;
  const take = (size: number) => memory.subarray(offset, (offset += size));
  const theta = take(n);
  const g = take(n);
  const update = take(n);
  const before = take(n);
  const named: Record<string, NamedVectors> = {};
  for (const family of families)
    named[family.id] = Object.fromEntries(
      Object.keys(family.quantities).map((name) => [
        name,
        take(sizeOf(family.quantities, name, n, family.hyperparameters)),
      ]),
    );
  const quantities = named[''];

  theta.set(task.start);
  for (const { id, modifier } of modifiers) modifier.start?.(theta, named[id]);

  const base = createBaseOracle(task, problem, memory);
  let stopReason: StopReason | null = null;
  const modifierContexts: Record<string, ModifierContext> = {};
  let oracle: Oracle = base;
  for (const { id, modifier, hyperparameters: h } of modifiers) {
    const modifierContext: ModifierContext = {
      get t() {
        return context.t;
      },
      get lr() {
        return context.lr;
      },
      before,
      quantities: named[id],
    };
    modifierContexts[id] = modifierContext;
    oracle = modifier.wrap?.(oracle, modifierContext, h) ?? oracle;
  }
  const context: { -readonly [K in keyof StepContext]: StepContext[K] } = {
    theta,
    g,
    update,
    t: 0,
    lr: 0,
    gradient: oracle.gradient,
    value: oracle.value,
    hessian: oracle.hessian,
    stop(reason) {
      stopReason = reason;
    },
  };

  const learningRate = hyperparameters.learningRate as number;
  const schedules = task.schedule
    .filter(({ id }) => id !== 'constant')
    .map(
      ({ id, hyperparameters: h }) =>
        (t: number) =>
          SCHEDULES[id].factor(t, task.steps, h),
    );
  const learningRateAt = (t: number) => {
    let rate = learningRate;
    for (const factor of schedules) rate *= factor(t);
    return rate;
  };

  const { ownGradient } = optimizer;
  const { gradient } = oracle;
  const { project } = problem;
  const changes = modifiers
    .filter(({ modifier }) => 'changeUpdate' in modifier)
    .map(({ id, modifier, hyperparameters: h }) => {
      return () => modifier.changeUpdate?.(update, modifierContexts[id], h);
    });

  const isModified = modifiers.length > 0;

  // ∇f at the present θ, if the recorder has computed it: worth a whole pass over a large data set.
  const offered = new Float64Array(n);
  let hasOffer = false;
  const acceptsOffer =
    !ownGradient && oracle === base && task.sampling.noise === 0 && problem.samples === 0 && !problem.online;

  return {
    problem,
    memory,
    theta,
    g,
    update,
    before,
    quantities,
    modifierQuantities: Object.fromEntries(modifiers.map(({ id }) => [id, named[id]])),
    learningRateAt,
    offerGradient(gradient) {
      if (!acceptsOffer) return;
      offered.set(gradient);
      hasOffer = true;
    },
    advance() {
      const t = memory[COUNTERS.step] + 1;
      base.draw.t = t;
      context.t = t;
      context.lr = schedules.length === 0 ? learningRate : learningRateAt(t);
      if (isModified) before.set(theta);
      if (hasOffer) {
        g.set(offered);
        hasOffer = false;
        memory[COUNTERS.gradient] += 1;
      } else if (!ownGradient) gradient(theta, g);
      optimizer.step(context, quantities, hyperparameters);
      if (stopReason) return stopReason;
      if (isModified) for (const change of changes) change();
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
    },
  };
}

interface BaseOracle extends Oracle {
  /** What all evaluations share until its `t` changes. */
  readonly draw: { t: number; readonly batch: null };
}

/** The problem itself: counts each evaluation, and adds the step's noise to each gradient. */
function createBaseOracle({ sampling }: Task, problem: Problem, memory: Float64Array): BaseOracle {
  const draw = { t: 0, batch: null };
  const batchSize = sampling.batchSize === 'full' ? Number.POSITIVE_INFINITY : sampling.batchSize;
  const deviation = problem.samples === 0 ? sampling.noise / Math.sqrt(batchSize) : 0;
  const noise = new Float64Array(problem.dimension);
  let noiseStep = 0;
  return {
    draw,
    value(point) {
      memory[COUNTERS.value] += 1;
      return problem.value(point, draw);
    },
    gradient(point, out) {
      memory[COUNTERS.gradient] += 1;
      problem.gradient(point, out, draw);
      if (deviation === 0) return;
      if (noiseStep !== draw.t) {
        for (let i = 0; i < noise.length; i++)
          noise[i] = deviation * normal(sampling.seed, 'noise', draw.t, i);
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
