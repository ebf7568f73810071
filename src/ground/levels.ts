import { bisectLeft, ticks, tickStep } from 'd3-array';

/** Levels of a map whose window spans many decades. */
const LOG_LEVELS = 28;
/** Where the window's relief needs them (see `groundLevels`), so many. */
const MOST_LEVELS = 40;

const LEVELS_A_DECADE = 6;
/** Of the levels in a decade, every third stays where isolines crowd: the index line and the one half-way. */
const CROWDED_STRIDE = 3;
/** The highest level has at least this part of the window above it: the spike of a pole is not worth a band. */
const SPIKE_SHARE = 0.005;
/** While more than this part of the window lies below the lowest level, there is a lower one. */
const FLOOR_SHARE = 0.01;
/** A band wider than this part of the window is halved, at most so many times. */
const WIDE_SHARE = 0.2;
const HALVINGS = 2;
/** With fewer log levels than this in the window (about a decade and a half), round values say more. */
const FEWEST_LOG_LEVELS = 10;
/** `ticks` answers with 0.63 to 1.6 times as many: 12 to 30. */
const LINEAR_LEVELS = 19;
/** Among round values, each fifth is an index line. */
const LINEAR_INDEX_STRIDE = 5;
/** f − f₀ below this part of |f₀| is rounding, not relief. */
const ROUNDING = 1e-14;

/** One boundary between two bands. */
export interface Level {
  /** f − f₀. */
  readonly value: number;
  /** The number to print: f − f₀ for logarithmic levels, f itself for round ones (see `Levels.labels`). */
  readonly label: number;
  /** Drawn stronger, and may carry a label: one a decade, or every fifth round value. */
  readonly isIndex: boolean;
  /** Stays where isolines are nearer than 3 px; every index line does. */
  readonly staysInCrowd: boolean;
}

/** The levels of a map, increasing; n levels bound n + 1 bands. Plain data, so that a message can carry it. */
export interface Levels {
  /** f₀: the known minimum, else the window's least value. */
  readonly floor: number;
  readonly spacing: 'log' | 'linear';
  /** What the printed numbers measure. Where f₀ is 0 both are the same, and this is 'f'. */
  readonly labels: 'f' | 'f − f₀';
  /** The range of f − f₀ over the window. */
  readonly range: readonly [number, number];
  readonly levels: readonly Level[];
}

/** What is known of f over the window. */
export interface WindowRange {
  /** The least and the greatest finite value; any that are not finite where there is none. */
  readonly least: number;
  readonly greatest: number;
  /** The least value anywhere, null where unknown. */
  readonly minimum: number | null;
  /** Whether f goes on falling beyond a feasible set: its minimum is the end of that, and no floor of f. */
  readonly hasBounds?: boolean;
  /** Finite values spread evenly over the window, in increasing order: what is known of areas. */
  readonly sample?: Float64Array;
}

/**
 * Chooses the levels of f − f₀ that bound the map's bands.
 *
 * Over a wide range these are 10^(j/6), j an integer, 28 of them down from the window's greatest value, so that
 * decades are levels whatever the window. Where a sample tells of areas, levels leave out a spike at the top (a pole),
 * reach further down where much of the window lies lower (a flat basin below high walls), and a band that covers much
 * of it is halved in log f (a plain around a pit).
 * Zoomed in, where few of them would be left, and where f has no known minimum and takes both signs (so that its zero
 * means more than the corner where it is least), levels are round values of f; also where its minimum is but the end of
 * a feasible set.
 *
 * @returns no levels where f is constant or nowhere finite
 */
export function groundLevels({
  least,
  greatest,
  minimum,
  sample = NO_SAMPLE,
  hasBounds = false,
}: WindowRange): Levels {
  const floor = hasBounds ? least : (minimum ?? least);
  const range = [least - floor, greatest - floor] as const;
  if (!(least < greatest && Number.isFinite(greatest - least)))
    return { floor, spacing: 'log', labels: 'f', range, levels: [] };
  const takesBothSigns = minimum === null && least < 0 && greatest > 0;
  if (!takesBothSigns && !hasBounds) {
    const shareBelow = (value: number) => bisectLeft(sample, floor + value) / Math.max(1, sample.length);
    const levels = logLevels(range, floor, shareBelow);
    if (levels.length >= FEWEST_LOG_LEVELS)
      return {
        floor,
        spacing: 'log',
        labels: floor === 0 ? 'f' : 'f − f₀',
        range,
        levels: halved(levels, range[1], shareBelow),
      };
  }
  return { floor, spacing: 'linear', labels: 'f', range, levels: linearLevels(least, greatest, floor) };
}

/** A greatest value that differs by less than this part of it is no reason for other levels. */
const SAME_RANGE = 0.05;

/**
 * The levels of a coarser look at a window while they still fit what is known of it now: colours and lines that were
 * right stay where they are.
 */
export function keptLevels(before: Levels, now: Levels): Levels {
  const [lowest] = before.levels;
  const fits =
    lowest !== undefined &&
    now.levels.length > 0 &&
    before.spacing === now.spacing &&
    before.labels === now.labels &&
    Math.abs(now.floor - before.floor) < lowest.value &&
    Math.abs(now.range[1] - before.range[1]) <= SAME_RANGE * before.range[1] &&
    // Where more of a valley is seen, lower levels are, too.
    lowest.value <= now.levels[0].value;
  return fits ? before : now;
}

const NO_SAMPLE = new Float64Array(0);

type ShareBelow = (value: number) => number;

function logLevels([lowest, highest]: Levels['range'], floor: number, shareBelow: ShareBelow): Level[] {
  const levels: Level[] = [];
  const from = Math.max(lowest, ROUNDING * Math.abs(floor));
  for (let j = Math.ceil(LEVELS_A_DECADE * Math.log10(highest)) + 1; levels.length < MOST_LEVELS; j--) {
    const value = logLevel(j);
    if (!(value > from)) break;
    const share = shareBelow(value);
    if (levels.length >= LOG_LEVELS && share <= FLOOR_SHARE) break;
    if (!(value < highest) || share > 1 - SPIKE_SHARE) continue;
    const isIndex = j % LEVELS_A_DECADE === 0;
    levels.push({ value, label: value, isIndex, staysInCrowd: j % CROWDED_STRIDE === 0 });
  }
  return levels.toReversed();
}

/** Levels between those whose bands are wide. */
function halved(levels: Level[], highest: number, shareBelow: ShareBelow): Level[] {
  let finer = levels;
  for (let round = 0; round < HALVINGS; round++)
    finer = finer.flatMap((level, i) => {
      const next = finer[i + 1]?.value ?? Math.min(highest, level.value * 10 ** (1 / LEVELS_A_DECADE));
      if (shareBelow(next) - shareBelow(level.value) <= WIDE_SHARE) return [level];
      const value = Math.sqrt(level.value * next);
      return [level, { value, label: value, isIndex: false, staysInCrowd: false }];
    });
  return finer;
}

/** 10^(j/6), exactly the decimal number's float64 where it is a decade. */
function logLevel(j: number): number {
  const decade = Math.floor(j / LEVELS_A_DECADE);
  return Number(`1e${decade}`) * 10 ** (j / LEVELS_A_DECADE - decade);
}

function linearLevels(least: number, greatest: number, floor: number): Level[] {
  const step = tickStep(least, greatest, LINEAR_LEVELS);
  const levels: Level[] = [];
  let previous = least - floor;
  for (const label of ticks(least, greatest, LINEAR_LEVELS)) {
    const value = label - floor;
    // At the end of float64's digits neighbouring round values may coincide.
    if (!(value > previous && label < greatest)) continue;
    const isIndex = Math.round(label / step) % LINEAR_INDEX_STRIDE === 0;
    levels.push({ value, label, isIndex, staysInCrowd: isIndex });
    previous = value;
  }
  return levels;
}
