import { levelText } from '../../src/ground/levelText.ts';
import { formatSetting } from '../ui/formatNumber.ts';

/** More letters have no room between the page's edge and the plot. */
const MOST_LETTERS = 7;
/** What is left of a number once the common part is taken off stays below this, in units of its last digit. */
const MOST_LEFT = 1000;
/** Units smaller than 10 to this are written as a power. */
const SMALLEST_PLAIN = -4;
/** So many digits a float64 has for certain. */
const DIGITS = 15;

/** What is written at the ticks of an axis. */
export interface TickLabels {
  /** One a tick. */
  readonly labels: readonly string[];
  /** How labels become coordinates, said once for the axis; null where they are the coordinates themselves. */
  readonly offset: TickOffset | null;
}

/** A coordinate is the base and its label, times the power; null: there is none. */
export interface TickOffset {
  readonly base: string | null;
  readonly power: string | null;
}

/**
 * Numbers for the ticks of an axis that have room beside it: in full where they are short, else what they differ by from
 * a round number near them, 1.2345 + … × 10⁻⁹.
 * @param ticks multiples of the step
 */
export function tickLabels(ticks: readonly number[], step: number): TickLabels {
  const full = ticks.map(formatSetting);
  if (areShort(full)) return { labels: full, offset: null };
  // All in whole units of the step's first digit, so that nothing is rounded.
  const exponent = Math.floor(Math.log10(step) + 1e-9);
  const units = ticks.map((tick) => Math.round(Number(shifted(tick, -exponent))));
  const base = roundNear(units);
  const inUnits = (unit: number) => Number(shifted(unit, exponent));
  const rest = units.map((unit) => unit - base);
  const baseText = base === 0 ? null : formatSetting(inUnits(base));
  const plain = rest.map((unit) => formatSetting(inUnits(unit)));
  if (baseText !== null && exponent >= SMALLEST_PLAIN && areShort(plain))
    return { labels: plain, offset: { base: baseText, power: null } };
  return { labels: rest.map(levelText), offset: { base: baseText, power: levelText(inUnits(1)) } };
}

function areShort(texts: readonly string[]): boolean {
  return texts.every((text) => text.length <= MOST_LETTERS);
}

/** The number with the most zeros that is near all of these. */
function roundNear(units: readonly number[]): number {
  const middle = (Math.min(...units) + Math.max(...units)) / 2;
  let best = Math.round(middle);
  for (let zeros = 1; zeros <= DIGITS; zeros++) {
    const round = Math.round(middle / 10 ** zeros) * 10 ** zeros;
    if (units.some((unit) => Math.abs(unit - round) >= MOST_LEFT)) break;
    best = round;
  }
  return best;
}

/** A number times a power of ten, without the rounding of a product. */
function shifted(value: number, exponent: number): string {
  const [mantissa, power] = value.toExponential().split('e');
  return `${mantissa}e${Number(power) + exponent}`;
}
