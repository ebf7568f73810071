/** A rectangle in pixels, downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A score as a function of pixels: a·x + b·y + c. */
export interface PixelScore {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** From one end to the other: x₁, y₁, x₂, y₂. */
export type Segment = readonly [number, number, number, number];

/** How coordinates become pixels: x ↦ offset + scale·x. */
export interface AxisMap {
  readonly offset: number;
  /** Pixels a unit; negative where the axis points up. */
  readonly scale: number;
}

/** The score w₁·x + w₂·y + bias of a place in coordinates, for a place in pixels. */
export function scoreInPixels(w1: number, w2: number, bias: number, x: AxisMap, y: AxisMap): PixelScore {
  const a = w1 / x.scale;
  const b = w2 / y.scale;
  return { a, b, c: bias - a * x.offset - b * y.offset };
}

/**
 * Where a score has a value, as far as it lies in a box.
 * @returns null where that is nowhere in the box, or everywhere, or the score is not finite
 */
export function levelLine({ a, b, c }: PixelScore, level: number, box: Box): Segment | null {
  const square = a * a + b * b;
  if (!(square > 0) || !Number.isFinite(square) || !Number.isFinite(c)) return null;
  const length = Math.sqrt(square);
  // The point of the line that is nearest to the middle of the box, and the line's direction.
  const [middleX, middleY] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
  const away = (a * middleX + b * middleY + c - level) / square;
  const [x, y] = [middleX - away * a, middleY - away * b];
  const [dx, dy] = [-b / length, a / length];
  let [from, to] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const [at, step, low, high] of [
    [x, dx, box.left, box.right],
    [y, dy, box.top, box.bottom],
  ]) {
    if (step === 0) {
      if (at < low || at > high) return null;
      continue;
    }
    const [first, second] = [(low - at) / step, (high - at) / step];
    from = Math.max(from, Math.min(first, second));
    to = Math.min(to, Math.max(first, second));
  }
  return from < to ? [x + from * dx, y + from * dy, x + to * dx, y + to * dy] : null;
}

/** The direction in pixels in which a score grows fastest, of length 1; null where it is the same everywhere. */
export function towardsPositive({ a, b }: PixelScore): readonly [number, number] | null {
  const length = Math.hypot(a, b);
  return length > 0 && Number.isFinite(length) ? [a / length, b / length] : null;
}
