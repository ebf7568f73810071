import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Vector } from '../linalg/vector.ts';
import { kernelOf } from './kernelOf.ts';
import type { ElementwiseKernel, LossDefinition, VectorKernel } from './loss.ts';
import { REPEATABLE, samplesOf } from './lossArbitrary.ts';
import { LOSSES, type LossId } from './registry.ts';

const IDS = Object.keys(LOSSES) as LossId[];

function slopeAt(kernel: VectorKernel, p: number, target: Vector): number {
  const out = new Float64Array(1);
  kernel.gradient(Float64Array.of(p), target, out);
  return out[0];
}

const ELEMENTWISE = IDS.filter((id) => 'elementwise' in LOSSES[id] && LOSSES[id].elementwise !== undefined);

describe.each(ELEMENTWISE)('%s, of one number', (id) => {
  const definition: LossDefinition = LOSSES[id];
  const sample = samplesOf(definition, 'extreme');

  test('gives many pairs what it gives each, as many as it is asked for', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 9 }), (some) => {
        const kernel = definition.elementwise!(some[0].parameters);
        const p = Float64Array.from(some, ({ prediction }) => prediction[0]);
        const y = Float64Array.from(some, ({ target }) => target[0]);
        const count = some.length - 1;
        for (const of of ['values', 'slopes', 'curvatures'] satisfies (keyof ElementwiseKernel)[]) {
          const all = new Float64Array(some.length).fill(7.5);
          kernel[of](p, y, all, count);
          const each = new Float64Array(1);
          for (let i = 0; i < count; i++) {
            kernel[of](p.subarray(i), y.subarray(i), each, 1);
            expect(all[i]).toBe(each[0]);
          }
          expect(all[count]).toBe(7.5);
        }
      }),
      REPEATABLE,
    );
  });

  test('gives values and slopes at once, where it does, as one after the other, bit for bit', () => {
    fc.assert(
      fc.property(fc.array(sample, { minLength: 1, maxLength: 9 }), (some) => {
        const kernel = definition.elementwise!(some[0].parameters);
        const p = Float64Array.from(some, ({ prediction }) => prediction[0]);
        const y = Float64Array.from(some, ({ target }) => target[0]);
        const alone = [0, 0].map(() => new Float64Array(some.length));
        kernel.values(p, y, alone[0], some.length);
        kernel.slopes(p, y, alone[1], some.length);
        const [values, slopes] = [0, 0].map(() => new Float64Array(some.length));
        kernel.valuesAndSlopes?.(p, y, values, slopes, some.length);
        if (kernel.valuesAndSlopes) expect([values, slopes]).toEqual(alone);
      }),
      REPEATABLE,
    );
  });

  test('has its slopes on both sides of each kink, and between them a subgradient, 0 where it may be', () => {
    fc.assert(
      fc.property(sample, ({ target, parameters }) => {
        fc.pre(Math.abs(target[0]) < 1e6);
        const kinks = definition.kinks?.(target[0], parameters) ?? [];
        expect(kinks.length > 0).toBe(definition.differentiable === 'almost');
        const kernel = kernelOf(definition, parameters);
        for (const { at, from, to } of kinks) {
          expect(from).toBeLessThan(to);
          const step = 1e-9 * Math.max(1, Math.abs(at));
          const [before, here, after] = [at - step, at, at + step].map((p) => slopeAt(kernel, p, target));
          expect([before, after]).toEqual([from, to]);
          expect(here).toBe(from <= 0 && to >= 0 ? 0 : here);
          expect(here).toBeGreaterThanOrEqual(from);
          expect(here).toBeLessThanOrEqual(to);
        }
      }),
      REPEATABLE,
    );
  });
});
