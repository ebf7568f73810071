// @ts-expect-error -- the application has no types of Node, and vitest imports any stylesheet as an empty text.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { THEMES } from '../../src/scene/scene.ts';
import { slotOf } from '../plane/slots.ts';

const css: string = readFileSync(new URL('theme.css', import.meta.url), 'utf8');

/** The colours `#rrggbb` of a theme, by the names of their custom properties. */
function colorsOf(theme: string): ReadonlyMap<string, string> {
  const block = new RegExp(String.raw`\[data-theme='${theme}'\]\s*\{([^}]*)\}`).exec(css)?.[1] ?? '';
  return new Map(
    Array.from(block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g), ([, name, color]) => [name, color]),
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio (WCAG 2.2), 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test('contrast is 21 between black and white, and 4.48 where WCAG’s own example just misses 4.5', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#ffffff', '#777777')).toBeCloseTo(4.48, 2);
});

describe.each(THEMES)('the theme %s', (theme) => {
  const colors = colorsOf(theme);
  const color = (name: string) => colors.get(name) ?? expect.fail(`${theme} has no ${name}`);
  const bands = [...colors.keys()].filter((name) => name.startsWith('--band-'));
  const runs = [...new Set(Array.from({ length: 12 }, (_, i) => slotOf(i + 1).color))];

  test('has 28 bands, from the floor on', () => {
    expect(bands).toEqual(Array.from({ length: 28 }, (_, i) => `--band-${String(i).padStart(2, '0')}`));
  });

  test.each(runs)('%s can be seen on every band: 3 : 1', (run) => {
    const faint = bands
      .map((band) => ({ band, ratio: contrast(color(run), color(band)) }))
      .filter(({ ratio }) => ratio < 3);
    expect(faint).toEqual([]);
  });

  test.each(['--ink', '--ink-2', '--ink-3', '--danger', '--map-label'])(
    '%s can be read on paper: 4.5 : 1',
    (text) => {
      expect(contrast(color(text), color('--paper'))).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(runs)('%s can be read on paper, as a run’s name is: 4.5 : 1', (run) => {
    expect(contrast(color(run), color('--paper'))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['--ink', '--ink-2', '--ink-3', '--danger'])('%s can be read on sunk paper: 4.5 : 1', (text) => {
    expect(contrast(color(text), color('--paper-sunk'))).toBeGreaterThanOrEqual(4.5);
  });

  test('labels of the map can be read on every band: 4.5 : 1', () => {
    const faint = bands.filter((band) => contrast(color('--map-label'), color(band)) < 4.5);
    expect(faint).toEqual([]);
  });

  test.each(['--focus', '--rule-strong'])('%s can be seen on paper: 3 : 1', (mark) => {
    expect(contrast(color(mark), color('--paper'))).toBeGreaterThanOrEqual(3);
  });
});
