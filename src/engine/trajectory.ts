import type { StopReason } from '../optimizers/optimizer.ts';

/** How a run ended. */
export type Ending =
  | { readonly kind: 'stopped'; readonly reason: StopReason }
  | { readonly kind: 'diverged' | 'saddle' | 'converged' | 'stalled' | 'finished' };

export type Outcome = Ending & {
  /** The number of its last point. */
  readonly step: number;
  /** All that the algorithm asked for, a step that could not be made included. */
  readonly evaluations: Evaluations;
};

/** What an algorithm has asked for so far. Recording and drawing are not counted. */
export interface Evaluations {
  readonly value: number;
  readonly gradient: number;
  readonly hessian: number;
}

/** Consecutive records of one run. Row i belongs to step `steps[i]`; step 0 is the start. */
export interface Piece {
  readonly steps: Uint32Array;
  /** Iterates, `dimension` numbers a row. */
  readonly points: Float64Array;
  /** f at each point, without noise or penalty. */
  readonly losses: Float64Array;
  /** ‖∇f‖ at each point, without noise or penalty. */
  readonly gradientNorms: Float64Array;
  /** Evaluations up to each point: value, gradient, Hessian, three numbers a row. */
  readonly evaluations: Float64Array;
}

/** The whole state of a run after a step, and where its points have been since the checkpoint before. */
export interface Checkpoint {
  readonly step: number;
  readonly memory: Float64Array;
  /** Least and greatest value of each parameter over the steps since the checkpoint before: min₀, max₀, min₁, … */
  readonly bounds: Float64Array;
}

/** A state is kept every so many steps; any step is replayed from the one before it. */
export const CHECKPOINT_INTERVAL = 1000;

/** The page keeps at most this many points of a run. */
export const MAX_KEPT_POINTS = 20_000;

const STRIDES = [1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 125, 200, 250, 500, 1000];

/** Every how many steps a long run is recorded; a divisor of the checkpoint interval. */
export function strideFor(steps: number): number {
  return STRIDES.find((stride) => steps / stride <= MAX_KEPT_POINTS) ?? CHECKPOINT_INTERVAL;
}
