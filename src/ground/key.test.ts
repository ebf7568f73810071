import { describe, expect, test } from 'vitest';
import { keyTicks } from './key.ts';
import { groundLevels } from './levels.ts';
import { levelText } from './levelText.ts';

describe('a level is printed', () => {
  test.each([
    [1000, '1,000'],
    [100, '100'],
    [0.1, '0.1'],
    [0.01, '0.01'],
    [0.001, '10⁻³'],
    [1e-10, '10⁻¹⁰'],
    [100_000, '100,000'],
    [1e6, '10⁶'],
    [2.5e7, '2.5×10⁷'],
    [0.0035, '3.5×10⁻³'],
    [0, '0'],
    [-4, '−4'],
    [-1250.5, '−1,250.5'],
    [-1e-3, '−10⁻³'],
    [0.1 + 0.2, '0.3'],
    [1234.56789, '1,234.56789'],
  ])('%d as %s', (value, text) => {
    expect(levelText(value)).toBe(text);
  });
});

describe('the key', () => {
  const colors = (count: number) => Array.from({ length: count }, (_, i) => `#0000${String(10 + i)}`);

  test('has the decades at even distances', () => {
    const { ticks } = keyTicks(groundLevels({ least: 0, greatest: 3800, minimum: 0 }), colors(29));
    expect(ticks.map(({ text }) => text)).toEqual(['0.1', '1', '10', '100', '1,000']);
    const gaps = ticks.slice(1).map(({ at }, i) => at - ticks[i].at);
    for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0], 12);
  });

  test("has each band's colour in the middle of its band, from end to end", () => {
    const { ticks, stops } = keyTicks(groundLevels({ least: 0, greatest: 1000, minimum: 0 }), colors(29));
    expect(stops.map(({ color }) => color)).toEqual(colors(29));
    for (let i = 1; i < stops.length; i++) expect(stops[i].at).toBeGreaterThan(stops[i - 1].at);
    expect(stops[0].at).toBeGreaterThanOrEqual(0);
    expect(stops[28].at).toBeLessThanOrEqual(1);
    const hundred = ticks.find(({ text }) => text === '100')?.at ?? 0;
    expect(stops.findIndex(({ at }) => at > hundred)).toBe(23);
  });

  test('has index lines among round values', () => {
    const levels = groundLevels({ least: 103, greatest: 297, minimum: 0 });
    const { ticks } = keyTicks(levels, colors(20));
    expect(ticks.map(({ text }) => text)).toEqual(['150', '200', '250']);
    expect(ticks[0].at).toBeCloseTo((150 - 103) / (297 - 103), 12);
  });

  test('leaves out numbers that do not fit', () => {
    const levels = groundLevels({ least: 0, greatest: 2e-8, minimum: 0 });
    const { ticks } = keyTicks(levels, colors(29));
    expect(ticks.map(({ text }) => text).join('').length).toBeLessThanOrEqual(24);
    expect(ticks.length).toBeGreaterThan(2);
  });

  test('is empty where f is constant', () => {
    expect(keyTicks(groundLevels({ least: 3, greatest: 3, minimum: 0 }), ['#000000'])).toEqual({
      ticks: [],
      stops: [],
    });
  });
});
