/** A rectangle in CSS pixels from the plot's top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Around a point: right, left, below, above, and the corners. */
const DIRECTIONS = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, 1],
  [1, -1],
  [-1, -1],
] as const;
const DIAGONAL = 0.8;
/** Pixels that a text keeps from the frame. */
const INSET = 2;

/** A place by its number, so that it can be kept from frame to frame. */
export interface PlacedBox extends Box {
  readonly place: number;
}

type Size = Pick<Box, 'width' | 'height'>;

/** The box of a text in one of eight places beside a point. */
export function boxBeside(x: number, y: number, size: Size, gap: number, place: number): PlacedBox {
  const [right, down] = DIRECTIONS[place];
  const reach = right !== 0 && down !== 0 ? gap * DIAGONAL : gap;
  return {
    place,
    x: right === 0 ? x - size.width / 2 : right > 0 ? x + reach : x - reach - size.width,
    y: down === 0 ? y - size.height / 2 : down > 0 ? y + reach : y - reach - size.height,
    ...size,
  };
}

/** The eight places in the order in which they are tried where nothing else is said. */
export const PLACES: readonly number[] = DIRECTIONS.map((_, place) => place);

const placesFrom = (preferred: number) => [preferred, ...PLACES.filter((place) => place !== preferred)];

/**
 * Chooses a place beside a point for a text: the first of eight directions that covers no obstacle and stays inside
 * the frame, else the one that covers least.
 *
 * @param gap pixels between the point and the text
 * @param preferred tried first: keeping the last place keeps labels still while heads move
 */
export function placeBeside(
  x: number,
  y: number,
  size: Size,
  gap: number,
  obstacles: readonly Box[],
  frame: Size,
  preferred = 0,
): PlacedBox {
  let best: PlacedBox | null = null;
  let leastCost = Number.POSITIVE_INFINITY;
  for (const place of placesFrom(preferred)) {
    const box = boxBeside(x, y, size, gap, place);
    let cost = outsideArea(box, frame) * 4;
    for (const obstacle of obstacles) cost += overlap(box, obstacle);
    if (cost < leastCost) {
      best = box;
      leastCost = cost;
    }
    if (leastCost === 0) break;
  }
  return best as PlacedBox;
}

/** What lies under a box that a text may cover if it must, as a part of the box. */
export type Ink = (box: Box) => number;

/** A later place is taken where so much less of a text lies on ink: a line less, about. */
const LESS_INK = 0.06;
const LITTLE_INK = 0.02;
/** A text leaves a place that it had, though it is free, where so much of it lies on ink. */
export const MUCH_INK = 0.34;

/** How a place beside a point is chosen among those that are free. */
export interface Choosing {
  /** Where the text was: it stays there unless most of it would lie on ink. */
  readonly kept?: number | undefined;
  /** In which order places are tried. */
  readonly order?: readonly number[];
  readonly ink?: Ink | undefined;
  /** So much of it lies on ink where it stays. */
  readonly mostInk?: number;
}

/** A place beside a point that covers nothing and stays inside the frame; null if none of the eight is free. */
export function freePlaceBeside(
  x: number,
  y: number,
  size: Size,
  gap: number,
  obstacles: readonly Box[],
  frame: Size,
  { kept, order = PLACES, ink = () => 0, mostInk = MUCH_INK }: Choosing = {},
): PlacedBox | null {
  if (kept !== undefined) {
    const box = boxBeside(x, y, size, gap, kept);
    if (isFree(box, obstacles, frame) && ink(box) < mostInk) return box;
  }
  let best: PlacedBox | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const place of order) {
    const box = boxBeside(x, y, size, gap, place);
    if (!isFree(box, obstacles, frame)) continue;
    const covered = ink(box);
    if (best && covered > least - LESS_INK) continue;
    best = box;
    least = covered;
    if (least <= LITTLE_INK) break;
  }
  return best;
}

/** Whether a box stays inside the frame and covers nothing. */
export function isFree(box: Box, obstacles: readonly Box[], frame: Size): boolean {
  return outsideArea(box, frame) === 0 && obstacles.every((obstacle) => overlap(box, obstacle) === 0);
}

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The area of a box outside the frame's inset: exactly 0 within it, as rounding would make a label jump. */
function outsideArea(box: Box, frame: Size): number {
  const inner = { x: INSET, y: INSET, width: frame.width - 2 * INSET, height: frame.height - 2 * INSET };
  const isInside =
    box.x >= inner.x &&
    box.y >= inner.y &&
    box.x + box.width <= inner.x + inner.width &&
    box.y + box.height <= inner.y + inner.height;
  return isInside ? 0 : Math.max(0, box.width * box.height - overlap(box, inner));
}
