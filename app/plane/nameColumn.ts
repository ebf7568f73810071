import { crosses } from './leaderLine.ts';
import { isFree, overlap, type Box } from './labelSolver.ts';

/** A point with a name; lengths are CSS pixels from the plot's top left. */
export interface Named {
  /** Which it is, from frame to frame. */
  readonly id: number;
  readonly x: number;
  readonly y: number;
  /** Of its name, as it is written. */
  readonly width: number;
  /** The larger, the sooner it is placed; above 0 it is left out last. */
  readonly priority: number;
}

/** Where a name stands. */
export interface PlacedName extends Box {
  /** Where a hairline to its point begins; null where it stands beside it. */
  readonly leader: readonly [x: number, y: number] | null;
}

export interface NameSize {
  /** Of a line of text. */
  readonly height: number;
  /** Of the marker at each point. */
  readonly radius: number;
}

/** Pixels between a crowd and its column. */
const GAPS = [22, 48, 84];
/** A column stays where it is until another place has room for so many names more. */
const MUCH_BETTER = 2;
/** What a line that crosses a text takes off a column's worth, in names. */
const CROSSING = 0.5;
/** What each gap further off takes off it. */
const FURTHER = 0.25;
/** Any difference in worth is larger than this. */
const BETTER = FURTHER / 2;
/** A column follows its crowd only when that has moved by more than this, in pixels. */
const PLAY = 4;
/** Frames that a column in which some names have no room waits for it while its crowd moves. */
const PATIENCE = 18;

/** The names of a crowd below each other, beside it. */
export interface Column {
  readonly side: 1 | -1;
  readonly gap: number;
  /** Lines between the crowd's middle and the column's. */
  readonly shift: number;
  /** The crowd's right or left edge, and its middle. */
  readonly edge: number;
  readonly middle: number;
  /** The line of each name, counted from the middle. */
  readonly lines: ReadonlyMap<number, number>;
  readonly names: ReadonlyMap<number, PlacedName>;
  /** Of the crowd; and at best how many of them had their names here, less what crossings and distance take off. */
  readonly size: number;
  readonly worth: number;
  /** Frames since then. */
  readonly waited: number;
}

/**
 * Places the names of a crowd in the column that has room for most of them, with lines to them that cross few texts; in
 * the one before, unless another is much better.
 * @param known the column of the frame before
 * @param texts what lines had better not cross
 * @param isMoving whether the crowd is on its way: then each name rather keeps its line than stands in order
 */
export function placeNames(
  crowd: readonly Named[],
  known: Column | null,
  taken: readonly Box[],
  texts: readonly Box[],
  frame: Pick<Box, 'width' | 'height'>,
  size: NameSize,
  isMoving: boolean,
): Column {
  const xs = crowd.map(({ x }) => x);
  const ys = crowd.map(({ y }) => y);
  // What lies under the crowd is crossed by all lines to everywhere.
  const crossable = texts.filter((text) => crowd.every(({ x, y }) => overlap(text, around(x, y, 1)) === 0));
  const widest = Math.max(...crowd.map(({ width }) => width));

  function attempt(side: Column['side'], gap: number, shift: number, before: Column['lines']): Column {
    const right = side > 0 ? Math.max(...xs) : Math.min(...xs);
    const centre = (Math.min(...ys) + Math.max(...ys)) / 2;
    const edge = known?.side === side ? follow(known.edge, right) : right;
    const middle = known ? follow(known.middle, centre) : centre;
    const near = edge + side * (size.radius + gap);
    const top = (line: number) => middle + (shift + line - 0.5) * size.height;
    const isFreeLine = (line: number) => {
      const x = side > 0 ? near : near - widest;
      return isFree({ x, y: top(line), width: widest, height: size.height }, taken, frame);
    };
    const lines = before.size > 0 ? keptLines(crowd, before, isFreeLine) : orderedLines(crowd, isFreeLine);
    const names = new Map<number, PlacedName>();
    let crossings = 0;
    for (const { id, width, x: fromX, y: fromY } of crowd) {
      const line = lines.get(id);
      if (line === undefined) continue;
      const y = top(line);
      const x = side > 0 ? near : near - width;
      const leader = [near, y + size.height / 2] as const;
      if (crossable.some((text) => crosses({ from: [fromX, fromY], to: leader }, text))) crossings += 1;
      names.set(id, { x, y, width, height: size.height, leader });
    }
    return {
      side,
      gap,
      shift,
      edge,
      middle,
      lines,
      names,
      size: crowd.length,
      worth: names.size - CROSSING * crossings - FURTHER * GAPS.indexOf(gap),
      waited: 0,
    };
  }

  const none = new Map<number, number>();
  let best = known
    ? attempt(known.side, known.gap, known.shift, isMoving ? known.lines : none)
    : attempt(1, GAPS[0], 0, none);
  const hasPriority = crowd.every(({ id, priority }) => priority === 0 || best.names.has(id));
  if (known && hasPriority) {
    // Nothing has changed that another place could mend, or it may mend itself.
    if (known.size === crowd.length && best.worth >= known.worth) return best;
    if (isMoving && known.waited < PATIENCE)
      return { ...best, size: known.size, worth: known.worth, waited: known.waited + 1 };
  }
  let needed = best.worth + (known && hasPriority ? MUCH_BETTER : BETTER);
  for (const gap of GAPS)
    for (let distance = 0; distance <= crowd.length; distance++)
      for (const shift of distance === 0 ? [0] : [-distance / 2, distance / 2])
        for (const side of [1, -1] as const) {
          if (needed > crowd.length) return best;
          const next = attempt(side, gap, shift, none);
          if (next.worth < needed) continue;
          best = next;
          needed = best.worth + BETTER;
        }
  return best;
}

const around = (x: number, y: number, half: number): Box => ({
  x: x - half,
  y: y - half,
  width: 2 * half,
  height: 2 * half,
});

const follow = (before: number, now: number) => Math.min(now + PLAY, Math.max(now - PLAY, before));

/** A crowd's names in its order around the middle; taken lines are skipped, and what matters least is left out. */
function orderedLines(
  crowd: readonly Named[],
  isFreeLine: (line: number) => boolean,
): ReadonlyMap<number, number> {
  const half = (crowd.length - 1) / 2;
  const free: number[] = [];
  // Where lines are taken, further ones.
  for (let line = -half; free.length < crowd.length && line <= 2 * half + 1; line++)
    if (isFreeLine(line)) free.push(line);
  const chosen = new Set(
    crowd
      .toSorted((a, b) => b.priority - a.priority)
      .slice(0, free.length)
      .map(({ id }) => id),
  );
  const lines = new Map<number, number>();
  for (const { id } of crowd) if (chosen.has(id)) lines.set(id, free[lines.size]);
  return lines;
}

/** Each name on its line of the frame before; who is new, and who matters and has none, takes the nearest free one. */
function keptLines(
  crowd: readonly Named[],
  before: ReadonlyMap<number, number>,
  isFreeLine: (line: number) => boolean,
): ReadonlyMap<number, number> {
  const lines = new Map<number, number>();
  for (const { id } of crowd) {
    const line = before.get(id);
    if (line !== undefined && isFreeLine(line)) lines.set(id, line);
  }
  const [offset] = before.values();
  const used = new Set(lines.values());
  for (const { id, priority } of crowd.toSorted((a, b) => b.priority - a.priority)) {
    if (lines.has(id) || (before.has(id) && priority === 0)) continue;
    for (let distance = 0; distance <= crowd.length; distance++) {
      const fraction = offset - Math.floor(offset);
      const line = [distance + fraction, fraction - distance].find(
        (line) => !used.has(line) && isFreeLine(line),
      );
      if (line === undefined) continue;
      lines.set(id, line);
      used.add(line);
      break;
    }
  }
  return lines;
}
