import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COUNTERS } from '../engine/memory.ts';
import { createStepper } from '../engine/stepper.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf } from '../scene/scene.ts';
import { deviation, pathOf, updatesOf, walk } from './walk.ts';

// The laws of Adam's kin: AMSGrad, NAdam, QHAdam and Eve, from their papers.

/** Far from both kinks the gradient of |x| + 3|y| is constant: (1, −3) here. */
const SLOPE = { problem: 'kink', start: [50, -40] } as const;
const SIGNS = [1, -1];
const VALLEY = { problem: 'rosenbrock', start: [-1.5, 2], steps: 60 } as const;
const NOISE = { seed: 3, noise: 20 } as const;

/** Paths that are equal in exact arithmetic part by rounding, which the valley stretches somewhat; 1e-10 sees any other cause. */
const SAME = 1e-10;

/** Rosenbrock's function and gradient, for loops written here by hand. */
const loss = ([x, y]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
const slope = ([x, y]: readonly number[]) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)];

describe('amsgrad', () => {
  test.each([true, false])('is adam while v never falls: bias correction %s', (biasCorrection) => {
    const given = { ...SLOPE, steps: 200, learningRate: 0.02, biasCorrection };
    expect(pathOf({ ...given, id: 'amsgrad' })).toEqual(pathOf({ ...given, id: 'adam' }));
  });

  test('leaves adam at the step at which v falls first, and takes a shorter one', () => {
    const given = { ...VALLEY, learningRate: 0.05, beta2: 0.9 } as const;
    const adam = walk({ ...given, id: 'adam' });
    const amsgrad = updatesOf({ ...given, id: 'amsgrad' });
    const falls = (t: number) => [0, 1].map((i) => adam[t].quantities.v[i] < adam[t - 1].quantities.v[i]);
    const first = adam.findIndex((_, t) => t > 0 && falls(t).includes(true));
    expect(first).toBeGreaterThan(1);
    for (let t = 1; t < first; t++) expect(amsgrad[t - 1]).toEqual(adam[t].update);
    falls(first).forEach((isFalling, i) => {
      const [ours, theirs] = [amsgrad[first - 1][i], adam[first].update[i]].map(Math.abs);
      if (isFalling) expect(ours).toBeLessThan(theirs);
      else expect(ours).toBe(theirs);
    });
  });

  test('without correction, in the paper’s form, has a step per m that never grows', () => {
    const stops = walk({ ...VALLEY, sampling: NOISE, id: 'amsgrad', beta2: 0.8, biasCorrection: false });
    const lengths = stops.slice(1).map(({ update, quantities: { m } }) => update.map((d, i) => -d / m[i]));
    for (let t = 1; t < lengths.length; t++)
      for (const i of [0, 1]) expect(lengths[t][i]).toBeLessThanOrEqual(lengths[t - 1][i] * (1 + 1e-14));
  });

  test('takes the maximum of v, and corrects it afterwards', () => {
    const [beta1, beta2] = [0.8, 0.7];
    const given = {
      ...VALLEY,
      sampling: NOISE,
      id: 'amsgrad',
      beta1,
      beta2,
      learningRate: 0.01,
      epsilon: 0,
    } as const;
    const stops = walk(given).slice(1);
    const [m, v, greatest, greatestCorrected] = Array.from({ length: 4 }, () => [0, 0]);
    let differs = false;
    stops.forEach(({ g, update }, k) => {
      for (const i of [0, 1]) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
        greatest[i] = Math.max(greatest[i], v[i]);
        const correction = 1 - beta2 ** (k + 1);
        greatestCorrected[i] = Math.max(greatestCorrected[i], v[i] / correction);
        const mHat = m[i] / (1 - beta1 ** (k + 1));
        expect(update[i]).toBeCloseTo((-0.01 * mHat) / Math.sqrt(greatest[i] / correction), 13);
        differs ||= greatestCorrected[i] > 1.1 * (greatest[i] / correction);
      }
    });
    expect(differs, 'the other order would be another rule on this run').toBe(true);
  });
});

describe('nadam', () => {
  /** The definition, with each product made anew. */
  function byHand(steps: number, eta: number, [beta1, beta2]: readonly number[], eps: number, psi: number) {
    const mu = (t: number) => beta1 * (1 - 0.5 * 0.96 ** (t * psi));
    const product = (last: number) => {
      let result = 1;
      for (let i = 1; i <= last; i++) result *= mu(i);
      return result;
    };
    const [theta, m, v] = [
      [-1.5, 2],
      [0, 0],
      [0, 0],
    ];
    const path = [[...theta]];
    for (let t = 1; t <= steps; t++) {
      const g = slope(theta);
      for (const i of [0, 1]) {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i];
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2;
        const now = ((1 - mu(t)) * g[i]) / (1 - product(t));
        const next = (mu(t + 1) * m[i]) / (1 - product(t + 1));
        theta[i] -= (eta * (now + next)) / (Math.sqrt(v[i] / (1 - beta2 ** t)) + eps);
      }
      path.push([...theta]);
    }
    return path;
  }

  test.each([
    [0.9, 0.999, 1e-8, 0.004],
    [0.7, 0.95, 1e-3, 2.5],
    [0.6, 0.98, 0, 0],
  ])('is its definition: β₁ = %d, β₂ = %d, ε = %d, ψ = %d', (beta1, beta2, epsilon, momentumDecay) => {
    const given = {
      ...VALLEY,
      id: 'nadam',
      learningRate: 0.03,
      beta1,
      beta2,
      epsilon,
      momentumDecay,
    } as const;
    expect(deviation(pathOf(given), byHand(60, 0.03, [beta1, beta2], epsilon, momentumDecay))).toBeLessThan(
      SAME,
    );
  });

  test('begins with a momentum of nearly β₁/2, which grows to β₁', () => {
    const momenta = walk({ ...SLOPE, steps: 300, id: 'nadam', momentumDecay: 0.5 })
      .slice(1)
      .map(({ quantities: { mu } }) => mu[0]);
    expect(momenta[0]).toBeCloseTo(0.9 * (1 - 0.5 * 0.96 ** 0.5), 14);
    for (let t = 1; t < 300; t++) expect(momenta[t]).toBeGreaterThan(momenta[t - 1]);
    expect(momenta[299]).toBeCloseTo(0.9, 2);
  });

  test('with β₁ = 0 is adam with β₁ = 0', () => {
    const given = { ...VALLEY, learningRate: 0.05, beta1: 0 } as const;
    expect(pathOf({ ...given, id: 'nadam' })).toEqual(pathOf({ ...given, id: 'adam' }));
  });
});

describe('qhadam', () => {
  const given = { ...VALLEY, learningRate: 0.05, beta1: 0.8, beta2: 0.97 } as const;

  test('with ν₁ = ν₂ = 1 is adam', () => {
    expect(pathOf({ ...given, id: 'qhadam', nu1: 1, nu2: 1 })).toEqual(pathOf({ ...given, id: 'adam' }));
  });

  test('with ν₁ = 0 and ν₂ = 1 is adam without momentum, whatever β₁', () => {
    const adam = pathOf({ ...given, id: 'adam', beta1: 0 });
    expect(pathOf({ ...given, id: 'qhadam', nu1: 0, nu2: 1 })).toEqual(adam);
  });

  test('with ν₁ = ν₂ = 0 and ε = 0 follows the sign of the gradient', () => {
    for (const { g, update } of walk({ ...given, id: 'qhadam', nu1: 0, nu2: 0, epsilon: 0 }).slice(1))
      update.forEach((delta, i) => expect(delta).toBeCloseTo(-0.05 * Math.sign(g[i]), 15));
  });

  test('with ε = 0 has a first step of η in each coordinate, whatever its weights', () => {
    const weight = fc.integer({ min: 0, max: 1000 }).map((k) => k / 1000);
    fc.assert(
      fc.property(weight, weight, fc.integer({ min: -12, max: 12 }), (nu1, nu2, exponent) => {
        const problem = { id: 'rosenbrock', scale: 10 ** exponent };
        const [update] = updatesOf({ ...given, problem, steps: 1, id: 'qhadam', nu1, nu2, epsilon: 0 });
        for (const delta of update) expect(Math.abs(delta)).toBeCloseTo(0.05, 14);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('weighs present and average by ν₁ above, by ν₂ below', () => {
    const stops = walk({ ...given, id: 'qhadam', nu1: 0.3, nu2: 0.6, epsilon: 1e-3 });
    for (const { g, update, quantities } of stops.slice(1))
      g.forEach((entry, i) => {
        const mean = 0.7 * entry + 0.3 * quantities.mHat[i];
        const square = 0.4 * entry ** 2 + 0.6 * quantities.vHat[i];
        expect(update[i]).toBeCloseTo((-0.05 * mean) / (Math.sqrt(square) + 1e-3), 14);
      });
  });
});

describe('eve', () => {
  /** The paper's Algorithm 1. @returns the path, and d after each step */
  function byHand(steps: number, eta: number, beta3: number, c: number, minimum: number) {
    const [theta, m, v] = [
      [-1.5, 2],
      [0, 0],
      [0, 0],
    ];
    const path = [[...theta]];
    const ds: number[] = [];
    const ratios: number[] = [];
    let d = 1;
    let previous = Number.NaN;
    for (let t = 1; t <= steps; t++) {
      const f = loss(theta);
      if (t > 1) {
        const ratio = Math.abs(f - previous) / (Math.min(f, previous) - minimum);
        ratios.push(ratio);
        d = beta3 * d + (1 - beta3) * Math.min(Math.max(ratio, 1 / c), c);
      }
      previous = f;
      const g = slope(theta);
      for (const i of [0, 1]) {
        m[i] = 0.9 * m[i] + 0.1 * g[i];
        v[i] = 0.999 * v[i] + 0.001 * g[i] ** 2;
        theta[i] -= (eta / d) * (m[i] / (1 - 0.9 ** t) / (Math.sqrt(v[i] / (1 - 0.999 ** t)) + 1e-8));
      }
      path.push([...theta]);
      ds.push(d);
    }
    return { path, ds, ratios };
  }

  test.each([
    [0.999, 10, 0],
    [0.5, 4, -1],
    [0, 1.5, -30],
  ])('is the paper’s loop: β₃ = %d, c = %d, f* = %d', (beta3, clip, minimum) => {
    const stops = walk({ ...VALLEY, id: 'eve', learningRate: 0.05, beta3, clip, minimum });
    const { path, ds, ratios } = byHand(60, 0.05, beta3, clip, minimum);
    expect(
      deviation(
        stops.map(({ theta }) => theta),
        path,
      ),
    ).toBeLessThan(SAME);
    const own = stops.slice(1).map(({ quantities: { d } }) => [d[0]]);
    expect(
      deviation(
        own,
        ds.map((d) => [d]),
      ),
    ).toBeLessThan(SAME);
    expect(own[0]).toEqual([1]);
    expect(Math.min(...ratios), 'the lower clip is met').toBeLessThan(1 / clip);
  });

  test('with c = 1 is adam, d being 1 at every step', () => {
    const given = { ...VALLEY, learningRate: 0.05 } as const;
    const stops = walk({ ...given, id: 'eve', clip: 1, beta3: 0.37 });
    for (const { quantities } of stops.slice(1)) expect(quantities.d[0]).toBe(1);
    expect(stops.map(({ theta }) => theta)).toEqual(pathOf({ ...given, id: 'adam' }));
  });

  test('where the loss does not change speeds up to c times η, and where f* is above it too', () => {
    // Along |x| + 3|y| with ε = 0 every step of Adam has length η in each coordinate.
    for (const given of [
      { ...SLOPE, learningRate: 1e-9 },
      { ...SLOPE, learningRate: 0.01, minimum: 1e6 },
    ]) {
      const [first, second] = updatesOf({ ...given, steps: 2, id: 'eve', beta3: 0, clip: 8, epsilon: 0 });
      SIGNS.forEach((sign, i) => {
        expect(first[i] / given.learningRate).toBeCloseTo(-sign, 12);
        expect(second[i] / given.learningRate).toBeCloseTo(-8 * sign, 12);
      });
    }
  });

  test('where f* is reached takes a change for infinite, and no change for none', () => {
    // |x| from 2 by 1: f is 2, 1, where f* = 1 makes the ratio 1/0.
    const given = {
      problem: 'kink',
      start: [2, 0],
      id: 'eve',
      learningRate: 1,
      epsilon: 0,
      beta3: 0,
    } as const;
    const stops = walk({ ...given, steps: 2, minimum: 1, clip: 5 });
    expect(stops[2].quantities.r[0]).toBe(Number.POSITIVE_INFINITY);
    expect(stops[2].quantities.d[0]).toBe(5);
    const still = walk({ ...given, start: [0, 0], steps: 3, clip: 5 });
    expect(still[3].theta).toEqual([0, 0]);
    expect(still[3].quantities.r[0]).toBe(0);
    expect(still[3].quantities.d[0]).toBeCloseTo(0.2, 15);
  });

  test('asks for f once a step, and it is counted', () => {
    const { scene } = readScene({ problem: { id: 'rosenbrock' }, runs: [{ optimizer: { id: 'eve' } }] });
    const stepper = createStepper(taskOf(scene, scene.runs[0]));
    for (let t = 1; t <= 7; t++) stepper.advance();
    expect(stepper.memory[COUNTERS.value]).toBe(7);
    expect(stepper.memory[COUNTERS.gradient]).toBe(7);
  });
});
