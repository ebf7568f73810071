import { createBatches, type BatchSettings } from '../../src/random/batches.ts';
import { stepAt } from '../reading/stepSource.ts';

/** More rings than this hide what they ring. */
const MOST_RINGS = 600;
/** To draw larger batches takes longer than a frame has: they come at rest. */
const MOST_IN_MOTION = 2000;

/** The batch of a step. */
export interface RingedBatch {
  readonly step: number;
  readonly size: number;
  /** The samples that are ringed, each once, ascending; of a large batch only so many. */
  readonly ringed: Uint32Array;
  /** Whether it is so large that not all of its samples are ringed. */
  readonly isCut: boolean;
}

/** The batches of a scene, as the figure rings them. */
export interface Ringed {
  /**
   * The batch of the step that leads to a playhead; null where each step sees all samples, at the start, and for a large
   * batch in motion. The same step gives the same object.
   */
  at(playhead: number, isMoving: boolean): RingedBatch | null;
}

export function createRinged(settings: BatchSettings, count: number): Ringed {
  const batches = createBatches(settings, count);
  const size = settings.batchSize === 'full' ? count : settings.batchSize;
  // By epochs the whole set is put in order first.
  const cost = settings.order === 'epochs' ? Math.max(size, count) : size;
  let last: RingedBatch | null = null;
  return {
    at(playhead, isMoving) {
      const step = stepAt(playhead);
      if (step === 0 || (isMoving && cost > MOST_IN_MOTION)) return null;
      if (last?.step === step) return last;
      const batch = batches.at(step);
      if (batch === null) return null;
      const ringed = Uint32Array.from(new Set(batch.subarray(0, MOST_RINGS))).sort();
      last = { step, size: batch.length, ringed, isCut: batch.length > MOST_RINGS };
      return last;
    },
  };
}
