import type { ProblemSelection } from '../problems/createProblem.ts';
import type { Found } from '../problems/data/fitMinimizers.ts';
import type { View } from './grid.ts';
import type { Isolines } from './isolines.ts';
import type { Levels } from './levels.ts';

/** Paint this window. A newer one takes its place at once: only the newest is answered in full. */
export interface PaintRequest extends View {
  readonly type: 'paint';
  readonly id: number;
  readonly problem: ProblemSelection;
  /** The theme's colours `#rrggbb` from the floor to the walls. */
  readonly ramp: readonly string[];
}

/**
 * The same window in another theme's colours, without computing f again. Isolines stay what they are, and what is still
 * to come of the `paint` comes in the new colours.
 */
export interface RecolourRequest {
  readonly type: 'recolour';
  readonly id: number;
  readonly ramp: readonly string[];
}

/** What is still to come of a `paint` is not wanted any more. */
export interface StopRequest {
  readonly type: 'stop';
  readonly id: number;
}

export type GroundRequest = PaintRequest | RecolourRequest | StopRequest;

/** The bitmap, which comes first and answers a `paint` or a `recolour`. */
export interface BandsReply {
  readonly type: 'bands';
  /** That of the latest `paint` or `recolour`, whose colours these are. */
  readonly id: number;
  /** Which of the ever finer passes over a `paint` this is, 1, 2, … */
  readonly pass: number;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** RGBA, width × height × 4 bytes. */
  readonly pixels: ArrayBuffer;
  readonly levels: Levels;
  /** `#rrggbb`, one more than there are levels. */
  readonly bandColors: readonly string[];
  /** Where f is least, if that had to be searched for: the page need not search, too. Null elsewhere. */
  readonly found: Found | null;
}

/** The lines, which follow the bands of a pass, at least of the last one, unless the `paint` was superseded. */
export interface IsolinesReply {
  readonly type: 'isolines';
  /** That of the `paint`. */
  readonly id: number;
  readonly pass: number;
  readonly isolines: Isolines;
  /** Whether this was the last pass: the `paint` is answered. */
  readonly isLast: boolean;
}

/** How far a `paint` is that takes long. */
export interface ProgressReply {
  readonly type: 'progress';
  /** That of the `paint`. */
  readonly id: number;
  /** The part of all passes that is done, 0 to 1. */
  readonly done: number;
}

export interface FailedReply {
  readonly type: 'failed';
  readonly id: number;
  /** English, for the console and a report; not for the map. */
  readonly message: string;
}

export type GroundReply = BandsReply | IsolinesReply | ProgressReply | FailedReply;
