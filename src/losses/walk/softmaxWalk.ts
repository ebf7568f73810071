import { FEWEST, MOST } from '../../reading/digits.ts';
import { printNumber, roundsTo } from '../../reading/printNumber.ts';
import type { PrintedNumber } from '../../reading/reading.ts';
import { LN_OF_BASE, type Logarithm } from './logarithm.ts';
import { cleared } from './printEquation.ts';

/** How the exponentials are taken: of the scores, as slides print it, or of their distances to the largest one. */
export type Way = 'as-printed' | 'stable';

/** The stages between scores and loss, an entry a class. */
export interface SoftmaxWalk {
  readonly way: Way;
  readonly largest: number;
  /** What e is raised to. */
  readonly exponents: readonly number[];
  /** ∞ where float64 has no such number. */
  readonly exponentials: readonly number[];
  readonly sum: number;
  /** NaN where ∞ would be divided by ∞. */
  readonly probabilities: readonly number[];
}

/** Scores → exp → normalise, one of the two ways. */
export function softmaxWalk(scores: readonly number[], way: Way): SoftmaxWalk {
  const largest = Math.max(...scores);
  const exponents = way === 'stable' ? scores.map((s) => cleared(s - largest)) : scores;
  const exponentials = exponents.map(Math.exp);
  const sum = exponentials.reduce((total, e) => total + e, 0);
  const probabilities = exponentials.map((e) => e / sum);
  return { way, largest, exponents, exponentials, sum, probabilities };
}

/** −ln of the true class's probability as this way comes to it: NaN and ∞ where it breaks down. */
export function lossOfWalk({ way, exponents, sum, probabilities }: SoftmaxWalk, trueClass: number): number {
  return way === 'stable' ? Math.log(sum) - exponents[trueClass] : 0 - Math.log(probabilities[trueClass]);
}

/** The numbers of a walk as they are printed. */
export interface PrintedWalk {
  readonly exponentials: readonly PrintedNumber[];
  readonly sum: PrintedNumber;
  readonly probabilities: readonly PrintedNumber[];
  /** What this way comes to, in the chosen logarithm. */
  readonly loss: PrintedNumber;
  /** Whether the printed numbers add up to the printed sum, and divide to the printed probabilities. */
  readonly divides: boolean;
  /** Whether the last line, computed with what is printed in it, rounds to the printed loss. */
  readonly ends: boolean;
}

/**
 * Prints all exponentials and their sum in the fewest digits with which the printed numbers add up to the printed sum and
 * divide to the printed probabilities; of those, the true class's has as many as its logarithm needs.
 */
export function printWalk(walk: SoftmaxWalk, trueClass: number, logarithm: Logarithm): PrintedWalk {
  const scale = LN_OF_BASE[logarithm];
  const isStable = walk.way === 'stable';
  const loss = printNumber(lossOfWalk(walk, trueClass) / scale, FEWEST);
  const ofSum = (sum: number) => (Math.log(sum) - walk.exponents[trueClass]) / scale;
  const ofProbability = (p: number) => (0 - Math.log(p)) / scale;
  const digitsOfTrue = isStable ? FEWEST : digitsFor(walk.probabilities[trueClass], ofProbability, loss);
  const digitsOf = (k: number) => (k === trueClass ? digitsOfTrue : FEWEST);
  const probabilities = walk.probabilities.map((p, k) => printNumber(p, digitsOf(k)));

  const attempt = (digits: number): PrintedWalk => {
    const exponentials = walk.exponentials.map((e) => printNumber(e, digits));
    const sum = printNumber(walk.sum, digits);
    const total = exponentials.reduce((of, { value }) => of + value, 0);
    const divides =
      roundsTo(total, sum, digits) &&
      exponentials.every(({ value }, k) => roundsTo(value / sum.value, probabilities[k], digitsOf(k)));
    const last = isStable ? ofSum(sum.value) : ofProbability(probabilities[trueClass].value);
    return { exponentials, sum, probabilities, loss, divides, ends: roundsTo(last, loss, FEWEST) };
  };
  for (let digits = FEWEST; digits < MOST; digits++) {
    const printed = attempt(digits);
    if (printed.divides && (printed.ends || !isStable)) return printed;
  }
  return attempt(MOST);
}

/** The fewest digits of a number with which what is computed from it rounds to what is printed. */
function digitsFor(x: number, computed: (x: number) => number, left: PrintedNumber): number {
  for (let digits = FEWEST; digits < MOST; digits++)
    if (roundsTo(computed(printNumber(x, digits).value), left, FEWEST)) return digits;
  return MOST;
}
