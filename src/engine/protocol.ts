import type { Task } from '../scene/scene.ts';
import type { Explanation } from './explain.ts';
import type { Trail } from './lightRun.ts';
import type { Outcome, Piece } from './trajectory.ts';

/**
 * Messages between the page and the worker that computes runs. A run has a number that the page gives it; a
 * question has a number of its own, and always gets one answer.
 */
export type ToEngine =
  | {
      readonly type: 'run';
      readonly run: number;
      readonly task: Task;
      readonly stride: number;
      /** Whether f and ∇f are asked for at its rows alone. */
      readonly isLight: boolean;
      /**
       * Runs of one turn wait until those under way have ended, and take the place of another turn that still waits; null
       * begins at once. So a worker has what to go on with, however busy the page is.
       */
      readonly turn: number | null;
    }
  /** The run is superseded or no longer looked at: whatever is left of it is not computed. */
  | { readonly type: 'forget'; readonly run: number }
  /** Every row from step `from` to step `to`, of a run that was recorded with a stride. */
  | {
      readonly type: 'replay';
      readonly question: number;
      readonly run: number;
      readonly from: number;
      readonly to: number;
    }
  | { readonly type: 'explain'; readonly question: number; readonly run: number; readonly step: number }
  /** Are you there? */
  | { readonly type: 'ping' };

export type FromEngine =
  /** What a slice of work has brought: pieces in order, and after them the runs that have ended. */
  | {
      readonly type: 'progress';
      readonly pieces: readonly {
        readonly run: number;
        readonly piece: Piece;
        /** The points of all steps since the piece before, of a light run. */
        readonly trail: Trail | null;
      }[];
      readonly ended: readonly { readonly run: number; readonly outcome: Outcome }[];
    }
  /** Null if the run is not known any more. */
  | { readonly type: 'replayed'; readonly question: number; readonly piece: Piece | null }
  /** Null if the run is not known any more, or ended before the step. */
  | { readonly type: 'explained'; readonly question: number; readonly explanation: Explanation | null }
  | { readonly type: 'pong' };
