/** A swing is a change of direction after more than this many pixels. */
export const SWING = 3;
/** Columns in which a curve must swing … */
const WINDOW = 16;
/** … this often, which is once in two pixels: denser than a line of 1.6 px can be drawn. */
const SWINGS = 8;
/** A band’s edges and middle are taken over so many rows around each column, but of no more columns on each side. */
const ROWS_AROUND = 8;
const FURTHEST = 4;

/** What falls into each pixel column of a curve; pixels from the top, so `tops` are the greatest values. */
export interface Columns {
  readonly tops: Float64Array;
  readonly bottoms: Float64Array;
  readonly sums: Float64Array;
  readonly counts: Float64Array;
  /** Changes of direction. */
  readonly turns: Float64Array;
}

/** Columns `from` … `from + tops.length − 1`: a curve that swings too fast for a line. */
export interface Band {
  readonly from: number;
  readonly tops: Float64Array;
  readonly bottoms: Float64Array;
  /** The mean in pixels: of logarithms on a logarithmic axis. */
  readonly middles: Float64Array;
}

export function emptyColumns(count: number): Columns {
  return {
    tops: new Float64Array(count).fill(Number.POSITIVE_INFINITY),
    bottoms: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    sums: new Float64Array(count),
    counts: new Float64Array(count),
    turns: new Float64Array(count),
  };
}

/** The way a curve goes: −1 up, 1 down, 0 not known yet; and how far it has gone. An array, because it changes a row. */
export type SwingState = Float64Array;
const DIRECTION = 0;
const HIGH = 1;
const LOW = 2;

export function startSwings(): SwingState {
  return Float64Array.of(0, Number.NaN, Number.NaN);
}

/**
 * Goes on to the next point of a curve, in pixels.
 * @returns 1 where it swings: turns after it has gone more than three pixels one way. What moves less is not seen, and a
 *   smooth curve, however steep, never turns
 */
export function swings(state: SwingState, y: number): 0 | 1 {
  const direction = state[DIRECTION];
  // NaN, before the first point, is replaced.
  if (!(state[HIGH] >= y)) state[HIGH] = y;
  if (!(state[LOW] <= y)) state[LOW] = y;
  const isDown = direction !== 1 && y - state[LOW] > SWING;
  const isUp = direction !== -1 && state[HIGH] - y > SWING;
  if (isDown || isUp) {
    state[DIRECTION] = isDown ? 1 : -1;
    state[HIGH] = state[LOW] = y;
    return 1;
  }
  return 0;
}

/**
 * Where a curve jitters: in every window of sixteen pixel columns with eight swings or more, that is, where it keeps
 * turning, on the average, every two pixels. There a line would be a smear, and what can be seen is from where to where it
 * goes: a band between its least and greatest values, with their mean. A single spike is no jitter, and stays a line.
 */
export function bandsOf(columns: Columns): Band[] {
  const { turns } = columns;
  const bands: Band[] = [];
  let from = -1;
  let to = -1;
  let inWindow = 0;
  const close = () => {
    if (from < 0) return;
    // A window may begin, or end, where the curve is smooth yet.
    while (turns[from] === 0) from += 1;
    while (turns[to] === 0) to -= 1;
    bands.push(bandBetween(columns, from, to));
    from = -1;
  };
  for (let column = 0; column < turns.length; column++) {
    inWindow += turns[column] - (column >= WINDOW ? turns[column - WINDOW] : 0);
    if (column < WINDOW - 1 || inWindow < SWINGS) continue;
    const first = column - WINDOW + 1;
    if (first > to + 1) close();
    if (from < 0) from = first;
    to = column;
  }
  close();
  return bands;
}

function bandBetween({ tops, bottoms, sums, counts }: Columns, from: number, to: number): Band {
  const length = to - from + 1;
  const band = {
    from,
    tops: new Float64Array(length),
    bottoms: new Float64Array(length),
    middles: new Float64Array(length),
  };
  let rows = 0;
  for (let column = from; column <= to; column++) rows += counts[column];
  const reach = Math.min(FURTHEST, Math.ceil((ROWS_AROUND / 2) * (length / rows)));
  for (let i = 0; i < length; i++) {
    let top = Number.POSITIVE_INFINITY;
    let bottom = Number.NEGATIVE_INFINITY;
    let sum = 0;
    let count = 0;
    // Only within the band: what comes before it may be a cliff.
    for (let k = Math.max(0, i - reach); k <= Math.min(length - 1, i + reach); k++) {
      top = Math.min(top, tops[from + k]);
      bottom = Math.max(bottom, bottoms[from + k]);
      // Half at the ends: of a curve that goes up and down in turn, that is the middle.
      const weight = Math.abs(k - i) === reach ? 0.5 : 1;
      sum += weight * sums[from + k];
      count += weight * counts[from + k];
    }
    band.tops[i] = top;
    band.bottoms[i] = bottom;
    band.middles[i] = sum / count;
  }
  return band;
}
