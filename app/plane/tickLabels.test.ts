import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { tickLabels } from './tickLabels.ts';
import { axisStep, axisTicks } from './viewport.ts';

describe('the numbers of an axis', () => {
  test('stand in full where they are short', () => {
    expect(tickLabels([-1.5, -1, -0.5, 0], 0.5)).toEqual({
      labels: ['−1.5', '−1', '−0.5', '0'],
      offset: null,
    });
    expect(tickLabels([0.00002, 0.00004], 0.00002)).toEqual({ labels: ['2×10⁻⁵', '4×10⁻⁵'], offset: null });
  });

  test('say once what they have in common where they would be long', () => {
    expect(tickLabels([1, 1 + 2e-10, 1 + 4e-10], 2e-10)).toEqual({
      labels: ['0', '2', '4'],
      offset: { base: '1', power: '10⁻¹⁰' },
    });
    expect(tickLabels([1.2345679, 1.2345679005, 1.234567901], 5e-10)).toEqual({
      labels: ['0', '5', '10'],
      offset: { base: '1.2345679', power: '10⁻¹⁰' },
    });
    expect(tickLabels([-1234.56, -1234.54], 0.02)).toEqual({
      labels: ['−4.56', '−4.54'],
      offset: { base: '−1,230', power: null },
    });
  });

  test('need no base where the axis passes the origin far from it', () => {
    expect(tickLabels([-100_000, -50_000, 0], 50_000)).toEqual({
      labels: ['−10', '−5', '0'],
      offset: { base: null, power: '10,000' },
    });
  });

  test('are none where an axis is too short for a tick', () => {
    expect(tickLabels([], 0.1)).toEqual({ labels: [], offset: null });
  });

  test('are short, unlike, and give the ticks back, in all views', () => {
    // A window's width against its distance from the origin is at least 10⁻⁹.
    const views = fc.record({
      middle: fc.double({ min: -1e4, max: 1e4, noNaN: true }),
      width: fc.double({ min: -9, max: 4, noNaN: true }),
      pixels: fc.integer({ min: 240, max: 1800 }),
    });
    const power = (text: string | null) => (text === null ? 1 : numberOf(text));
    fc.assert(
      fc.property(views, ({ middle, width, pixels }) => {
        const wide = 10 ** width * Math.max(1, Math.abs(middle));
        const interval = [middle - wide / 2, middle + wide / 2] as const;
        const viewport = { scale: pixels / (interval[1] - interval[0]) };
        const ticks = axisTicks(interval, viewport);
        const { labels, offset } = tickLabels(ticks, axisStep(interval, viewport));
        expect(new Set(labels).size).toBe(ticks.length);
        for (const [i, tick] of ticks.entries()) {
          expect(labels[i].length).toBeLessThanOrEqual(7);
          const base = offset?.base ? numberOf(offset.base) : 0;
          const told = base + numberOf(labels[i]) * power(offset?.power ?? null);
          expect(Math.abs(told - tick)).toBeLessThan(1e-3 * axisStep(interval, viewport));
        }
      }),
      REPEATABLE,
    );
  });
});

/** −1.5, 1,230 and 2×10⁻⁵ as numbers. */
function numberOf(text: string): number {
  const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  return Number(
    text
      .replaceAll(/[−⁻]/g, '-')
      .replaceAll(',', '')
      .replace(/^(-?)10(?=[-⁰¹²³⁴⁵⁶⁷⁸⁹])/, '$11e')
      .replace('×10', 'e')
      .replaceAll(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(superscripts.indexOf(digit))),
  );
}
