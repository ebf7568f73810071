import type { ArrowLayout, LaidArrow, Pixel } from './arrowLayout.ts';
import { isFree, placeBeside, type Box } from './labelSolver.ts';

/** A label's place beside its arrow or its point, which the template tells from all others. */
export interface PlacedArrowLabel {
  readonly template: string;
  readonly box: Box;
}

type Size = Pick<Box, 'width' | 'height'>;

/** Pixels between an arrow and its label; farther away where nothing is free. */
const GAPS = [9, 24, 44, 68] as const;
/** Labels keep clear of squares along an arrow, this large and this far apart. */
const BEAD = 8;
const MOST_BEADS = 60;
/** The name of an arrow that cannot be seen would only be in the way. */
const SHORT = 4;
const [RIGHT, LEFT, BELOW, ABOVE] = [0, 1, 2, 3];

/**
 * Places labels so that they cover neither one another nor arrows nor what stands on the map already, Δθ first.
 * @param sizeOf the size of a label by its template; null while it is not known
 */
export function placeArrowLabels(
  { arrows, points }: ArrowLayout,
  sizeOf: (template: string) => Size | null,
  obstacles: readonly Box[],
  frame: Size,
): PlacedArrowLabel[] {
  const shown = arrows.filter(({ state }) => state === 'whole' || state === 'leaves');
  const taken: Box[] = [...obstacles, ...shown.flatMap(beadsOf)];
  const placed: PlacedArrowLabel[] = [];
  const add = (template: string, places: readonly Pixel[], preferred: number) => {
    const size = sizeOf(template);
    if (!size) return;
    const boxes = GAPS.flatMap((gap) =>
      places.map((at) => placeBeside(at.x, at.y, size, gap, taken, frame, preferred)),
    );
    const box = boxes.find((candidate) => isFree(candidate, taken, frame)) ?? boxes[0];
    taken.push(box);
    placed.push({ template, box });
  };
  const isShort = ({ from, to }: LaidArrow) => Math.hypot(to.x - from.x, to.y - from.y) < SHORT;
  // The arrows of a sum meet at their tips: their names stand beside them first.
  for (const arrow of shown.filter((other) => !isShort(other)).toReversed())
    add(
      arrow.template,
      arrow.isTerm ? [middleOf(arrow), arrow.to] : [arrow.to, middleOf(arrow)],
      placeAhead(arrow),
    );
  for (const { template, at } of points) if (isWithin(at, frame)) add(template, [at], BELOW);
  return placed;
}

function isWithin({ x, y }: Pixel, { width, height }: Size): boolean {
  return x >= 0 && x <= width && y >= 0 && y <= height;
}

function middleOf({ from, to }: LaidArrow): Pixel {
  return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
}

/** Beyond the tip, where the arrow points. */
function placeAhead({ from, to }: LaidArrow): number {
  const [right, down] = [to.x - from.x, to.y - from.y];
  if (Math.abs(right) >= Math.abs(down)) return right >= 0 ? RIGHT : LEFT;
  return down >= 0 ? BELOW : ABOVE;
}

function beadsOf({ from, to }: LaidArrow): Box[] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const count = Math.min(MOST_BEADS, Math.ceil(length / BEAD));
  return Array.from({ length: count + 1 }, (_, i) => {
    const part = count === 0 ? 0 : i / count;
    const x = from.x + part * (to.x - from.x);
    const y = from.y + part * (to.y - from.y);
    return { x: x - BEAD / 2, y: y - BEAD / 2, width: BEAD, height: BEAD };
  });
}

/** Pixels around an arrow within which it is pointed at. */
const REACH = 7;

/** The arrow or point at a place of the map: the nearest within reach. */
export function arrowAt({ arrows, points }: ArrowLayout, x: number, y: number): string | null {
  let nearest: string | null = null;
  let least = REACH;
  const offer = (term: string, distance: number) => {
    if (distance >= least) return;
    least = distance;
    nearest = term;
  };
  for (const { term, from, to, state } of arrows)
    if (state === 'whole' || state === 'leaves') offer(term, distanceToLine(from, to, x, y));
  for (const { term, at } of points) offer(term, Math.hypot(at.x - x, at.y - y));
  return nearest;
}

function distanceToLine(from: Pixel, to: Pixel, x: number, y: number): number {
  const [right, down] = [to.x - from.x, to.y - from.y];
  const square = right * right + down * down;
  const along = square === 0 ? 0 : ((x - from.x) * right + (y - from.y) * down) / square;
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(from.x + part * right - x, from.y + part * down - y);
}
