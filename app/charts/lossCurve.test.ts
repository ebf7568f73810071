import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/engine/trajectory.ts';
import { REPEATABLE } from '../../src/scene/sceneArbitrary.ts';
import { taskOf } from '../../src/scene/scene.ts';
import { createTrajectory, type Trajectory } from '../engine/trajectories.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { lossAxis, lossCurve, lossTicks, lossToPixel } from './lossCurve.ts';

const HEIGHT = 160;

/** A run with these losses, a step each. */
function runOf(losses: readonly number[], ending: Outcome['kind'] | null = 'finished'): Trajectory {
  const task = { ...taskOf(OPENING_SCENE, OPENING_SCENE.runs[0]), steps: losses.length };
  const trajectory = createTrajectory('run', task);
  trajectory.losses.set(losses);
  trajectory.steps.set(losses.map((_, i) => i));
  trajectory.rows = losses.length;
  trajectory.outcome = ending && ({ kind: ending, step: losses.length - 1 } as Outcome);
  return trajectory;
}

const pairs = (points: readonly number[]) =>
  Array.from({ length: points.length / 2 }, (_, i) => ({ x: points[2 * i], y: points[2 * i + 1] }));

const curveOf = (losses: readonly number[], width: number, minimum: number | null = 0) => {
  const run = runOf(losses);
  return pairs(lossCurve(run, lossAxis([run], minimum), losses.length - 1, width, HEIGHT));
};

/** Values of all sizes, evenly by decades, of both signs. */
const loss = fc
  .tuple(fc.constantFrom(-1, 1), fc.integer({ min: -3000, max: 3000 }))
  .map(([sign, power]) => sign * 10 ** (power / 10));
const anyLoss = fc.oneof(
  { weight: 5, arbitrary: loss },
  fc.constantFrom(0, -0, Number.NaN, Infinity, -Infinity, Number.MAX_VALUE, -Number.MAX_VALUE, 5e-324),
);
const losses = fc.array(anyLoss, { minLength: 1, maxLength: 30 });
const minimum = fc.option(loss);

describe('the axis of losses', () => {
  test('is logarithmic in f − f₀ where the minimum is known, though losses are negative', () => {
    const axis = lossAxis([runOf([-28.5, -70, -78.25])], -78.5);
    expect([axis.kind, axis.floor]).toEqual(['log', -78.5]);
    expect(axis.from).toBeLessThan(0.25);
    expect(axis.to).toBeGreaterThan(50);
  });

  test('is logarithmic without a known minimum where all losses are positive', () => {
    expect(lossAxis([runOf([40, 3, 0.02])], null)).toMatchObject({ kind: 'log', floor: 0 });
  });

  test.each([
    ['a negative loss', [4, 1.5, -2]],
    ['a loss of zero', [4, 1.5, 0]],
  ])('is linear without a known minimum where there is %s', (_, values) => {
    const axis = lossAxis([runOf(values)], null);
    expect(axis.kind).toBe('linear');
    expect(axis.from).toBeLessThan(Math.min(...values));
    expect(axis.to).toBeGreaterThan(4);
  });

  const height = (runs: readonly (readonly number[])[]) =>
    Math.max(1, ...runs.map(([start]) => Math.abs(start)));

  test('holds every loss of every run that did not diverge, but what is far below the start', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(loss, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 }),
        (runs) => {
          const axis = lossAxis(
            runs.map((values) => runOf(values)),
            null,
          );
          for (const value of runs.flat()) {
            const y = lossToPixel(axis, value, HEIGHT);
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
    const axis = lossAxis([runOf([2.25, 1.5, -0.3, -9, -4e7]), runOf([2.25, 0.1])], null);
    expect(axis.kind).toBe('linear');
    expect(lossToPixel(axis, -9, HEIGHT)).toBeLessThan(HEIGHT);
    expect(lossToPixel(axis, -4e7, HEIGHT)).toBeGreaterThan(HEIGHT);
    expect(lossToPixel(axis, 2.25, HEIGHT) - lossToPixel(axis, -9, HEIGHT)).toBeLessThan(-HEIGHT / 6);
  });

  test('holds of a run that diverged no more than its start, whatever it came to', () => {
    const calm = runOf([50, 9, 0.4]);
    const wild = runOf([700, 1e6, 1e30, Infinity, Number.NaN], 'diverged');
    const axis = lossAxis([calm, wild], 0);
    expect(axis.to).toBeGreaterThan(700);
    expect(axis.to).toBeLessThan(2000);
    expect(lossToPixel(axis, 1e30, HEIGHT)).toBeLessThan(0);
    expect(axis).toEqual(lossAxis([calm, runOf([700])], 0));
  });

  test('does not look at rows that have not come', () => {
    const run = runOf([12, 3], 'diverged');
    run.rows = 0;
    expect(lossAxis([run, runOf([7, 5])], null)).toEqual(lossAxis([runOf([7, 5])], null));
  });

  test('takes losses at the minimum, or below it by rounding, out of sight', () => {
    const axis = lossAxis([runOf([3, 0.5, 0, -1e-17])], 0);
    expect(axis.kind).toBe('log');
    for (const value of [0, -1e-17]) expect(lossToPixel(axis, value, HEIGHT)).toBeGreaterThan(HEIGHT);
  });

  test('reaches down no further than float64 can tell progress from rounding', () => {
    const axis = lossAxis([runOf([2000, 1e-9, 1e-200])], 0);
    expect(axis.from).toBeGreaterThan(1e-12);
    expect(lossToPixel(axis, 1e-9, HEIGHT)).toBeLessThan(HEIGHT);
  });

  test('spans something where all losses are alike', () => {
    for (const [values, least] of [
      [[6, 6, 6], null],
      [[0, 0], 0],
      [[-3e16], null],
      [[-78.5, -78.5], -78.5],
    ] as const) {
      const axis = lossAxis([runOf(values)], least);
      const y = lossToPixel(axis, values[0], HEIGHT);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(HEIGHT);
    }
  });

  test('stands without runs, and with none that has a number', () => {
    for (const runs of [[], [runOf([Number.NaN, Infinity])]]) {
      const axis = lossAxis(runs, null);
      expect(axis.from).toBeLessThan(axis.to);
    }
  });
});

describe('ticks of the axis', () => {
  test('lie within it, a few of them, each where its loss is drawn', () => {
    fc.assert(
      fc.property(losses, minimum, (values, least) => {
        const axis = lossAxis([runOf(values)], least);
        const ticks = lossTicks(axis);
        expect(ticks.length).toBeGreaterThan(0);
        expect(ticks.length).toBeLessThan(6);
        if (!Number.isFinite(axis.to - axis.from)) return;
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(axis.from);
          expect(tick).toBeLessThanOrEqual(axis.to);
        }
      }),
      REPEATABLE,
    );
  });

  test('are whole decades, to the last digit', () => {
    const axis = lossAxis([runOf([300, 2e-5])], 0);
    expect(lossTicks(axis)).toEqual(expect.arrayContaining([100]));
    for (const tick of lossTicks(axis)) expect(String(tick)).toMatch(/^(10*|0\.0*1|1e-?\d+)$/);
    expect(lossTicks({ kind: 'log', from: 5e-5, to: 2e-4, floor: 0 })).toEqual([0.0001]);
  });

  test('of a linear axis are losses themselves', () => {
    const axis = lossAxis([runOf([-78.5, -78.5])], -78.5);
    expect(axis.floor).toBe(0);
    for (const tick of lossTicks(axis)) expect(Math.abs(tick + 78.5)).toBeLessThan(5);
  });
});

describe('a curve', () => {
  test('goes from edge to edge, a point a step, where there is room', () => {
    const curve = curveOf([90, 30, 10, 1], 600);
    expect(curve.map(({ x }) => x)).toEqual([0, 200, 400, 600]);
    const [a, b, c] = curve.map(({ y }) => y);
    expect(b).toBeGreaterThan(a);
    // Equal factors are equal distances.
    expect(c - b).toBeCloseTo(b - a, 9);
  });

  test('keeps every spike where many steps share a pixel, up and down', () => {
    const flat = Array.from({ length: 20_000 }, () => 2);
    flat[0] = 5000;
    flat[7331] = 800;
    flat[12_345] = 0.003;
    const curve = curveOf(flat, 400);
    const axis = lossAxis([runOf(flat)], 0);
    const near = (step: number) => curve.filter(({ x }) => Math.abs(x - (400 * step) / 20_000) <= 1);
    const has = (step: number) =>
      near(step).some(({ y }) => Math.abs(y - lossToPixel(axis, flat[step], HEIGHT)) < 1e-9);
    expect([has(7331), has(12_345)]).toEqual([true, true]);
    expect(curve.length).toBeLessThan(5 * 402);
  });

  test('of many steps has in each column the least and the greatest loss of its steps, and no more', () => {
    fc.assert(
      // Four steps share a pixel, exactly.
      fc.property(fc.array(loss, { minLength: 81, maxLength: 81 }), (values) => {
        const run = runOf(values);
        const axis = lossAxis([run], null);
        const curve = pairs(lossCurve(run, axis, 80, 20, HEIGHT));
        for (let column = 0; column <= 20; column++) {
          const expected = values
            .slice(4 * column, 4 * column + 4)
            .map((value) => lossToPixel(axis, value, HEIGHT));
          const shown = curve.filter(({ x }) => x === column).map(({ y }) => y);
          expect(Math.min(...shown)).toBe(Math.min(...expected));
          expect(Math.max(...shown)).toBe(Math.max(...expected));
        }
      }),
      REPEATABLE,
    );
  });

  test('leaves out what is no number, and has none of its own', () => {
    fc.assert(
      fc.property(losses, minimum, fc.constantFrom(5, 600), (values, least, width) => {
        for (const { x, y } of curveOf(values, width, least)) {
          expect(x).toBeGreaterThanOrEqual(0);
          expect(x).toBeLessThanOrEqual(width);
          expect(Number.isFinite(y)).toBe(true);
        }
      }),
      REPEATABLE,
    );
    expect(curveOf([4, Number.NaN, 1], 300).map(({ x }) => x)).toEqual([0, 300]);
  });

  test('of a run without steps is its start', () => {
    expect(curveOf([17], 300)).toHaveLength(1);
  });
});
