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

/**
 * What an algorithm has asked for, as a number of gradients, so that runs can be compared by it. A gradient counts 1; a
 * Hessian of n parameters n, because it is as many Hessian-vector products, each about the price of a gradient; and a
 * value 1 as well, though it is somewhat cheaper, because a search that asks for many should not look free.
 */
export function gradientsWorth({ value, gradient, hessian }: Evaluations, n: number): number {
  return gradient + n * hessian + value;
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
  /**
   * How far the step that led to each point went for its gradient, 1 + n numbers a row: ‖Δθ‖/‖∇f‖, then |Δθᵢ|/|∇ᵢf| of
   * each coordinate. ∇f is that at the point before, without noise or penalty; for SGD without either, each is η. NaN at
   * the start and where both are 0, infinite where only the gradient is.
   */
  readonly effectiveSteps: Float64Array;
  /** η of the step that led to each point, schedules included; NaN at the start. */
  readonly learningRates: Float64Array;
  /**
   * Least and greatest loss of all steps since the row before, this row's included, two numbers a row: what a run
   * recorded with a stride would hide. NaN where none of these losses is a number.
   */
  readonly lossRanges: Float64Array;
}

/** The columns of a piece beside `steps`. */
export type Column = Exclude<keyof Piece, 'steps'>;

/** Fills each column of a piece for n parameters; `width` is how many numbers a row has in it. */
export function pieceOf(
  n: number,
  steps: Uint32Array,
  fill: (column: Column, width: number) => Float64Array,
): Piece {
  return {
    steps,
    points: fill('points', n),
    losses: fill('losses', 1),
    gradientNorms: fill('gradientNorms', 1),
    evaluations: fill('evaluations', 3),
    effectiveSteps: fill('effectiveSteps', 1 + n),
    learningRates: fill('learningRates', 1),
    lossRanges: fill('lossRanges', 2),
  };
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

/**
 * Every how many steps a long run is recorded; a divisor of the checkpoint interval.
 * @param most points to be kept, about
 */
export function strideFor(steps: number, most = MAX_KEPT_POINTS): number {
  return STRIDES.find((stride) => steps / stride <= most) ?? CHECKPOINT_INTERVAL;
}
