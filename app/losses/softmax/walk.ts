import type { Logarithm } from '../../../src/losses/walk/logarithm.ts';
import type { SoftmaxReading } from '../../../src/losses/walk/softmaxReading.ts';
import type { PrintedWalk, SoftmaxWalk } from '../../../src/losses/walk/softmaxWalk.ts';
import type { PrintedNumber } from '../../../src/reading/reading.ts';
import type { useLossValues } from '../useLossValues.ts';

/** What all stages of the walk-through are drawn from. */
export interface Walk {
  readonly scores: readonly number[];
  /** Its index. */
  readonly trueClass: number;
  readonly logarithm: Logarithm;
  readonly stages: SoftmaxWalk;
  readonly printed: PrintedWalk;
  /** What the engine computes. */
  readonly reading: SoftmaxReading;
  /** The engine's loss in the chosen logarithm. */
  readonly loss: PrintedNumber;
}

export type SoftmaxValues = ReturnType<typeof useLossValues<'softmax'>>;
