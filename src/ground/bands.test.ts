import { describe, expect, test } from 'vitest';
import { createProblem } from '../problems/createProblem.ts';
import { bandColors, classifyBands, paintBands } from './bands.ts';
import { measureFrom, sampleGrid } from './grid.ts';
import { groundLevels } from './levels.ts';
import { surveyGround } from './paintGround.ts';
import { surface, view } from './testSurface.ts';

const RAMP = Array.from({ length: 28 }, (_, i) => `#${(9 * i).toString(16).padStart(2, '0').repeat(3)}`);
const gray = (color: string) => Number.parseInt(color.slice(1, 3), 16);

describe('classification', () => {
  test('counts the levels at or below each value', () => {
    const { grid, levels, bands } = surveyGround(
      view([-3, 3], [-2, 2], 20),
      surface((x, y) => x * x + 4 * y * y, 0),
    );
    for (let row = 0; row < bands.rows; row++)
      for (let column = 0; column < bands.columns; column++) {
        const at = (row + grid.margin) * (bands.columns + 2 * grid.margin) + column + grid.margin;
        const count = levels.levels.filter(({ value }) => value <= grid.values[at]).length;
        expect(bands.indices[row * bands.columns + column]).toBe(count);
      }
  });

  test('areas add up to the window', () => {
    const { bands } = surveyGround(
      view([-3, 3], [-2, 2], 20),
      surface((x, y) => x * x + y * y, 0),
    );
    expect(bands.areas.reduce((sum, area) => sum + area, 0)).toBe(120 * 80);
  });

  test('gives the highest band to what is not finite', () => {
    const f = (x: number) => (x > 0 ? 10 ** (5 * x) : x > -0.5 ? Number.NaN : -Infinity);
    const { bands, levels } = surveyGround(view([-1, 1], [0, 1], 20), surface(f, 0));
    expect(levels.levels.length).toBeGreaterThan(9);
    for (let column = 0; column < 20; column++) expect(bands.indices[column]).toBe(levels.levels.length);
  });

  test('has one band where f is constant', () => {
    const { bands } = surveyGround(
      view([0, 1], [0, 1], 10),
      surface(() => 5),
    );
    expect(bands.areas).toEqual(Uint32Array.of(100));
  });

  // Towards its tips the floor gets narrower than a pixel, and loses one or two there.
  test.each([
    ['the whole domain', [-2.4, 2.4]],
    ['equal scales', [-2.474, 2.474]],
  ] as const)("finds Rosenbrock's floor below 0.1 in one piece: %s", (_, x) => {
    const problem = createProblem({ id: 'rosenbrock', params: { a: 1, b: 100 }, scale: 1, rotation: 0 });
    const grid = sampleGrid(
      problem,
      { window: { x, y: [-0.4, 2.2] }, width: 784, height: 412, pixelRatio: 1 },
      0,
    );
    measureFrom(0, grid);
    const levels = groundLevels({ least: 0, greatest: 800, minimum: 0 });
    const { indices } = classifyBands(grid, levels);
    const top = levels.levels.findIndex(({ value }) => value === 0.1);
    expect(top).toBeGreaterThan(0);
    const [largest, ...crumbs] = components(indices, 784, (band) => band <= top);
    expect(largest).toBeGreaterThan(700);
    expect(crumbs.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(2);
  });
});

/** Sizes of the 8-connected components of the chosen pixels, falling. */
function components(indices: Uint8Array, columns: number, isChosen: (band: number) => boolean): number[] {
  const left = new Set<number>();
  for (const [at, band] of indices.entries()) if (isChosen(band)) left.add(at);
  const sizes: number[] = [];
  for (const seed of left) {
    let size = 0;
    const stack = [seed];
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      if (!left.delete(at)) continue;
      size++;
      for (const row of [-columns, 0, columns]) stack.push(at + row - 1, at + row, at + row + 1);
    }
    sizes.push(size);
  }
  return sizes.toSorted((a, b) => b - a);
}

describe('colours', () => {
  test('rise with f, from the first of the ramp to the last', () => {
    const { bands } = surveyGround(
      view([-3, 3], [-2, 2], 20),
      surface((x, y) => x * x + y * y, 0),
    );
    const colors = bandColors(bands.areas, RAMP).map(gray);
    expect(colors[0]).toBe(0);
    expect(colors[colors.length - 1]).toBe(243);
    for (let i = 1; i < colors.length; i++) expect(colors[i]).toBeGreaterThan(colors[i - 1]);
  });

  test('are 0.45 parts the number of the band and 0.55 parts the area below it', () => {
    const colors = bandColors(Uint32Array.of(10, 30, 60, 5), RAMP).map(gray);
    const mixed = (level: number, below: number) => Math.round(243 * (0.45 * level + 0.55 * below));
    expect(colors).toEqual([0, mixed(1 / 3, 0.1), mixed(2 / 3, 0.4), 243]);
  });

  test('of a single band is that of the floor', () => {
    expect(bandColors(Uint32Array.of(100), RAMP)).toEqual([RAMP[0]]);
  });

  test('become opaque pixels', () => {
    const bands = { columns: 2, rows: 1, indices: Uint8Array.of(1, 0), areas: Uint32Array.of(1, 1) };
    expect([...paintBands(bands, ['#010203', '#a0b0c0'])]).toEqual([160, 176, 192, 255, 1, 2, 3, 255]);
  });
});
