import type { Vector } from '../linalg/vector.ts';
import { printNumber, roundsTo } from './printNumber.ts';

/** Significant digits of a number in a line. */
export const FEWEST = 3;
export const MOST = 7;

/**
 * Digits in which one sees a point move: each entry has so many decimals that the shortest way of one from θ shows
 * three digits, unless it is far shorter than the longest. One digit is kept back for the right side.
 * @param point where a line leads
 * @param theta where the step began
 */
export function digitsOfPoint(point: Vector, theta: Vector): number[] {
  const ways = Array.from(point, (x, i) => Math.abs(x - theta[i])).filter(
    (way) => way > 0 && Number.isFinite(way),
  );
  if (ways.length === 0) return Array.from(point, () => FEWEST);
  const way = Math.max(Math.min(...ways), Math.max(...ways) * SHORT);
  return Array.from(point, (x) => {
    const digits = x !== 0 && Number.isFinite(x) ? magnitude(x) - magnitude(way) + FEWEST : FEWEST;
    return Math.min(MOST - 1, Math.max(FEWEST, digits));
  });
}

/** A way below this part of another is not worth more decimals. */
const SHORT = 0.01;

function magnitude(x: number): number {
  return Math.floor(Math.log10(Math.abs(x)));
}

/** What is looked for: the fewest digits with which a printed right side rounds to the printed left. */
interface Question {
  readonly left: Vector;
  /** Digits of each entry on the left. */
  readonly digits: readonly number[];
  /** Whether the left is a point, and may do with fewer. */
  readonly isPoint: boolean;
  /** What the printed right side comes to; null where it comes to nothing. */
  readonly evaluate: (digitsOf: DigitsOf) => Vector | null;
}

/** Digits of an entry on the right; a point has as many as the point on the left, and more. */
type DigitsOf = (isPoint: boolean, entry: number) => number;

interface Answer {
  readonly holds: boolean;
  readonly left: readonly number[];
  readonly digitsOf: DigitsOf;
}

/**
 * Looks from the fewest digits on, first at the left side as it is asked for, then at a point with fewer. What never
 * holds is shown with few digits.
 */
export function search({ left, digits, isPoint, evaluate }: Question): Answer {
  const answer = (shown: readonly number[], more: number): Answer => {
    const digitsOf: DigitsOf = (isPointToo, entry) =>
      Math.min(MOST, (isPoint && isPointToo ? shown[entry] : FEWEST) + more);
    const right = evaluate(digitsOf);
    const holds =
      right !== null && left.every((x, i) => roundsTo(right[i], printNumber(x, shown[i]), shown[i]));
    return { holds, left: shown, digitsOf };
  };
  for (let fewer = 0; fewer <= (isPoint ? MOST_FEWER : 0); fewer++) {
    const shown = digits.map((count) => Math.max(FEWEST, count - fewer));
    for (let more = 0; more <= MOST - FEWEST; more++) {
      const found = answer(shown, more);
      if (found.holds) return found;
    }
  }
  return answer(digits, MOST - FEWEST);
}

/** So many digits a point may do without. */
const MOST_FEWER = 2;
