import { describe, expect, test } from 'vitest';
import { namesIn } from '../equations/equation.ts';
import { symmetricEigen } from '../linalg/eigen.ts';
import type { Vector } from '../linalg/vector.ts';
import { defaultsOf } from '../specs/defaults.ts';
import { createProblem } from './createProblem.ts';
import { formulaOf, type Problem } from './problem.ts';
import { PROBLEMS } from './registry.ts';
import { CASES, DATA_IDS, formsOf, IDS, numbersOf, smoothPoints } from './contractCases.ts';

const gradientAt = (problem: Problem, theta: Vector): Vector => {
  const out = new Float64Array(problem.dimension).fill(Number.NaN);
  problem.gradient(theta, out);
  return out;
};

const hessianAt = (problem: Problem, theta: Vector): Vector => {
  const out = new Float64Array(problem.dimension ** 2).fill(Number.NaN);
  problem.hessian(theta, out);
  return out;
};

const largest = (values: Vector): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/**
 * Compares a derivative along coordinate i with the central difference D(h) of `f`. With h = ∛ε·max(1, |θᵢ|) the
 * two errors of D(h) balance. Truncation grows as h², so D(2h) − D(h) is three times that of D(h) and bounds it.
 * Rounding leaves about ε·size in f, ε·size/h in D(h), where `size` is that of the terms f adds up; 4 is the margin.
 */
function expectDerivative(
  actual: number,
  f: (theta: Vector) => number,
  theta: Vector,
  i: number,
  size: number,
) {
  const difference = (h: number) => {
    const ahead = theta.with(i, theta[i] + h);
    const behind = theta.with(i, theta[i] - h);
    return (f(ahead) - f(behind)) / (ahead[i] - behind[i]);
  };
  const h = Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(theta[i]));
  const expected = difference(h);
  const truncation = Math.abs(difference(2 * h) - expected);
  const rounding = (4 * Number.EPSILON * size) / h;
  expect(Math.abs(actual - expected), `at ${theta.join(', ')}`).toBeLessThanOrEqual(truncation + rounding);
}

describe.each(IDS)('%s', (id) => {
  const definition = PROBLEMS[id];

  test('has a name, and a lesson of one sentence', () => {
    expect(definition.name).toMatch(/^\p{Lu}/u);
    expect(definition.lesson).toMatch(/^\p{Lu}[^.!?]*\.$/u);
  });

  test('has every number in its formula, nothing else, and another formula for each choice', () => {
    const names = numbersOf(id).map(([name]) => name);
    if (DATA_IDS.includes(id)) {
      // Data have no formula, and the loss has no term for a penalty of 0.
      for (const form of formsOf(id)) {
        const used = form.loss === 'focal' ? ['gamma'] : form.loss === 'gaussian-nll' ? ['precision'] : [];
        expect([...new Set(namesIn(formulaOf(definition, form)))]).toEqual(used);
        const penalized = formulaOf(definition, { ...form, penalty: 0.5 });
        expect([...new Set(namesIn(penalized))].sort()).toEqual([...used, 'penalty'].sort());
      }
      return;
    }
    const formulas = formsOf(id).map((form) => formulaOf(definition, form));
    for (const formula of formulas) expect(namesIn(formula).sort()).toEqual(names.sort());
    expect(new Set(formulas).size).toBe(formulas.length);
  });

  test('has keys of letters, each used once', () => {
    const keys = Object.values(definition.parameters).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(key).toMatch(/^[A-Za-z]+$/);
  });

  test('has defaults and sliders inside their ranges', () => {
    for (const [name, spec] of numbersOf(id)) {
      const { default: value, min, above, max, below, slider = [value, value], scale } = spec;
      for (const inside of [value, ...slider]) {
        expect(inside, name).toBeGreaterThanOrEqual(min ?? Number.NEGATIVE_INFINITY);
        expect(inside, name).toBeGreaterThan(above ?? Number.NEGATIVE_INFINITY);
        expect(inside, name).toBeLessThanOrEqual(max ?? Number.POSITIVE_INFINITY);
        expect(inside, name).toBeLessThan(below ?? Number.POSITIVE_INFINITY);
      }
      // A logarithmic track has a place for 0 before its first decade.
      expect(value, name).toBeGreaterThanOrEqual(scale === 'log' && value === 0 ? 0 : slider[0]);
      expect(value, name).toBeLessThanOrEqual(slider[1]);
    }
  });

  test('shows its start, its minimizers and its saddles', () => {
    const problem = createProblem({ id, params: defaultsOf(definition.parameters), scale: 1, rotation: 0 });
    const { origin, u, v } = problem.plane;
    const points = [problem.start, ...problem.minimizers.map(({ point }) => point), ...problem.saddles];
    for (const point of points) {
      expect(point).toHaveLength(problem.dimension);
      const along = (axis: readonly number[]) =>
        axis.reduce((sum, a, i) => sum + a * (point[i] - origin[i]), 0);
      for (const [coordinate, [low, high]] of [
        [along(u), problem.domain.x],
        [along(v), problem.domain.y],
      ] as const) {
        expect(coordinate).toBeGreaterThanOrEqual(low);
        expect(coordinate).toBeLessThanOrEqual(high);
      }
    }
  });
});

describe.each(CASES)('$name', (item) => {
  const { problem, scale } = item;

  test('has the gradient that central differences of its values give', () => {
    for (const theta of smoothPoints(item)) {
      const gradient = gradientAt(problem, theta);
      const size = gradient.reduce(
        (sum, g, i) => sum + Math.abs(g * theta[i]),
        Math.abs(problem.value(theta)),
      );
      gradient.forEach((g, i) => expectDerivative(g, (point) => problem.value(point), theta, i, size));
    }
  });

  test('has the Hessian that central differences of its gradient give', () => {
    const n = problem.dimension;
    for (const theta of smoothPoints(item)) {
      const hessian = hessianAt(problem, theta);
      const size = largest(gradientAt(problem, theta)) + n * largest(theta) * largest(hessian);
      hessian.forEach((h, k) => {
        const component = (point: Vector) => gradientAt(problem, point)[Math.floor(k / n)];
        expectDerivative(h, component, theta, k % n, size);
        expect(h).toBe(hessian[(k % n) * n + Math.floor(k / n)]);
      });
    }
  });

  test('evaluates without reading out or changing θ', () => {
    for (const theta of smoothPoints(item).slice(0, 5)) {
      const before = theta.slice();
      for (const evaluate of [
        (out: Vector) => problem.valueInto(theta, out),
        (out: Vector) => problem.gradient(theta, out),
        (out: Vector) => problem.hessian(theta, out),
      ]) {
        const overNaN = new Float64Array(problem.dimension ** 2).fill(Number.NaN);
        const overTwo = new Float64Array(problem.dimension ** 2).fill(2);
        evaluate(overNaN);
        evaluate(overTwo);
        overNaN.forEach((entry, k) => expect(overTwo[k]).toBe(Number.isNaN(entry) ? 2 : entry));
      }
      problem.value(theta);
      expect(theta).toEqual(before);
    }
  });

  // Where a feasible set ends, a minimizer is where a step down the gradient is projected back to. On the corners of
  // samples 0 is one of the subgradients, but not the stated one: no direction leads down.
  test('has a vanishing gradient at its minimizers and saddles, exactly so at a kink, or none that leads inward', () => {
    for (const point of [...problem.minimizers.map((minimizer) => minimizer.point), ...problem.saddles]) {
      const theta = Float64Array.from(point);
      const gradient = gradientAt(problem, theta);
      const size = largest(gradient);
      const isBound = problem.project !== undefined && size > 0;
      if (isBound) {
        const below = theta.map((coordinate, i) => coordinate - gradient[i]);
        problem.project?.(below);
        expect(below).toEqual(theta);
      } else if (problem.data && problem.kink(theta)) {
        const at = problem.value(theta);
        for (let turn = 0; turn < 64; turn++)
          for (const step of [1e-2, 1e-4, 1e-6]) {
            const angle = (turn * Math.PI) / 32;
            const aside = Float64Array.of(
              theta[0] + step * Math.cos(angle),
              theta[1] + step * Math.sin(angle),
            );
            expect(problem.value(aside) - at).toBeGreaterThanOrEqual(
              -4 * Number.EPSILON * Math.max(scale, at),
            );
          }
      } else if (problem.kink(theta)) expect(size).toBe(0);
      else expect(size).toBeLessThanOrEqual(1e-10);
    }
  });

  test('curves upwards at its minimizers, and both ways at its saddles', () => {
    for (const { point } of problem.minimizers) {
      const { values } = symmetricEigen(problem.dimension, hessianAt(problem, Float64Array.from(point)));
      expect(values[0]).toBeGreaterThanOrEqual(-8 * Number.EPSILON * values.at(-1)!);
    }
    for (const point of problem.saddles) {
      const { values } = symmetricEigen(problem.dimension, hessianAt(problem, Float64Array.from(point)));
      expect(values[0]).toBeLessThan(-1e-3 * scale);
      expect(values.at(-1)).toBeGreaterThan(1e-3 * scale);
    }
  });

  test('has its minimum at the global minimizers, and higher values at the local ones', () => {
    for (const { point, kind } of problem.minimizers) {
      const excess = problem.value(Float64Array.from(point)) - problem.minimum!;
      if (kind === 'global') expect(Math.abs(excess)).toBeLessThanOrEqual(1e-12 * scale);
      else expect(excess).toBeGreaterThan(1e-3 * scale);
    }
    expect(problem.minimum === null).toBe(!problem.minimizers.some(({ kind }) => kind === 'global'));
  });

  test('is nowhere in its domain, as far as it is feasible, below its minimum', () => {
    const { domain, plane, minimum } = problem;
    const cells = 120;
    const theta = new Float64Array(problem.dimension);
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row <= cells; row++) {
      for (let column = 0; column <= cells; column++) {
        const x = domain.x[0] + ((domain.x[1] - domain.x[0]) * column) / cells;
        const y = domain.y[0] + ((domain.y[1] - domain.y[0]) * row) / cells;
        for (let i = 0; i < theta.length; i++) theta[i] = plane.origin[i] + x * plane.u[i] + y * plane.v[i];
        problem.project?.(theta);
        least = Math.min(least, problem.value(theta));
      }
    }
    if (minimum !== null) expect(least).toBeGreaterThanOrEqual(minimum - 1e-12 * scale);
  });
});
