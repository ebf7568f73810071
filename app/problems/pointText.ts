import { formatSetting } from '../ui/formatNumber.ts';

/** Digits of a coordinate: all that are known of most, and a number that can be read. */
const DIGITS = 8;
/** A value closer to 0 than this, for a loss of ordinary size, is what rounding leaves of 0. */
const ROUNDING = 1e-12;

/** A point in parentheses, eight significant digits a coordinate; of a matrix, row by row: (3, −2; 1, 4); or one number. */
export function pointText(point: readonly number[], shape: readonly [number, number] | null): string {
  if (point.length === 1) return settingOf(point[0]);
  const columns = shape?.[1] ?? point.length;
  const rows: string[] = [];
  for (let from = 0; from < point.length; from += columns)
    rows.push(
      point
        .slice(from, from + columns)
        .map((x) => settingOf(x))
        .join(', '),
    );
  return `(${rows.join('; ')})`;
}

/** The value at a critical point. Where it is 0 by the definition, evaluating f leaves some 1e-30. */
export function valueText(value: number, scale: number): string {
  return Math.abs(value) < ROUNDING * scale ? '0' : settingOf(value);
}

function settingOf(value: number): string {
  return formatSetting(Number(value.toPrecision(DIGITS)));
}
