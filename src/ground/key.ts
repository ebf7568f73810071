import type { Levels } from './levels.ts';
import { levelText } from './levelText.ts';

/** The map's key: a bar from the lowest to the highest value shown. */
export interface GroundKey {
  /** Numbers below the bar: decades, or the index lines among round values. */
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  /** The bar's colours; `at` is 0 at its start, 1 at its end, as in a linear gradient. */
  readonly stops: readonly { readonly at: number; readonly color: string }[];
}

/** The width of the bar in characters of its numbers, and what two neighbours keep between them. */
const BAR_CHARACTERS = 29;
const GAP_CHARACTERS = 1;

/**
 * The ticks and colours of a key along log(f − f₀), or along f where the levels are round values.
 * @param bandColors one more than there are levels
 * @returns nothing where there are no levels: f is constant over the window
 */
export function keyTicks({ levels, spacing, range }: Levels, bandColors: readonly string[]): GroundKey {
  if (levels.length === 0) return { ticks: [], stops: [] };
  const along = spacing === 'log' ? Math.log10 : (value: number) => value;
  const first = levels[0].value;
  const last = levels[levels.length - 1].value;
  // Bands below the lowest and above the highest level show as much of themselves as a band between levels does.
  const band = levels.length > 1 ? (along(last) - along(first)) / (levels.length - 1) : 1;
  const lowest = spacing === 'log' ? along(Math.max(0, range[0])) : range[0];
  const start = Math.max(lowest, along(first) - band);
  const end = Math.min(along(range[1]), along(last) + band);
  const at = (place: number) => (place - start) / (end - start);
  const bounds = [start, ...levels.map(({ value }) => along(value)), end];
  const stops = bandColors.map((color, i) => ({ at: at((bounds[i] + bounds[i + 1]) / 2), color }));
  const numbers = levels
    .filter(({ isIndex }) => isIndex)
    .map(({ value, label }) => ({ at: at(along(value)), text: levelText(label) }));
  return { ticks: thinned(numbers), stops };
}

/** Every number, or every second, third … from the last, until none touches its neighbour. */
function thinned(numbers: GroundKey['ticks']): GroundKey['ticks'] {
  for (let stride = 1; ; stride++) {
    const ticks = numbers.filter((_, i) => (numbers.length - 1 - i) % stride === 0);
    const fits = ticks.every((tick, i) => i === 0 || !touch(ticks[i - 1], tick));
    if (fits || ticks.length <= 1) return ticks;
  }
}

function touch(a: GroundKey['ticks'][number], b: GroundKey['ticks'][number]): boolean {
  const distance = (b.at - a.at) * BAR_CHARACTERS;
  return distance < (a.text.length + b.text.length) / 2 + GAP_CHARACTERS;
}
