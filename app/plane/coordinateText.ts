import { formatFixed } from '../ui/formatNumber.ts';

/** A coordinate with a fixed number of decimals, so that it does not shake while the pointer moves: −1.320, 12,500. */
export function coordinateText(value: number, decimals: number): string {
  const text = formatFixed(Math.abs(value), decimals);
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
