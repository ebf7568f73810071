import type { ProblemSelection } from '../problems/createProblem.ts';
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

/** The same window in another theme's colours, without computing f again. Isolines stay what they are. */
export interface RecolourRequest {
  readonly type: 'recolour';
  readonly id: number;
  readonly ramp: readonly string[];
}

export type GroundRequest = PaintRequest | RecolourRequest;

/** The bitmap, which comes first and answers a `paint` or a `recolour`. */
export interface BandsReply {
  readonly type: 'bands';
  readonly id: number;
  /** Device pixels. */
  readonly width: number;
  readonly height: number;
  /** RGBA, width × height × 4 bytes. */
  readonly pixels: ArrayBuffer;
  readonly levels: Levels;
  /** `#rrggbb`, one more than there are levels. */
  readonly bandColors: readonly string[];
}

/** The lines, which follow a `paint` unless it was superseded. */
export interface IsolinesReply {
  readonly type: 'isolines';
  readonly id: number;
  readonly isolines: Isolines;
}

export interface FailedReply {
  readonly type: 'failed';
  readonly id: number;
  /** English, for the console and a report; not for the map. */
  readonly message: string;
}

export type GroundReply = BandsReply | IsolinesReply | FailedReply;
