import type { Sampling } from '../scene/scene.ts';
import { integersInto, permutationInto } from './draws.ts';

/** What the batches of a run depend on, beside the number of samples. */
export type BatchSettings = Pick<Sampling, 'seed' | 'batchSize' | 'order'>;

/** A batch that is drawn with replacement may be larger than the data set, but not without bounds. */
export const MAX_BATCH = 1_000_000;

/** The batches of a run, step by step. */
export interface Batches {
  /**
   * The indices of the samples of step t = 1, 2, …; null is the whole data set. The array belongs to the drawer, and the
   * next call writes over it. Any step may be asked for, in any order.
   */
  at(t: number): Uint32Array | null;
}

const WHOLE: Batches = { at: () => null };

/**
 * The samples of step t = 1, 2, …, by index: a pure function of its arguments. Null is the whole data set. Who wants many
 * steps keeps a drawer of `createBatches`.
 * @param count number of samples; 0 has no batches
 */
export function batchAt(settings: BatchSettings, count: number, t: number): Uint32Array | null {
  return createBatches(settings, count).at(t)?.slice() ?? null;
}

/**
 * Draws batches, and allocates nothing in a step. With replacement each index is a draw of its own. By epochs, each
 * epoch goes through a permutation of its own in ⌈N/B⌉ batches, of which the last may be smaller; a batch of all samples
 * is the whole set.
 */
export function createBatches(settings: BatchSettings, count: number): Batches {
  const { seed, batchSize, order } = settings;
  if (isWholeSet(settings, count) || batchSize === 'full') return WHOLE;
  return order === 'epochs' ? epochsOf(seed, batchSize, count) : independent(seed, batchSize, count);
}

/** Whether every step sees the whole data set: then nothing is drawn. */
export function isWholeSet({ batchSize, order }: Omit<BatchSettings, 'seed'>, count: number): boolean {
  return count === 0 || batchSize === 'full' || (order === 'epochs' && batchSize >= count);
}

/** Where a step lies in its epoch: epoch 1, 2, …, and batch 1 … `batches` of it. */
export interface EpochPlace {
  readonly epoch: number;
  readonly batch: number;
  readonly batches: number;
}

/** The epoch of step t; null where samples are drawn with replacement, and where no batch is drawn. */
export function epochAt(settings: Omit<BatchSettings, 'seed'>, count: number, t: number): EpochPlace | null {
  const { batchSize, order } = settings;
  if (order !== 'epochs' || batchSize === 'full' || isWholeSet(settings, count)) return null;
  const batches = Math.ceil(count / batchSize);
  return { epoch: Math.floor((t - 1) / batches) + 1, batch: ((t - 1) % batches) + 1, batches };
}

function independent(seed: number, size: number, count: number): Batches {
  const batch = new Uint32Array(size);
  const kept = keptIndices(`replacement ${seed} ${size} ${count}`);
  return {
    at(t) {
      const offset = (t - 1) * size;
      const values = kept.upTo(offset + size);
      if (values === null) integersInto(batch, 0, size, count, seed, 'batch', t);
      else {
        if (values[offset] === UNKNOWN) integersInto(values, offset, size, count, seed, 'batch', t);
        copyInto(batch, values, offset);
      }
      return batch;
    },
  };
}

function epochsOf(seed: number, size: number, count: number): Batches {
  const batches = Math.ceil(count / size);
  const batch = new Uint32Array(size);
  const last = batch.subarray(0, count - (batches - 1) * size);
  const kept = keptIndices(`epochs ${seed} ${count}`);
  let permutation: Uint32Array | null = null;
  let permuted = -1;
  return {
    at(t) {
      const epoch = Math.floor((t - 1) / batches);
      const place = t - 1 - epoch * batches;
      const out = place === batches - 1 ? last : batch;
      const values = kept.upTo((epoch + 1) * count);
      if (values === null) {
        permutation ??= new Uint32Array(count);
        if (permuted !== epoch) permutationInto(permutation, 0, count, seed, 'shuffle', epoch + 1);
        permuted = epoch;
        copyInto(out, permutation, place * size);
      } else {
        if (values[epoch * count] === UNKNOWN)
          permutationInto(values, epoch * count, count, seed, 'shuffle', epoch + 1);
        copyInto(out, values, epoch * count + place * size);
      }
      return out;
    },
  };
}

function copyInto(out: Uint32Array, values: Uint32Array, offset: number): void {
  for (let i = 0; i < out.length; i++) out[i] = values[offset + i];
}

/** No index: what has not been drawn yet. */
const UNKNOWN = 0xffffffff;
/** So many indices of one kind of batches are kept; those of later steps are drawn anew each time. */
const MOST_KEPT = 2 ** 17;
/** So many kinds: a cloud of seeds and the runs beside it. */
const MOST_KINDS = 64;

/** The first indices of all steps, one step after the other. */
interface Kept {
  /** The indices, with room for so many; null where these are too many to be kept. */
  upTo(length: number): Uint32Array | null;
}

const kinds = new Map<string, Kept>();

/** All runs of a scene see the same batches, again and again while a hand moves: a draw is dearer than its sample. */
function keptIndices(kind: string): Kept {
  const kept = kinds.get(kind) ?? newIndices();
  kinds.delete(kind);
  kinds.set(kind, kept);
  const [oldest] = kinds.keys();
  if (kinds.size > MOST_KINDS) kinds.delete(oldest);
  return kept;
}

function newIndices(): Kept {
  let values = new Uint32Array(0);
  return {
    upTo(length) {
      if (length > MOST_KEPT) return null;
      if (length > values.length) {
        const larger = new Uint32Array(Math.min(MOST_KEPT, Math.max(2 * length, 1024))).fill(UNKNOWN);
        larger.set(values);
        values = larger;
      }
      return values;
    },
  };
}
