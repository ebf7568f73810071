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
  size: { readonly width: number; readonly height: number },
  gap: number,
  obstacles: readonly Box[],
  frame: { readonly width: number; readonly height: number },
  preferred = 0,
): PlacedBox {
  let best: PlacedBox | null = null;
  let leastCost = Number.POSITIVE_INFINITY;
  for (let k = 0; k < DIRECTIONS.length; k++) {
    const place = k === 0 ? preferred : k <= preferred ? k - 1 : k;
    const [right, down] = DIRECTIONS[place];
    const reach = right !== 0 && down !== 0 ? gap * DIAGONAL : gap;
    const box = {
      place,
      x: right === 0 ? x - size.width / 2 : right > 0 ? x + reach : x - reach - size.width,
      y: down === 0 ? y - size.height / 2 : down > 0 ? y + reach : y - reach - size.height,
      ...size,
    };
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

/** The area that two boxes share. */
export function overlap(a: Box, b: Box): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The area of a box outside the frame's inset: exactly 0 within it, as rounding would make a label jump. */
function outsideArea(box: Box, frame: { readonly width: number; readonly height: number }): number {
  const inner = { x: INSET, y: INSET, width: frame.width - 2 * INSET, height: frame.height - 2 * INSET };
  const isInside =
    box.x >= inner.x &&
    box.y >= inner.y &&
    box.x + box.width <= inner.x + inner.width &&
    box.y + box.height <= inner.y + inner.height;
  return isInside ? 0 : Math.max(0, box.width * box.height - overlap(box, inner));
}
