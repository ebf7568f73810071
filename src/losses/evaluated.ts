import { expect } from 'vitest';
import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues } from '../specs/spec.ts';
import { kernelOf } from './kernelOf.ts';
import { LOSSES, type LossId } from './registry.ts';

// For tests only: a loss at one place, and what is the same but for rounding.

export interface Evaluated {
  readonly value: number;
  readonly gradient: readonly number[];
  readonly hessian: readonly number[];
}

export function at(
  id: LossId,
  prediction: number | readonly number[],
  target: number | readonly number[] = [],
  parameters: AnyValues = {},
): Evaluated {
  const kernel = kernelOf(LOSSES[id], { ...defaultsOf(LOSSES[id].parameters), ...parameters });
  const [p, y] = [prediction, target].map((list) => Float64Array.from([list].flat()));
  const gradient = new Float64Array(p.length);
  const hessian = new Float64Array(p.length ** 2);
  kernel.gradient(p, y, gradient);
  kernel.hessian(p, y, hessian);
  return { value: kernel.value(p, y), gradient: [...gradient], hessian: [...hessian] };
}

/** Equal in all digits but for so many rounding errors. */
export function expectSame(actual: number, expected: number, roundings = 8): void {
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(roundings * Number.EPSILON * Math.abs(expected));
}
