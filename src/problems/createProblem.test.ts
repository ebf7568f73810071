import { describe, expect, test } from 'vitest';
import { defaultsOf } from '../specs/defaults.ts';
import { completeProblem, createProblem } from './createProblem.ts';
import './data/atOnce.ts';
import type { Problem } from './problem.ts';
import { PROBLEMS } from './registry.ts';
import { rotated, scaled } from './transform.ts';

const ALL_AT = [
  [-4, 1],
  [0.3, -2.2],
  [1.7, 2.9],
];

/** Value, gradient and Hessian at a few points, in one list. */
function readings(problem: Problem): number[] {
  return ALL_AT.flatMap((point) => {
    const theta = Float64Array.from(point);
    const gradient = new Float64Array(2);
    const hessian = new Float64Array(4);
    problem.gradient(theta, gradient);
    problem.hessian(theta, hessian);
    return [problem.value(theta), ...gradient, ...hessian];
  });
}

describe('createProblem', () => {
  test('turns the bowl by 30 degrees into the rotated bowl', () => {
    const turned = createProblem({ id: 'bowl', params: { kappa: 50 }, scale: 1, rotation: 30 });
    const bowl = createProblem({
      id: 'rotated-bowl',
      params: { kappa: 50, angle: 30 },
      scale: 1,
      rotation: 0,
    });
    const expected = readings(bowl);
    readings(turned).forEach((reading, i) => expect(reading).toBeCloseTo(expected[i], 12));
  });

  test('turns the saddle by 90 degrees into y² − x², exactly', () => {
    const turned = createProblem({ id: 'saddle', params: {}, scale: 1, rotation: 90 });
    expect(turned.value(Float64Array.of(3, -2))).toBe(-5);
  });

  test('turns minimizers and saddles counter-clockwise, and leaves start and domain', () => {
    const params = { a: 1.2, b: 100 };
    const plain = createProblem({ id: 'rosenbrock', params, scale: 1, rotation: 0 });
    const turned = createProblem({ id: 'rosenbrock', params, scale: 1, rotation: 90 });
    expect(turned.minimizers).toEqual([{ point: [-1.44, 1.2], kind: 'global' }]);
    expect([turned.start, turned.domain]).toEqual([plain.start, plain.domain]);
    const himmelblau = createProblem({ id: 'himmelblau', params: {}, scale: 1, rotation: 90 });
    expect(himmelblau.saddles[0]).toEqual([-0.07385187983774928, 3.385154183607021]);
  });

  test('multiplies everything by the scale, the minimum too', () => {
    const plain = createProblem({ id: 'styblinski-tang', params: {}, scale: 1, rotation: 20 });
    const tripled = createProblem({ id: 'styblinski-tang', params: {}, scale: 3, rotation: 20 });
    const expected = readings(plain).map((reading) => 3 * reading);
    expect(readings(tripled)).toEqual(expected);
    expect(tripled.minimum).toBe(3 * plain.minimum!);
    expect(tripled.minimizers).toEqual(plain.minimizers);
  });

  test('turns kinks with the problem', () => {
    const turned = createProblem({ id: 'kink', params: { slope: 3 }, scale: 2, rotation: 90 });
    expect(turned.kink(Float64Array.of(0, 1))).toBe(true);
    expect(turned.kink(Float64Array.of(1, 2))).toBe(false);
  });

  test('does not turn a problem of four parameters', () => {
    const params = { correlation: 0.9 };
    expect(() => createProblem({ id: 'matrix-regression', params, scale: 1, rotation: 5 })).toThrow(
      RangeError,
    );
  });
});

test('turned and scaled, a problem that gives value and gradient at once still gives what it gives apart', () => {
  const { finiteWithin, ...core } = PROBLEMS.iris.create(defaultsOf(PROBLEMS.iris.parameters));
  const turned = scaled(rotated(completeProblem({ ...core, finiteWithin: 3 }), 30), 2.5);
  const theta = Float64Array.of(1.25, -2.5);
  const gradient = new Float64Array(2);
  turned.gradient(theta, gradient);
  const [out, together] = [new Float64Array(1), new Float64Array(2)];
  turned.valueAndGradient!(theta, out, together);
  expect(out[0]).toBe(turned.value(theta));
  expect(together).toEqual(gradient);
  expect(finiteWithin).toBe(1e6);
  // (2.1, 2.1) turned back by 30° is (2.87, 0.77), and (2.2, 2.2) is (3.005, 0.81).
  expect(turned.finiteWithin).toBeCloseTo(2.1213, 4);
});

describe('completeProblem', () => {
  const core = PROBLEMS.saddle.create({});
  const problem = completeProblem(core);

  test('keeps the functions of the core as they are', () => {
    for (const name of ['valueInto', 'gradient', 'hessian'] as const) expect(problem[name]).toBe(core[name]);
  });

  test('makes a number of what the core writes, at the step that is asked about', () => {
    const reddi = completeProblem(PROBLEMS.reddi.create({ variant: 'theorem' }));
    expect(reddi.value(Float64Array.of(0.5), { t: 1, batch: null })).toBe(1.5);
    expect(reddi.value(Float64Array.of(0.5), { t: 2, batch: null })).toBe(-0.5);
    expect(problem.value(Float64Array.of(3, -2))).toBe(5);
  });

  test('knows no minimum where there is no minimizer, and no kinks, samples or shape unless told', () => {
    expect(problem).toMatchObject({ minimum: null, shape: null, samples: 0 });
    expect(problem.kink(Float64Array.of(0, 0))).toBe(false);
    expect(problem.plane.axes).toEqual(['x', 'y']);
  });

  test('keeps what the core says', () => {
    const regression = completeProblem(PROBLEMS['matrix-regression'].create({ correlation: 0.9 }));
    expect(regression).toMatchObject({ shape: [2, 2], minimum: 0, plane: { axes: ['W_{11}', 'W_{22}'] } });
  });
});
