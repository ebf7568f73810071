import type { Vector } from '../../linalg/vector.ts';

/**
 * How far a line through the origin can put the classes apart: some θ has yᵢ θ·xᵢ > 0 for all samples (`all`), or ≥ 0 for
 * all and > 0 for some (`but-on-line`), or none has (`none`).
 */
export type Separation = 'all' | 'but-on-line' | 'none';

/**
 * Whether some θ has yᵢ θ·xᵢ > 0 for every sample: whether all yᵢxᵢ lie in an open half-plane. It is decided exactly
 * for the numbers given.
 * @param inputs count × 2, row-major
 * @param targets −1 and 1
 */
export function isSeparable(inputs: Vector, targets: Vector): boolean {
  return separationOf(inputs, targets) === 'all';
}

/** The same, with what lies between yes and no. */
export function separationOf(inputs: Vector, targets: Vector): Separation {
  // The narrowest cone that holds all vectors so far, from `right` counter-clockwise to `left`: at most half a turn.
  const right = { x: 0, y: 0 };
  const left = { x: 0, y: 0 };
  let isEmpty = true;
  let hasZero = false;
  /** The first vector that made a whole line of the cone, or its border: all else must lie on one side of it. */
  let border: { readonly x: number; readonly y: number } | null = null;
  let side = 0;
  for (let i = 0; i < targets.length; i++) {
    const x = targets[i] * inputs[2 * i];
    const y = targets[i] * inputs[2 * i + 1];
    if (x === 0 && y === 0) {
      hasZero = true;
      continue;
    }
    if (border) {
      const turn = crossSign(border.x, border.y, x, y);
      if (turn * side < 0) return 'none';
      if (side === 0) side = turn;
      continue;
    }
    if (isEmpty) {
      isEmpty = false;
      Object.assign(right, { x, y });
      Object.assign(left, { x, y });
      continue;
    }
    const fromRight = crossSign(right.x, right.y, x, y);
    const fromLeft = crossSign(left.x, left.y, x, y);
    const width = crossSign(right.x, right.y, left.x, left.y);
    if (fromRight === 0 && right.x * x + right.y * y < 0) {
      border = { ...right };
      side = width;
    } else if (fromLeft === 0 && left.x * x + left.y * y < 0) {
      border = { ...left };
      side = -width;
    } else if (fromRight < 0 && fromLeft > 0) return 'none';
    else if (fromLeft > 0) Object.assign(left, { x, y });
    else if (fromRight < 0) Object.assign(right, { x, y });
  }
  if (border) return side === 0 ? 'none' : 'but-on-line';
  if (isEmpty) return 'none';
  return hasZero ? 'but-on-line' : 'all';
}

/** The sign of a·d − b·c, exactly: products with what their rounding left away (Dekker 1971). */
function crossSign(a: number, b: number, c: number, d: number): number {
  const plus = a * d;
  const minus = b * c;
  return Math.sign(plus - minus + (restOf(a, d, plus) - restOf(b, c, minus)));
}

const SPLITTER = 2 ** 27 + 1;

/** x·y − product, exactly, where nothing overflows. */
function restOf(x: number, y: number, product: number): number {
  const xHigh = SPLITTER * x - (SPLITTER * x - x);
  const yHigh = SPLITTER * y - (SPLITTER * y - y);
  const xLow = x - xHigh;
  const yLow = y - yHigh;
  return xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow);
}
