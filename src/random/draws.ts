import { philox } from './philox.ts';

/**
 * What a draw is for. Each purpose has its own stream, so that adding one never shifts another.
 * The numbers are part of every shared link's meaning: never change one.
 */
export const PURPOSES = { noise: 1, batch: 2, shuffle: 3, curvature: 4, data: 5 } as const;
export type Purpose = keyof typeof PURPOSES;

const words = new Uint32Array(4);
const TWO_TO_MINUS_53 = 2 ** -53;

function hash(seed: number, purpose: Purpose, step: number, index: number): void {
  philox([index >>> 0, step >>> 0, PURPOSES[purpose], 0], [seed >>> 0, 0], words);
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
