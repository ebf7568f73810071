import type { Level } from './levels.ts';
import { heightAt, type Relief } from './relief.ts';

/** Isolines nearer than this many CSS pixels are too many. */
const NEAR = 3;
/** A valley or ridge narrower than this many CSS pixels is told by its bands; its two sides would run together. */
const NARROW = 5;
/** A crowded stretch shorter than this (a corner, a hairpin) is not worth a gap. */
const SHORTEST_GAP = 24;
/** A ring shorter than this would read as a bead. */
const SHORTEST_RING = 14;
/** A stretch between gaps shorter than this would read as a dash. */
const SHORTEST_STRETCH = 28;
/** Lines are cut this far outside the window. */
const OVERHANG = 4;

/** What is asked to tell where an isoline is crowded. */
export interface Crowd {
  readonly relief: Relief;
  readonly levels: readonly Level[];
  /** The levels' heights in the relief. */
  readonly heights: readonly number[];
  /** CSS pixels of the window. */
  readonly width: number;
  readonly height: number;
}

const OUTSIDE = 0;
const CROWDED = 1;
const CLEAR = 2;

/**
 * The pieces of an isoline that are worth drawing: inside the window, and not crowded. Where lines are nearer than
 * 3 px only every third stays, where these are, only index lines, of which the lower gives way. A line also goes where
 * the valley or ridge that it surrounds is narrower than 5 px; it would be drawn as a string of beads there.
 *
 * @param ring x and y of each point in CSS pixels; the last is joined to the first
 * @returns polylines; one that is closed repeats its first point
 */
export function drawable(ring: Float64Array, level: number, crowd: Crowd): Float64Array[] {
  const states = classify(ring, level, crowd);
  const lengths = segmentLengths(ring);
  const before = beforeClear(states);
  if (before >= 0) closeGaps(states, lengths, before);
  const first = beforeClear(states);
  if (first >= 0) return clearStretches(ring, states, lengths, first);
  const isClear = states[0] === CLEAR;
  return isClear && lengths.reduce((sum, length) => sum + length, 0) >= SHORTEST_RING ? [closed(ring)] : [];
}

/** The point before a clear stretch; −1 where the whole ring is clear, or none of it. */
function beforeClear(states: Uint8Array): number {
  return states.findIndex((state, i) => state !== CLEAR && states[(i + 1) % states.length] === CLEAR);
}

const slope = new Float64Array(2);

function classify(ring: Float64Array, level: number, { relief, levels, heights, width, height }: Crowd) {
  const states = new Uint8Array(ring.length / 2);
  for (let i = 0; i < states.length; i++) {
    const x = ring[2 * i];
    const y = ring[2 * i + 1];
    if (x < -OVERHANG || y < -OVERHANG || x > width + OVERHANG || y > height + OVERHANG) continue;
    heightAt(relief, x, y, slope);
    const steepness = Math.hypot(slope[0], slope[1]);
    const heightUphill = (distance: number) =>
      heightAt(relief, x + (distance / steepness) * slope[0], y + (distance / steepness) * slope[1]);
    const own = heights[level];
    const isNarrow = !(heightUphill(NARROW) > own && heightUphill(-NARROW) < own);
    const isCrowded = isNarrow || !hasRoom(level, heightUphill(NEAR), heightUphill(-NEAR), levels, heights);
    states[i] = isCrowded ? CROWDED : CLEAR;
  }
  return states;
}

/** @param uphill, downhill the heights 3 px away; NaN or infinite beside a wall */
function hasRoom(
  level: number,
  uphill: number,
  downhill: number,
  levels: readonly Level[],
  heights: readonly number[],
): boolean {
  if (!(uphill > heights[level] && downhill < heights[level])) return false;
  let crowded = false;
  for (let other = level + 1; other < levels.length && heights[other] <= uphill; other++) {
    if (levels[level].isIndex ? levels[other].isIndex : levels[other].staysInCrowd) return false;
    crowded = true;
  }
  for (let other = level - 1; other >= 0 && heights[other] >= downhill; other--) {
    if (!levels[level].isIndex && levels[other].staysInCrowd) return false;
    crowded = true;
  }
  return !crowded || levels[level].staysInCrowd;
}

function segmentLengths(ring: Float64Array): Float64Array {
  const count = ring.length / 2;
  const lengths = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const next = (i + 1) % count;
    lengths[i] = Math.hypot(ring[2 * next] - ring[2 * i], ring[2 * next + 1] - ring[2 * i + 1]);
  }
  return lengths;
}

/** Clears crowded stretches that are short and have clear ones on both sides. `first` + 1 begins a clear stretch. */
function closeGaps(states: Uint8Array, lengths: Float64Array, first: number): void {
  const count = states.length;
  let gap = 0;
  let start = -1;
  for (let step = 1; step <= count + 1; step++) {
    const i = (first + step) % count;
    if (states[i] === CROWDED) {
      if (start < 0) start = step;
      gap += lengths[i];
    } else {
      if (
        start >= 0 &&
        states[i] === CLEAR &&
        gap < SHORTEST_GAP &&
        states[(first + start - 1) % count] === CLEAR
      )
        for (let s = start; s < step; s++) states[(first + s) % count] = CLEAR;
      start = -1;
      gap = 0;
    }
  }
}

function clearStretches(
  ring: Float64Array,
  states: Uint8Array,
  lengths: Float64Array,
  first: number,
): Float64Array[] {
  const count = states.length;
  const pieces: Float64Array[] = [];
  let begin = -1;
  for (let step = 1; step <= count + 1; step++) {
    const isClear = step <= count && states[(first + step) % count] === CLEAR;
    if (isClear && begin < 0) begin = step;
    if (isClear || begin < 0) continue;
    let length = 0;
    for (let s = begin; s < step - 1; s++) length += lengths[(first + s) % count];
    const piece = new Float64Array(2 * (step - begin));
    for (let s = begin; s < step; s++) piece.set(pointOf(ring, (first + s) % count), 2 * (s - begin));
    // What is cut by the window's edge on both sides may be short: it crosses a corner.
    const crossing =
      states[(first + begin - 1) % count] === OUTSIDE && states[(first + step) % count] === OUTSIDE;
    if (crossing || length >= SHORTEST_STRETCH) pieces.push(piece);
    begin = -1;
  }
  return pieces;
}

function pointOf(ring: Float64Array, i: number): Float64Array {
  return ring.subarray(2 * i, 2 * i + 2);
}

function closed(ring: Float64Array): Float64Array {
  const points = new Float64Array(ring.length + 2);
  points.set(ring);
  points.set(pointOf(ring, 0), ring.length);
  return points;
}
