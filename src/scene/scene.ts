import type { TopicId } from '../losses/topics/registry.ts';
import type { ModifierId } from '../modifiers/registry.ts';
import type { OptimizerId } from '../optimizers/registry.ts';
import type { ProblemSelection } from '../problems/createProblem.ts';
import type { Domain } from '../problems/problem.ts';
import type { ScheduleId } from '../schedules/registry.ts';
import { LECTURES } from '../specs/citation.ts';
import type { AnyValues } from '../specs/spec.ts';

/** At most this many runs share a map: twelve is what colours, dashes and markers can tell apart. */
export const MAX_RUNS = 12;
export const MAX_STEPS = 1_000_000;
/** A |θᵢ| above this has diverged; a start must lie within. */
export const DIVERGED_ABOVE = 1e8;

/** A member of a family with all its hyperparameters. */
export interface Choice<Id extends string> {
  readonly id: Id;
  readonly hyperparameters: AnyValues;
}

/** How the samples of a batch are drawn: each from all, or each once an epoch, in an order that is shuffled anew. */
export const SAMPLING_ORDERS = ['replacement', 'epochs'] as const;

export interface Sampling {
  /** Unsigned 32-bit. */
  readonly seed: number;
  /** Standard deviation of each gradient coordinate's noise at batch size 1, on a test surface. */
  readonly noise: number;
  /** Samples a step on a data problem; on a surface it divides the noise by its root. */
  readonly batchSize: number | 'full';
  /** On a data problem. */
  readonly order: (typeof SAMPLING_ORDERS)[number];
}

export interface Run {
  readonly optimizer: Choice<OptimizerId>;
  /** Factors of the learning rate; they multiply. */
  readonly schedule: readonly Choice<ScheduleId>[];
  readonly modifiers: readonly Choice<ModifierId>[];
  /** Given by a person; null shows the optimizer's own name. */
  readonly name: string | null;
  /** 1 … 12: its colour, dash and marker. */
  readonly slot: number;
  readonly hidden: boolean;
}

/** At most so many runs with other noise are shown around the focused one. */
export const MAX_CLOUD = 50;

export const THEMES = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof THEMES)[number];

/** What the chart draws of each run. */
export const CHART_QUANTITIES = ['loss', 'distance', 'gradient', 'step'] as const;
/** `auto` is logarithmic wherever the values allow it. */
export const CHART_SCALES = ['auto', 'log', 'linear'] as const;
export const CHART_AXES = ['steps', 'evaluations'] as const;

/** How the chart shows the runs. */
export interface ChartView {
  readonly quantity: (typeof CHART_QUANTITIES)[number];
  readonly scale: (typeof CHART_SCALES)[number];
  /** What runs along x. */
  readonly against: (typeof CHART_AXES)[number];
  /** The stretch of x on the chart; null is all of it. */
  readonly range: readonly [number, number] | null;
}

/** What stands in the formulas of a step. */
export const READING_NUMBERS = ['symbols', 'numbers', 'both'] as const;
/** In whose form a rule is shown: the product's own, or as a lecture prints it. */
export const READING_FORMS = ['own', ...LECTURES] as const;

/** How the focused run's step at the playhead is read. */
export interface ReadingView {
  readonly numbers: (typeof READING_NUMBERS)[number];
  readonly form: (typeof READING_FORMS)[number];
  /** Whether the Hessian's eigenvalues and axes are shown. */
  readonly curvature: boolean;
}

/** The page of the room of losses that is open, with what is set on it. */
export interface LossesView {
  readonly topic: TopicId;
  readonly values: AnyValues;
}

/**
 * What is shown of a data problem beside its map: the samples with the runs' lines, the scatter of a batch's gradient, its
 * deviation against the batch size, or nothing.
 */
export const DATA_PARTS = ['samples', 'scatter', 'law', 'hidden'] as const;
export type DataPart = (typeof DATA_PARTS)[number];

/** Factors of the speed of playback. */
export const SLOWEST = 0.25;
export const FASTEST = 16;

/** What one looked at. It restores a picture and changes no number; the command line ignores it. */
export interface View {
  /** Index of the focused run. */
  readonly focus?: number;
  /** The step shown. */
  readonly playhead?: number;
  /**
   * The part of the plane shown, in its coordinates; the problem's domain if absent. Where time runs to the right (a plane of
   * `time`), x is the part of a run, from 0 to 1, whatever its number of steps.
   */
  readonly window?: Domain;
  readonly theme?: Theme;
  /** Whether the focused run's row is unfolded. */
  readonly unfolded?: boolean;
  readonly chart?: Partial<ChartView>;
  /** Present while the focused run's step is read. */
  readonly reading?: Partial<ReadingView>;
  readonly speed?: number;
  readonly loop?: boolean;
  /** How many seeds the focused run is shown with, its own first; 0, as if absent, shows it alone. */
  readonly cloud?: number;
  readonly data?: DataPart;
  /** Present while the losses are shown in place of the map. */
  readonly losses?: LossesView;
}

/** Everything that a link must reproduce, complete: no default is left open. */
export interface Scene {
  readonly version: 1;
  readonly problem: ProblemSelection;
  readonly start: readonly number[];
  readonly steps: number;
  readonly sampling: Sampling;
  readonly runs: readonly Run[];
  readonly view: View;
}

/** What one run's numbers depend on, and nothing else: equal tasks give equal paths, bit for bit. */
export interface Task {
  readonly problem: ProblemSelection;
  readonly start: readonly number[];
  readonly steps: number;
  readonly sampling: Sampling;
  readonly optimizer: Choice<OptimizerId>;
  readonly schedule: readonly Choice<ScheduleId>[];
  readonly modifiers: readonly Choice<ModifierId>[];
}

export function taskOf({ problem, start, steps, sampling }: Scene, run: Run): Task {
  return {
    problem,
    start,
    steps,
    sampling,
    optimizer: run.optimizer,
    schedule: run.schedule,
    modifiers: run.modifiers,
  };
}

/** Equal for equal tasks: what a cache of trajectories is keyed by. */
export function taskKey(task: Task): string {
  return JSON.stringify(task);
}
