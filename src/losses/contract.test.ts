import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesIn } from '../equations/equation.ts';
import { symmetricEigen } from '../linalg/eigen.ts';
import type { Vector } from '../linalg/vector.ts';
import { defaultsOf } from '../specs/defaults.ts';
import type { NumberSpec, Spec } from '../specs/spec.ts';
import { formulaValues } from './formula.ts';
import { kernelOf } from './kernelOf.ts';
import type { LossDefinition, VectorKernel } from './loss.ts';
import { REPEATABLE, samplesOf, type LossSample } from './lossArbitrary.ts';
import { LOSSES, type LossId } from './registry.ts';

const IDS = Object.keys(LOSSES) as LossId[];

/** Of each loss which way it curves; `neither` where it is neither convex nor concave. */
const CURVES: Readonly<Record<LossId, 'up' | 'down' | 'neither'>> = {
  'zero-one': 'neither',
  perceptron: 'up',
  hinge: 'up',
  'squared-hinge': 'up',
  'multiclass-hinge': 'up',
  svm: 'up',
  'binary-cross-entropy': 'up',
  'sigmoid-cross-entropy': 'up',
  'softmax-cross-entropy': 'up',
  focal: 'neither',
  'squared-error': 'up',
  'absolute-error': 'up',
  'gaussian-nll': 'up',
  'bernoulli-likelihood': 'up',
  'categorical-likelihood': 'neither',
  'kl-divergence': 'up',
  entropy: 'down',
  'cross-entropy': 'up',
};

const gradientAt = (kernel: VectorKernel, prediction: Vector, target: Vector): Vector => {
  const out = new Float64Array(prediction.length).fill(Number.NaN);
  kernel.gradient(prediction, target, out);
  return out;
};
const hessianAt = (kernel: VectorKernel, prediction: Vector, target: Vector): Vector => {
  const out = new Float64Array(prediction.length ** 2).fill(Number.NaN);
  kernel.hessian(prediction, target, out);
  return out;
};

/**
 * Compares a derivative along entry i with the central difference D(h) of `f`. With h = ∛ε·max(1, |pᵢ|) the two errors
 * of D(h) balance. Truncation grows as h², so D(2h) − D(h) is three times that of D(h) and bounds it. Rounding leaves about
 * ε·size in f, ε·size/h in D(h), where `size` is that of the terms f adds up; 4 is the margin.
 */
function expectDerivative(
  actual: number,
  f: (prediction: Vector) => number,
  prediction: Vector,
  i: number,
  size: number,
) {
  const difference = (h: number) => {
    const ahead = prediction.with(i, prediction[i] + h);
    const behind = prediction.with(i, prediction[i] - h);
    return (f(ahead) - f(behind)) / (ahead[i] - behind[i]);
  };
  const h = stepAt(prediction, i);
  const expected = difference(h);
  const truncation = Math.abs(difference(2 * h) - expected);
  const rounding = (4 * Number.EPSILON * size) / h;
  expect(Math.abs(actual - expected), `at ${prediction.join(', ')}`).toBeLessThanOrEqual(
    truncation + rounding,
  );
}

function stepAt(prediction: Vector, i: number): number {
  return Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(prediction[i]));
}

/** Whether the gradient jumps within the differences’ reach: by more than a smooth loss could make it. */
function nearKink(definition: LossDefinition, kernel: VectorKernel, { prediction, target }: LossSample) {
  if (definition.differentiable === 'everywhere') return false;
  return prediction.some((p, i) => {
    const reach = 3 * stepAt(prediction, i);
    const sides = [p - reach, p + reach].map((at) => prediction.with(i, at));
    const [behind, ahead] = sides.map((at) => gradientAt(kernel, at, target));
    const [left, right] = sides.map((at) => kernel.value(at, target));
    if (definition.differentiable === 'none') return left !== right;
    return behind.some((g, k) => Math.abs(g - ahead[k]) > 4 * reach);
  });
}

function numbersOf(definition: LossDefinition): [string, NumberSpec][] {
  return Object.entries<Spec>(definition.parameters).map(([name, spec]) => {
    if (spec.kind !== 'number') throw new Error(`${name}: give the contract settings for a ${spec.kind}`);
    return [name, spec];
  });
}

describe.each(IDS)('%s', (id) => {
  const definition: LossDefinition = LOSSES[id];
  const moderate = samplesOf(definition, 'moderate');
  const extreme = samplesOf(definition, 'extreme');

  test('has a name, an idea of one sentence, and a source', () => {
    expect(definition.name).toMatch(/^\p{Lu}/u);
    expect(definition.idea).toMatch(/^\p{Lu}[^.!?]*\.$/u);
    expect(definition.cite.length).toBeGreaterThan(0);
    expect(definition.elementwise === undefined).toBe(definition.vector !== undefined);
  });

  test('has every parameter in its lines, a symbol for every other name, and ends with its value', () => {
    const { equations, symbols, parameters } = definition;
    const used = new Set(equations.flatMap(({ right }) => namesIn(right)));
    for (const name of Object.keys(parameters)) expect(used).toContain(name);
    const lines = equations.map(({ left }) => left);
    expect(lines.at(-1)).toBe('value');
    const named = new Set([...used, ...lines].filter((name) => !(name in parameters) && name !== 'value'));
    const needed = definition.target === 'none' ? [...named, 'target'] : [...named];
    expect(Object.keys(symbols).sort()).toEqual(needed.sort());
    for (const name of named) expect(symbols[name]).not.toBe('');
  });

  test('has defaults and sliders inside their ranges, and keys of letters', () => {
    const keys = numbersOf(definition).map(([, { key }]) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z]+$/);
    for (const [name, spec] of numbersOf(definition)) {
      const { default: value, min, above, max, slider = [value, value] } = spec;
      for (const inside of [value, ...slider]) {
        expect(inside, name).toBeGreaterThanOrEqual(min ?? Number.NEGATIVE_INFINITY);
        expect(inside, name).toBeGreaterThan(above ?? Number.NEGATIVE_INFINITY);
        expect(inside, name).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY);
      }
      expect(value, name).toBeGreaterThanOrEqual(slider[0]);
      expect(value, name).toBeLessThanOrEqual(slider[1]);
    }
  });

  test('has the gradient that central differences of its values give, away from its kinks', () => {
    fc.assert(
      fc.property(moderate, (sample) => {
        const kernel = kernelOf(definition, sample.parameters);
        fc.pre(!nearKink(definition, kernel, sample));
        const { prediction, target } = sample;
        const gradient = gradientAt(kernel, prediction, target);
        const value = (at: Vector) => kernel.value(at, target);
        const size = gradient.reduce(
          (sum, g, i) => sum + Math.abs(g) * (1 + Math.abs(prediction[i])),
          1 + Math.abs(value(prediction)),
        );
        gradient.forEach((g, i) => expectDerivative(g, value, prediction, i, size));
      }),
      REPEATABLE,
    );
  });

  test('has the Hessian that central differences of its gradient give, symmetric', () => {
    fc.assert(
      fc.property(moderate, (sample) => {
        const kernel = kernelOf(definition, sample.parameters);
        fc.pre(!nearKink(definition, kernel, sample));
        const { prediction, target } = sample;
        const n = prediction.length;
        const hessian = hessianAt(kernel, prediction, target);
        const largest = (values: Vector) => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
        const size =
          largest(gradientAt(kernel, prediction, target)) + n * (1 + largest(prediction)) * largest(hessian);
        hessian.forEach((h, k) => {
          const component = (at: Vector) => gradientAt(kernel, at, target)[Math.floor(k / n)];
          expectDerivative(h, component, prediction, k % n, size);
          expect(Math.abs(h - hessian[(k % n) * n + Math.floor(k / n)])).toBeLessThanOrEqual(
            8 * Number.EPSILON * Math.abs(h),
          );
        });
      }),
      REPEATABLE,
    );
  });

  test('is the value of its displayed lines', () => {
    fc.assert(
      fc.property(moderate, ({ prediction, target, parameters }) => {
        const value = kernelOf(definition, parameters).value(prediction, target);
        const displayed = Number(formulaValues(definition, parameters, prediction, target).value);
        // Scores up to 9 of several entries, and logarithms of what is rounded beside 1.
        const size = prediction.reduce((sum, p) => sum + p * p, 1 + Math.abs(value));
        expect(Math.abs(displayed - value)).toBeLessThanOrEqual(64 * Number.EPSILON * size);
      }),
      REPEATABLE,
    );
  });

  test('curves as it is said to', () => {
    const sign = { up: 1, down: -1, neither: 0 }[CURVES[id]];
    fc.assert(
      fc.property(moderate, fc.double({ min: -2, max: 2, noNaN: true }), (sample, shift) => {
        const { prediction, target, parameters } = sample;
        const kernel = kernelOf(definition, parameters);
        const n = prediction.length;
        const isShare = definition.prediction === 'probability' || definition.prediction === 'distribution';
        const other = prediction.map((p, i) => (isShare ? (p + i / n) / 2 : p + shift * (i + 1)));
        const middle = prediction.map((p, i) => (p + other[i]) / 2);
        const [a, b, between] = [prediction, other, middle].map((at) => kernel.value(at, target));
        const rounding = 64 * Number.EPSILON * (1 + Math.abs(a) + Math.abs(b));
        if (sign !== 0) expect(sign * ((a + b) / 2 - between)).toBeGreaterThanOrEqual(-rounding);
        const { values } = symmetricEigen(n, hessianAt(kernel, prediction, target));
        const most = Math.max(...values.map(Math.abs));
        if (sign === 1) expect(values[0]).toBeGreaterThanOrEqual(-16 * Number.EPSILON * most);
        if (sign === -1) expect(values.at(-1)).toBeLessThanOrEqual(16 * Number.EPSILON * most);
      }),
      REPEATABLE,
    );
  });

  test('is a number, or infinite, wherever its prediction is: never NaN, and a loss is never below 0', () => {
    fc.assert(
      fc.property(extreme, ({ prediction, target, parameters }) => {
        const kernel = kernelOf(definition, parameters);
        const value = kernel.value(prediction, target);
        const all = [
          value,
          ...gradientAt(kernel, prediction, target),
          ...hessianAt(kernel, prediction, target),
        ];
        for (const number of all) expect(number).not.toBeNaN();
        // A density may be above 1, and two distributions are the same but for rounding.
        if (id !== 'gaussian-nll') expect(value).toBeGreaterThanOrEqual(id === 'kl-divergence' ? -1e-15 : 0);
      }),
      { ...REPEATABLE, numRuns: 400 },
    );
  });

  test('fills what it is given and changes nothing else', () => {
    fc.assert(
      fc.property(extreme, ({ prediction, target, parameters }) => {
        const kernel = kernelOf(definition, parameters);
        const before = [prediction.slice(), target.slice()];
        const n = prediction.length;
        for (const evaluate of ['gradient', 'hessian'] as const) {
          const [overNaN, overTwo] = [Number.NaN, 2].map((over) => {
            const out = new Float64Array(n * n + 1).fill(over);
            kernel[evaluate](prediction, target, out);
            return out;
          });
          overNaN.forEach((entry, k) => expect(overTwo[k]).toBe(Number.isNaN(entry) ? 2 : entry));
          expect(overTwo[n * n]).toBe(2);
        }
        expect([prediction, target]).toEqual(before);
      }),
      REPEATABLE,
    );
  });
});

test('parameters left out have their defaults', () => {
  expect(defaultsOf(LOSSES.focal.parameters)).toEqual({ gamma: 2 });
  expect(defaultsOf(LOSSES['gaussian-nll'].parameters)).toEqual({ precision: 1 });
  expect(defaultsOf(LOSSES.svm.parameters)).toEqual({ gamma: 1 });
});
