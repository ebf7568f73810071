import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../../specs/defaults.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { withValue } from '../problem.ts';
import { twoMinima } from './twoMinima.ts';

const make = (params: AnyValues = {}) =>
  withValue(twoMinima.create({ ...defaultsOf(twoMinima.parameters), ...params }));

describe('the critical points of two-minima', () => {
  test('at the defaults are those that Newton finds in 50 digits', () => {
    const { minimizers, saddles = [] } = make();
    const sharp = minimizers.find(({ kind }) => kind === 'global');
    const wide = minimizers.find(({ kind }) => kind === 'local');
    // Rounding in the gradient moves a zero by about an ulp.
    expect(sharp?.point[0]).toBeCloseTo(1.4985668049836394, 14);
    expect(wide?.point[0]).toBeCloseTo(-1.4584589780353894, 14);
    expect(saddles[0][0]).toBeCloseTo(0.9880893134252992, 14);
    for (const y of [sharp?.point[1], wide?.point[1], saddles[0][1]]) expect(y).toBe(0);
  });

  test('change their kinds where the wide well is the deeper one', () => {
    const global = make({ wideDepth: 1.5 }).minimizers.filter(({ kind }) => kind === 'global');
    expect(global).toHaveLength(1);
    expect(global[0].point[0]).toBeLessThan(-1.4);
  });

  test('are two global minimizers where the wells are alike', () => {
    const { minimizers, saddles } = make({ wideDepth: 1, wideWidth: 0.15 });
    expect(minimizers.filter(({ kind }) => kind === 'global')).toHaveLength(2);
    expect(minimizers.filter(({ kind }) => kind === 'local')).toMatchObject([{ point: [0, 0] }]);
    expect(saddles).toHaveLength(2);
  });

  test('are one where a steep bowl has swallowed both wells', () => {
    const { minimizers, saddles } = make({ tilt: 10, sharpDepth: 0.01, wideDepth: 0.01 });
    expect(minimizers).toHaveLength(1);
    expect(minimizers[0].kind).toBe('global');
    expect(saddles).toEqual([]);
  });

  // Between neighbouring zeros of the slope f rises or falls, so a scan of values alone has to find the same valleys and ridges.
  test('agree with a scan of the values along the x-axis, wherever the parameters are', () => {
    const between = (low: number, high: number) =>
      fc.integer({ min: 0, max: 1000 }).map((k) => low * (high / low) ** (k / 1000));
    const settings = fc.record({
      tilt: fc.oneof(fc.constant(0.02), between(1e-3, 10)),
      sharpDepth: between(0.01, 10),
      sharpWidth: between(0.02, 10),
      wideDepth: between(0.01, 10),
      wideWidth: between(0.02, 10),
    });
    const cells = 6000;
    const step = 3.2 / cells;
    fc.assert(
      fc.property(settings, (params) => {
        const problem = make(params);
        const { minimizers, saddles = [] } = problem;
        const values = Array.from({ length: cells + 1 }, (_, k) =>
          problem.value(Float64Array.of(k * step - 1.6, 0)),
        );
        const valleys: number[] = [];
        const ridges: number[] = [];
        for (let k = 1; k < cells; k++) {
          const [before, here, after] = [values[k - 1], values[k], values[k + 1]];
          if (before >= here && here < after) valleys.push(k * step - 1.6);
          if (before <= here && here > after) ridges.push(k * step - 1.6);
        }
        const places = (points: readonly (readonly number[])[]) =>
          points.map(([x]) => x).sort((a, b) => a - b);
        const found = [places(minimizers.map(({ point }) => point)), places(saddles)];
        [valleys, ridges].forEach((scanned, kind) => {
          expect(found[kind], JSON.stringify(params)).toHaveLength(scanned.length);
          scanned.forEach((x, i) => expect(Math.abs(found[kind][i] - x)).toBeLessThanOrEqual(2 * step));
        });
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});
