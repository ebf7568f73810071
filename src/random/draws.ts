import { philox } from './philox.ts';

/**
 * What a draw is for. Each purpose has its own stream, so that adding one never shifts another.
 * The numbers are part of every shared link's meaning: never change one.
 */
export const PURPOSES = { noise: 1, batch: 2, shuffle: 3, curvature: 4, data: 5 } as const;
export type Purpose = keyof typeof PURPOSES;

const counter = new Uint32Array(4);
const key = new Uint32Array(2);
const words = new Uint32Array(4);
const TWO_TO_MINUS_53 = 2 ** -53;

function hash(seed: number, purpose: Purpose, step: number, index: number): void {
  counter[0] = index;
  counter[1] = step;
  counter[2] = PURPOSES[purpose];
  key[0] = seed;
  philox(counter, key, words);
}

/** 53 random bits from two words, as a number in [0, 1). */
function unit(high: number, low: number): number {
  return ((high >>> 5) * 0x4000000 + (low >>> 6)) * TWO_TO_MINUS_53;
}

/**
 * A uniform number in [0, 1): a pure function of its arguments.
 * @param seed unsigned 32-bit
 */
export function uniform(seed: number, purpose: Purpose, step: number, index: number): number {
  hash(seed, purpose, step, index);
  return unit(words[0], words[1]);
}

/** A standard normal number by Box and Muller (1958), from one hash: a pure function of its arguments. */
export function normal(seed: number, purpose: Purpose, step: number, index: number): number {
  hash(seed, purpose, step, index);
  const radius = Math.sqrt(-2 * Math.log(1 - unit(words[0], words[1])));
  return radius * Math.cos(2 * Math.PI * unit(words[2], words[3]));
}

/** Writes ⌊below · uniform⌋ of each index into `out` from `offset` on: whole numbers from 0 to below − 1, with replacement. */
export function integersInto(
  out: Uint32Array,
  offset: number,
  count: number,
  below: number,
  seed: number,
  purpose: Purpose,
  step: number,
): void {
  for (let i = 0; i < count; i++) {
    hash(seed, purpose, step, i);
    out[offset + i] = Math.floor(unit(words[0], words[1]) * below);
  }
}

/**
 * Writes a permutation of 0 … count − 1 into `out` from `offset` on, by the shuffle of Fisher and Yates from the last
 * entry to the first: entry i is exchanged with entry ⌊(i + 1) · uniform⌋ of index i.
 */
export function permutationInto(
  out: Uint32Array,
  offset: number,
  count: number,
  seed: number,
  purpose: Purpose,
  step: number,
): void {
  for (let i = 0; i < count; i++) out[offset + i] = i;
  for (let i = count - 1; i > 0; i--) {
    hash(seed, purpose, step, i);
    const other = offset + Math.floor(unit(words[0], words[1]) * (i + 1));
    const moved = out[offset + i];
    out[offset + i] = out[other];
    out[other] = moved;
  }
}
