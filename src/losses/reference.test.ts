import { describe, expect, test } from 'vitest';
import reference from '../fixtures/reference/losses.json' with { type: 'json' };
import { defaultsOf } from '../specs/defaults.ts';
import { kernelOf } from './kernelOf.ts';
import type { LossDefinition } from './loss.ts';
import { LOSSES } from './registry.ts';

// Values and gradients from outside the project: every case, to 1e-10 of its size.

const RELATIVE = 1e-10;
const registry: Readonly<Record<string, LossDefinition>> = LOSSES;
const list = (value: number | readonly number[]) =>
  typeof value === 'number' ? Float64Array.of(value) : Float64Array.from(value);

function expectNear(actual: number, expected: number, words: string): void {
  expect(Math.abs(actual - expected), words).toBeLessThanOrEqual(RELATIVE * Math.abs(expected));
}

describe.each([...new Set(reference.cases.map(({ loss }) => loss))])('%s', (id) => {
  const definition = registry[id];
  const cases = reference.cases.filter(({ loss }) => loss === id);

  test.each(cases)(
    '$params at $prediction for $target',
    ({ params, prediction, target, value, gradient }) => {
      const kernel = kernelOf(definition, { ...defaultsOf(definition.parameters), ...params });
      const [p, y] = [prediction, target].map(list);
      expectNear(kernel.value(p, y), value, 'value');
      expect(definition.differentiable === 'none').toBe(gradient === null);
      if (gradient === null) return;
      const out = new Float64Array(p.length).fill(Number.NaN);
      kernel.gradient(p, y, out);
      list(gradient).forEach((expected, i) => expectNear(out[i], expected, `gradient, entry ${i + 1}`));
    },
  );
});

test('all cases are here', () => {
  expect(reference.cases).toHaveLength(102);
});
