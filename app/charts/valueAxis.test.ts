import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { seriesWith } from './exampleRuns.ts';
import { pixelsOf, valueAxis, valueTicks, type ValueAxis } from './valueAxis.ts';

const HEIGHT = 160;
const EVERYWHERE = { from: 0, to: 1e9 };

const axisOf = (
  runs: readonly (readonly number[])[],
  floor: number | null,
  scale: 'auto' | 'log' | 'linear' = 'auto',
) =>
  valueAxis(
    runs.map((values) => seriesWith(values)),
    floor,
    scale,
    EVERYWHERE,
  );
const toPixel = (axis: ValueAxis, value: number) => pixelsOf(axis, HEIGHT)(value);

/** Values of all sizes, evenly by decades, of both signs. */
const loss = fc
  .tuple(fc.constantFrom(-1, 1), fc.integer({ min: -3000, max: 3000 }))
  .map(([sign, power]) => sign * 10 ** (power / 10));
const anyLoss = fc.oneof(
  { weight: 5, arbitrary: loss },
  fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
);

describe('the axis', () => {
  test('is logarithmic above the minimum where that is known, though losses are negative', () => {
    const axis = axisOf([[-28.5, -70, -78.25]], -78.5);
    expect([axis.kind, axis.floor]).toEqual(['log', -78.5]);
    expect(axis.from).toBeLessThan(0.25);
    expect(axis.to).toBeGreaterThan(50);
  });

  test('is logarithmic without a known minimum where all values are positive', () => {
    expect(axisOf([[40, 3, 0.02]], null)).toMatchObject({ kind: 'log', floor: 0, canBeLog: true });
  });

  test.each([
    ['a negative value', [4, 1.5, -2]],
    ['a value of zero', [4, 1.5, 0]],
  ])(
    'is linear without a known minimum where there is %s, also if a logarithmic one is asked for',
    (_, values) => {
      for (const scale of ['auto', 'log'] as const) {
        const axis = axisOf([values], null, scale);
        expect([axis.kind, axis.canBeLog]).toEqual(['linear', false]);
        expect(axis.from).toBeLessThan(Math.min(...values));
        expect(axis.to).toBeGreaterThan(4);
      }
    },
  );

  test('is linear, in the values themselves, where that is asked for', () => {
    const axis = axisOf([[-28.5, -70, -78.25]], -78.5, 'linear');
    expect(axis).toMatchObject({ kind: 'linear', floor: 0, canBeLog: true });
    expect(toPixel(axis, -70) - toPixel(axis, -28.5)).toBeCloseTo(
      (41.5 / 8.25) * (toPixel(axis, -78.25) - toPixel(axis, -70)),
      9,
    );
  });

  test('holds what is within the span, and no more', () => {
    const run = seriesWith([900, 500, 80, 40, 20, 10, 0.001]);
    const axis = valueAxis([run], 0, 'auto', { from: 2, to: 4 });
    // One value on each side leads in and out.
    expect(axis.to).toBeLessThan(700);
    expect(axis.to).toBeGreaterThan(500);
    expect(axis.from).toBeGreaterThan(5);
    expect(axis.from).toBeLessThan(10);
  });

  test('holds the range of what lies between rows', () => {
    const run = seriesWith([9, 8, 7]);
    const ranges = {
      least: { numbers: Float64Array.of(9, 1e-3, 7), stride: 1, offset: 0 },
      greatest: { numbers: Float64Array.of(9, 8, 600), stride: 1, offset: 0 },
    };
    const axis = valueAxis([{ ...run, ranges }], 0, 'auto', EVERYWHERE);
    expect(toPixel(axis, 600)).toBeGreaterThan(0);
    expect(toPixel(axis, 1e-3)).toBeLessThan(HEIGHT);
  });

  const height = (runs: readonly (readonly number[])[]) =>
    Math.max(1, ...runs.map(([start]) => Math.abs(start)));

  test('holds every value of every run that did not diverge, but what is far below the start', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(loss, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (runs) => {
          const axis = axisOf(runs, null);
          for (const value of runs.flat()) {
            const y = toPixel(axis, value);
            expect(y).toBeGreaterThanOrEqual(0);
            // Fourteen decades below the greatest, on a logarithmic axis, is rounding.
            const isShown = axis.kind === 'linear' ? value >= -20 * height(runs) : value > axis.to * 1e-12;
            if (isShown) expect(y).toBeLessThanOrEqual(HEIGHT);
          }
        },
      ),
      REPEATABLE,
    );
  });

  test('lets what has no lower bound leave by the bottom: SGD off a saddle', () => {
    const axis = axisOf(
      [
        [2.25, 1.5, -0.3, -9, -4e7],
        [2.25, 0.1],
      ],
      null,
    );
    expect(axis.kind).toBe('linear');
    expect(toPixel(axis, -9)).toBeLessThan(HEIGHT);
    expect(toPixel(axis, -4e7)).toBeGreaterThan(HEIGHT);
    expect(toPixel(axis, 2.25) - toPixel(axis, -9)).toBeLessThan(-HEIGHT / 6);
  });

  test('holds of a run that diverged no more than its start, whatever it came to', () => {
    const calm = seriesWith([50, 9, 0.4]);
    const wild = seriesWith([700, 1e6, 1e30, Infinity, Number.NaN], 'diverged');
    const axis = valueAxis([calm, wild], 0, 'auto', EVERYWHERE);
    expect(axis.to).toBeGreaterThan(700);
    expect(axis.to).toBeLessThan(2000);
    expect(toPixel(axis, 1e30)).toBeLessThan(0);
    expect(axis).toEqual(valueAxis([calm, seriesWith([700])], 0, 'auto', EVERYWHERE));
  });

  test('shows what diverged where nothing else is in sight', () => {
    const wild = seriesWith([700, 1e3, 1e4, 1e5, Infinity], 'diverged');
    const axis = valueAxis([wild], 0, 'auto', { from: 2, to: 3 });
    expect(toPixel(axis, 1e4)).toBeGreaterThan(0);
    expect(toPixel(axis, 1e4)).toBeLessThan(HEIGHT);
  });

  test('does not look at rows that have not come', () => {
    const empty = { ...seriesWith([12, 3], 'diverged'), rows: 0 };
    expect(valueAxis([empty, seriesWith([7, 5])], null, 'auto', EVERYWHERE)).toEqual(axisOf([[7, 5]], null));
  });

  test('takes values at the minimum, or below it by rounding, out of sight', () => {
    const axis = axisOf([[3, 0.5, 0, -1e-17]], 0);
    expect(axis.kind).toBe('log');
    for (const value of [0, -1e-17]) expect(toPixel(axis, value)).toBeGreaterThan(HEIGHT);
  });

  test('reaches down no further than float64 can tell progress from rounding', () => {
    const axis = axisOf([[2000, 1e-9, 1e-200]], 0);
    expect(axis.from).toBeGreaterThan(1e-12);
    expect(toPixel(axis, 1e-9)).toBeLessThan(HEIGHT);
  });

  test('spans something where all values are alike', () => {
    for (const [values, least] of [
      [[6, 6, 6], null],
      [[0, 0], 0],
      [[-3e16], null],
      [[-78.5, -78.5], -78.5],
    ] as const) {
      const y = toPixel(axisOf([values], least), values[0]);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(HEIGHT);
    }
  });

  test('stands without runs, and with none that has a number', () => {
    for (const runs of [[], [[Number.NaN, Infinity]]]) {
      const axis = axisOf(runs, null);
      expect(axis.from).toBeLessThan(axis.to);
    }
  });
});

describe('the pixel of a value', () => {
  test('that is infinite is far out of sight, on its side; one that is no number has none', () => {
    for (const axis of [axisOf([[40, 3, 0.02]], 0), axisOf([[40, 3, -2]], null)]) {
      expect(toPixel(axis, Infinity)).toBeLessThan(-100 * HEIGHT);
      expect(toPixel(axis, -Infinity)).toBeGreaterThan(100 * HEIGHT);
      expect(toPixel(axis, Number.NaN)).toBeNaN();
    }
  });

  test('keeps equal factors at equal distances, and more at the top', () => {
    const axis = axisOf([[5000, 0.7]], 0);
    expect(toPixel(axis, 3) - toPixel(axis, 30)).toBeCloseTo(toPixel(axis, 70) - toPixel(axis, 700), 9);
    expect(toPixel(axis, 30)).toBeLessThan(toPixel(axis, 3));
  });
});

describe('ticks of the axis', () => {
  test('lie within it, a few of them, and at least one has a number', () => {
    fc.assert(
      fc.property(
        fc.array(anyLoss, { minLength: 1, maxLength: 30 }),
        fc.option(loss),
        fc.integer({ min: 2, max: 5 }),
        (values, least, labels) => {
          const axis = axisOf([values], least);
          const ticks = valueTicks(axis, labels);
          expect(ticks.filter(({ isLabelled }) => isLabelled).length).toBeGreaterThan(0);
          expect(ticks.filter(({ isLabelled }) => isLabelled).length).toBeLessThan(8);
          expect(ticks.length).toBeLessThan(2 * labels + 5);
          if (!Number.isFinite(axis.to - axis.from)) return;
          for (const { value } of ticks) {
            expect(value).toBeGreaterThanOrEqual(axis.from);
            expect(value).toBeLessThanOrEqual(axis.to);
          }
        },
      ),
      REPEATABLE,
    );
  });

  test('are whole decades, to the last digit, every so-manieth with a number', () => {
    const ticks = valueTicks(axisOf([[300, 2e-5]], 0), 3);
    expect(ticks.map(({ value }) => value)).toEqual([100, 10, 1, 0.1, 0.01, 0.001, 0.0001]);
    expect(ticks.filter(({ isLabelled }) => isLabelled).map(({ value }) => value)).toEqual([
      100, 0.1, 0.0001,
    ]);
  });

  test('are parts of decades where there is but one', () => {
    const axis = { kind: 'log', from: 14, to: 60, floor: 0, canBeLog: true } as const;
    expect(valueTicks(axis, 4).map(({ value }) => value)).toEqual([20, 50]);
  });

  test('of a linear axis are values themselves', () => {
    const axis = axisOf([[-78.5, -78.5]], -78.5);
    expect(axis.floor).toBe(0);
    for (const { value } of valueTicks(axis, 4)) expect(Math.abs(value + 78.5)).toBeLessThan(5);
  });
});
