import type { Grid } from './grid.ts';
import type { Levels } from './levels.ts';

/** How much of a band's colour comes from its level's number; the rest comes from the area below it. */
const LEVEL_WEIGHT = 0.45;

/** The band of each device pixel of the window, row by row from the top. */
export interface Bands {
  readonly columns: number;
  readonly rows: number;
  /** 0 below the lowest level, n at or above the highest of n levels and where f is not finite. */
  readonly indices: Uint8Array;
  /** How many pixels each of the n + 1 bands has. */
  readonly areas: Uint32Array;
}

/** Classifies each device pixel by the number of levels at or below its f − f₀. */
export function classifyBands(grid: Grid, { levels }: Levels): Bands {
  const { columns, rows, margin, values } = grid;
  const bounds = Float64Array.from(levels, ({ value }) => value);
  const highest = bounds.length;
  const indices = new Uint8Array(columns * rows);
  const areas = new Uint32Array(highest + 1);
  // Neighbours mostly share their band: walking from the last one found is faster than a search.
  let band = 0;
  for (let row = 0, at = 0; row < rows; row++) {
    let from = (row + margin) * (columns + 2 * margin) + margin;
    for (const end = from + columns; from < end; from++, at++) {
      const value = values[from];
      while (band < highest && value >= bounds[band]) band++;
      while (band > 0 && value < bounds[band - 1]) band--;
      indices[at] = band;
      areas[band]++;
    }
  }
  return { columns, rows, indices, areas };
}

/**
 * The colour of each band, `#rrggbb`: 0.45 parts its number and 0.55 parts the share of the window below it, so that
 * a thin floor and wide walls both keep contrast.
 *
 * @param areas pixels a band
 * @param ramp colours `#rrggbb` from the floor to the walls, at least one
 */
export function bandColors(areas: Uint32Array, ramp: readonly string[]): string[] {
  const colors = ramp.map(components);
  const highest = areas.length - 1;
  const below = new Float64Array(areas.length);
  for (let band = 1; band <= highest; band++) below[band] = below[band - 1] + areas[band - 1];
  return Array.from(areas, (_, band) => {
    const level = highest > 0 ? band / highest : 0;
    const rank = below[highest] > 0 ? below[band] / below[highest] : 0;
    return mix(colors, LEVEL_WEIGHT * level + (1 - LEVEL_WEIGHT) * rank);
  });
}

/** The bands as an image: RGBA bytes, columns × rows × 4. */
export function paintBands({ indices }: Bands, colors: readonly string[]): Uint8ClampedArray<ArrayBuffer> {
  const bytes = new Uint8ClampedArray(indices.length * 4);
  const palette = new Uint32Array(
    Uint8Array.from(colors.flatMap((color) => [...components(color), 255])).buffer,
  );
  const pixels = new Uint32Array(bytes.buffer);
  for (let at = 0; at < indices.length; at++) pixels[at] = palette[indices[at]];
  return bytes;
}

type Rgb = readonly [number, number, number];

function components(color: string): Rgb {
  const bits = Number.parseInt(color.slice(1), 16);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

/**
 * The colour at `part` (0 to 1) of the ramp. Its neighbours differ by two or three in 255, so that mixing them by
 * bytes or in OKLab rounds to the same colour.
 */
function mix(ramp: readonly Rgb[], part: number): string {
  const at = part * (ramp.length - 1);
  const from = ramp[Math.floor(at)];
  const to = ramp[Math.ceil(at)];
  const weight = at - Math.floor(at);
  const hex = from.map((byte, i) => {
    const mixed = Math.round(byte + (to[i] - byte) * weight);
    return mixed.toString(16).padStart(2, '0');
  });
  return `#${hex.join('')}`;
}
