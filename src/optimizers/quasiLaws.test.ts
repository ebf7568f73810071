import { describe, expect, test } from 'vitest';
import { evaluateTex } from '../equations/evaluateTex.ts';
import { OPTIMIZERS } from './registry.ts';
import { variantsOf } from './variants.ts';
import { deviation, pathOf, updatesOf, walk, type Walk } from './walk.ts';

// The laws of aggregated momentum and of sign descent, and what these and Adam's kin have in common: who feels the
// scale of the loss, and that the ends of every range are values like others.

/** Far from both kinks the gradient of |x| + 3|y| is constant: (1, −3) here. */
const SLOPE = { problem: 'kink', start: [50, -40] } as const;
const GRADIENT = [1, -3];
const VALLEY = { problem: 'rosenbrock', start: [-1.5, 2], steps: 60 } as const;
const NOISE = { seed: 3, noise: 20 } as const;

/** Paths that are equal in exact arithmetic part by rounding, which the valley stretches somewhat; 1e-10 sees any other cause. */
const SAME = 1e-10;

describe('aggmo', () => {
  test.each([0, 0.6, 0.9])('with one β is momentum, accumulated: %d', (beta) => {
    const schedule = { id: 'linear', hyperparameters: { floor: 0 } };
    const given = { ...VALLEY, schedule, learningRate: 0.0005 };
    expect(pathOf({ ...given, id: 'aggmo', betas: [beta] })).toEqual(
      pathOf({ ...given, id: 'momentum', momentum: beta, form: 'accumulated' }),
    );
  });

  test('with all its betas equal is that momentum too, and with all of them 0 is sgd', () => {
    const path = pathOf({ ...VALLEY, id: 'aggmo', betas: [0.8, 0.8, 0.8] });
    const same = pathOf({ ...VALLEY, id: 'momentum', momentum: 0.8, form: 'accumulated' });
    expect(deviation(path, same)).toBeLessThan(SAME);
    const none = pathOf({ ...VALLEY, id: 'aggmo', betas: [0, 0, 0, 0, 0] });
    expect(deviation(none, pathOf({ ...VALLEY, id: 'sgd' }))).toBeLessThan(SAME);
  });

  test('on a constant gradient steps by the mean of its momenta', () => {
    const betas = [0, 0.5, 0.75, 0.9];
    const steps = updatesOf({ ...SLOPE, steps: 60, id: 'aggmo', learningRate: 0.004, betas });
    steps.forEach((update, k) => {
      const gathered = betas.map((beta) => (1 - beta ** (k + 1)) / (1 - beta));
      const mean = gathered.reduce((sum, part) => sum + part) / 4;
      update.forEach((delta, i) => expect(delta).toBeCloseTo(-0.004 * mean * GRADIENT[i], 14));
    });
  });

  test('keeps for each β its own velocity, and no room for others', () => {
    const betas = [0.3, 0, 0.95];
    const stops = walk({ ...VALLEY, sampling: NOISE, id: 'aggmo', betas }).slice(1);
    const expected = betas.map(() => [0, 0]);
    for (const { g, quantities } of stops)
      betas.forEach((beta, k) => {
        for (const i of [0, 1]) expected[k][i] = beta * expected[k][i] + g[i];
        expect([...quantities[`v${k + 1}`]]).toEqual(expected[k]);
      });
    for (const name of ['v4', 'v8']) expect(stops[0].quantities[name]).toHaveLength(0);
  });

  test('does not care for the order of its betas', () => {
    const [one, other] = [
      [0, 0.9, 0.99],
      [0.99, 0, 0.9],
    ].map((betas) => pathOf({ ...VALLEY, id: 'aggmo', learningRate: 0.0002, betas }));
    expect(deviation(one, other)).toBeLessThan(SAME);
  });

  test('names in each line the β of its own', () => {
    const betas = [0.5, 0.9, 0.2];
    const stops = walk({ ...VALLEY, id: 'aggmo', betas });
    const lines = OPTIMIZERS.aggmo.equations({ betas }).filter(({ left }) => left.startsWith('v'));
    const stated = (right: string, list: readonly number[]) => {
      const names = {
        ...stops[4].quantities,
        g: Float64Array.from(stops[5].g),
        betas: Float64Array.from(list),
      };
      return evaluateTex(right, { names, functions: {} });
    };
    lines.forEach(({ left, right }, k) => {
      const recorded = stops[5].quantities[left];
      expect(stated(right, betas)).toEqual(recorded);
      betas.forEach((beta, j) => {
        const others = stated(right, betas.with(j, beta + 1e-3));
        if (j === k) expect(others).not.toEqual(recorded);
        else expect(others).toEqual(recorded);
      });
    });
    expect(lines.map(({ left }) => left)).toEqual(['v1', 'v2', 'v3']);
  });
});

describe('signsgd', () => {
  test('steps by η in each coordinate, by the sign of the gradient', () => {
    for (const { g, update } of walk({ ...VALLEY, id: 'signsgd', learningRate: 0.125 }).slice(1))
      expect(update).toEqual(g.map((entry) => -0.125 * Math.sign(entry)));
  });

  test('is adam with β₁ = β₂ = 0 and ε = 0', () => {
    const given = { ...VALLEY, learningRate: 0.01 } as const;
    expect(pathOf({ ...given, id: 'signsgd' })).toEqual(
      pathOf({ ...given, id: 'adam', beta1: 0, beta2: 0, epsilon: 0 }),
    );
  });

  test('with momentum is muon on a diagonal', () => {
    const given = { ...VALLEY, sampling: NOISE, learningRate: 0.01, momentum: 0.8 } as const;
    expect(pathOf({ ...given, id: 'signsgd' })).toEqual(pathOf({ ...given, id: 'muon', shape: 'diagonal' }));
    expect(pathOf({ ...given, id: 'signsgd' })).not.toEqual(pathOf({ ...given, id: 'signsgd', momentum: 0 }));
  });

  test('does not move along a coordinate whose gradient has always been 0', () => {
    const path = pathOf({ problem: 'saddle', start: [-1.5, 0], steps: 20, id: 'signsgd', momentum: 0.5 });
    for (const [, y] of path) expect(y).toBe(0);
    expect(path[20][0]).not.toBe(-1.5);
  });
});

describe('a loss of 1000 times the size', () => {
  const given = { start: [0.5, -0.7], steps: 20 } as const;
  const scaled = (scale: number, more: Pick<Walk, 'id'> & Readonly<Record<string, unknown>>) =>
    pathOf({ ...given, problem: { id: 'himmelblau', scale }, ...more });
  const free: readonly (Pick<Walk, 'id'> & Readonly<Record<string, unknown>>)[] = [
    { id: 'signsgd' },
    { id: 'signsgd', momentum: 0.9 },
    { id: 'amsgrad', epsilon: 0 },
    { id: 'amsgrad', epsilon: 0, biasCorrection: false },
    { id: 'nadam', epsilon: 0 },
    { id: 'qhadam', epsilon: 0, nu2: 0.5 },
    { id: 'eve', epsilon: 0, beta3: 0.5 },
  ];

  test.each(free)('is not felt by $id: %o', (more) => {
    const plain = scaled(1, { ...more, learningRate: 0.05 });
    expect(deviation(scaled(1000, { ...more, learningRate: 0.05 }), plain)).toBeLessThan(1e-12);
  });

  test.each(['sgd', 'momentum', 'nesterov', 'aggmo'] as const)(
    'makes the first step of %s 1000 times as long',
    (id) => {
      const [plain, large] = [1, 1000].map((scale) => scaled(scale, { id, learningRate: 1e-6 }));
      for (const i of [0, 1])
        expect((large[1][i] - large[0][i]) / (plain[1][i] - plain[0][i])).toBeCloseTo(1000, 4);
    },
  );
});

describe.each(['amsgrad', 'nadam', 'qhadam', 'aggmo', 'eve', 'signsgd'] as const)(
  'the ends of the ranges of %s',
  (id) => {
    const variants = variantsOf(OPTIMIZERS[id].hyperparameters, 2);

    test('give a path of finite numbers', () => {
      for (const variant of variants)
        for (const sampling of [{}, NOISE]) {
          const path = pathOf({
            ...VALLEY,
            problem: { id: 'rosenbrock', scale: 0.01 },
            sampling,
            id,
            ...variant,
          });
          expect(path.flat().every(Number.isFinite), JSON.stringify(variant)).toBe(true);
        }
    });

    // So far out that e^{−‖θ‖²/2} is 0, and with it the gradient.
    test('leave a point alone where the gradient is 0', () => {
      for (const variant of variants)
        for (const point of pathOf({ problem: 'plateau', start: [50, -60], steps: 12, id, ...variant }))
          expect(point, JSON.stringify(variant)).toEqual([50, -60]);
    });
  },
);
