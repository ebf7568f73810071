// @ts-expect-error -- the application has no types of Node, and vitest imports any stylesheet as an empty text.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ARROW_ROLES } from '../../src/optimizers/optimizer.ts';
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

/** Linear red, green and blue. */
function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
}

/** How people with normal sight and with each kind of colour blindness see linear colours (Machado et al. 2009). */
const SIGHTS = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protan: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deutan: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritan: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const;

/** OKLab (Ottosson 2020) of a colour as it is seen. */
function oklab(color: string, sight: keyof typeof SIGHTS): number[] {
  const linear = product(SIGHTS[sight], channelsOf(color)).map((x) => Math.min(1, Math.max(0, x)));
  const cones = product(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566, 0.0883024619,
      0.2817188376, 0.6299787005,
    ],
    linear,
  ).map(Math.cbrt);
  return product(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099, 0.0259040371,
      0.7827717662, -0.808675766,
    ],
    cones,
  );
}

/** In OKLab, as two colours are seen. */
function distance(a: string, b: string, sight: keyof typeof SIGHTS): number {
  const [from, to] = [oklab(a, sight), oklab(b, sight)];
  return Math.hypot(...from.map((x, k) => x - to[k]));
}

/** A matrix of three rows times a vector. */
function product(matrix: readonly number[], vector: readonly number[]): number[] {
  return [0, 3, 6].map((row) => vector.reduce((sum, x, j) => sum + matrix[row + j] * x, 0));
}

/** Relative luminance (WCAG 2.2). */
function luminance(color: string): number {
  const [r, g, b] = channelsOf(color);
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

  const classes = ['--class-negative', '--class-positive'];

  test.each(classes)('%s can be read on paper, and is no run’s colour', (name) => {
    expect(contrast(color(name), color('--paper'))).toBeGreaterThanOrEqual(4.5);
    for (const run of runs) expect(distance(color(name), color(run), 'normal'), run).toBeGreaterThan(0.05);
  });

  test.each(Object.keys(SIGHTS) as (keyof typeof SIGHTS)[])(
    'two classes look unlike in %s sight',
    (sight) => {
      const [negative, positive] = classes.map(color);
      expect(distance(negative, positive, sight)).toBeGreaterThan(0.07);
    },
  );

  // The update has its run's colour.
  const terms = ARROW_ROLES.filter((role) => role !== 'update').map((role) => `--term-${role}`);

  test.each(terms)('%s can be read on paper, as a term of a formula is: 4.5 : 1', (term) => {
    expect(contrast(color(term), color('--paper'))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(terms)('%s can be seen on every band, as an arrow is: 3 : 1', (term) => {
    expect(bands.filter((band) => contrast(color(term), color(band)) < 3)).toEqual([]);
  });

  test.each(Object.keys(SIGHTS) as (keyof typeof SIGHTS)[])(
    'no two terms look alike in %s sight',
    (sight) => {
      const distances = terms.flatMap((a, i) =>
        terms.slice(0, i).map((b) => distance(color(a), color(b), sight)),
      );
      expect(Math.min(...distances)).toBeGreaterThan(0.08);
    },
  );

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
