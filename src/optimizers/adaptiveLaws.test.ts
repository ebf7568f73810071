import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deviation, pathOf, updatesOf, walk, type Walk } from './walk.ts';

// The laws of the optimizers that give each coordinate its own scale, from their papers.

/** Far from both kinks the gradient of |x| + 3|y| is constant: (1, −3) here. */
const SLOPE = { problem: 'kink', start: [50, -40] } as const;
const GRADIENT = [1, -3];
const VALLEY = { problem: 'rosenbrock', start: [-1.5, 2], steps: 60 } as const;

/** Paths that are equal in exact arithmetic part by rounding, which the valley stretches somewhat; 1e-10 sees any other cause. */
const SAME = 1e-10;

describe('adagrad', () => {
  const given = { ...SLOPE, steps: 400, id: 'adagrad', learningRate: 0.01, epsilon: 0 } as const;

  test('on a constant gradient, however steep, its step number t is η/√t in each coordinate', () => {
    for (const scale of [1e-6, 1, 1e6])
      updatesOf({ ...given, problem: { id: 'kink', scale } }).forEach((update, k) =>
        update.forEach((delta, i) =>
          expect(delta).toBeCloseTo((-0.01 * Math.sign(GRADIENT[i])) / Math.sqrt(k + 1), 14),
        ),
      );
  });

  test('never lengthens its step for a coordinate’s gradient: |Δ|/|g| only falls', () => {
    const stops = walk({
      ...VALLEY,
      sampling: { seed: 3, noise: 20 },
      id: 'adagrad',
      learningRate: 0.1,
    }).slice(1);
    for (let t = 1; t < stops.length; t++)
      stops[t].update.forEach((delta, i) =>
        expect(Math.abs(delta / stops[t].g[i])).toBeLessThanOrEqual(
          Math.abs(stops[t - 1].update[i] / stops[t - 1].g[i]) * (1 + 1e-14),
        ),
      );
  });

  test('dies where rmsprop goes on', () => {
    expect(Math.abs(updatesOf(given)[399][1])).toBeCloseTo(0.01 / 20, 12);
    expect(Math.abs(updatesOf({ ...given, id: 'rmsprop' })[399][1])).toBeCloseTo(0.01, 12);
  });
});

describe('rmsprop', () => {
  test('on a constant gradient starts with η/√(1 − ρ) and tends to η in each coordinate', () => {
    const rho = 0.84;
    const given = { ...SLOPE, steps: 200, id: 'rmsprop', learningRate: 0.01, rho, epsilon: 0 } as const;
    const steps = updatesOf(given);
    steps.forEach((update, k) =>
      update.forEach((delta, i) =>
        expect(delta).toBeCloseTo((-0.01 * Math.sign(GRADIENT[i])) / Math.sqrt(1 - rho ** (k + 1)), 14),
      ),
    );
    expect(steps[0][1]).toBeCloseTo(0.025, 14);
    expect(steps[199][1]).toBeCloseTo(0.01, 14);
  });
});

describe('where the stabilizer stands', () => {
  const epsilon = 0.3;
  const steps = (id: Walk['id'], place: string, more: Readonly<Record<string, unknown>> = {}) =>
    updatesOf({ ...SLOPE, steps: 1, id, learningRate: 0.2, epsilon, epsilonPlacement: place, ...more })[0];
  // √ of what the first step divides by: g² of AdaGrad and bias-corrected Adam, (1 − 0.9)g² of RMSProp.
  test.each([
    ['adagrad', 1],
    ['adam', 1],
    ['rmsprop', 0.1],
  ] as const)('%s divides by √r + ε outside, by √(r + ε) inside', (id, part) => {
    GRADIENT.forEach((g, i) => {
      expect(steps(id, 'outside')[i]).toBeCloseTo((-0.2 * g) / (Math.sqrt(part * g * g) + epsilon), 14);
      expect(steps(id, 'inside')[i]).toBeCloseTo((-0.2 * g) / Math.sqrt(part * g * g + epsilon), 14);
    });
  });

  test.each(['adagrad', 'adam', 'rmsprop'] as const)('%s does not care where an ε of 0 stands', (id) => {
    const [outside, inside] = ['outside', 'inside'].map((place) =>
      pathOf({ ...VALLEY, id, learningRate: 0.01, epsilon: 0, epsilonPlacement: place }),
    );
    expect(outside).toEqual(inside);
  });
});

describe('adadelta', () => {
  test('as printed by Erlangen never moves (erratum 1)', () => {
    for (const point of pathOf({ ...VALLEY, id: 'adadelta', form: 'as-printed' }))
      expect(point).toEqual([-1.5, 2]);
  });

  test('by Zeiler starts with √ε of its own, and measures its second step by the first', () => {
    const [rho, epsilon] = [0.9, 1e-4];
    const [first, second] = updatesOf({ ...SLOPE, steps: 2, id: 'adadelta', rho, epsilon });
    GRADIENT.forEach((g, i) => {
      const delta = (-Math.sqrt(epsilon) / Math.sqrt((1 - rho) * g * g + epsilon)) * g;
      expect(first[i]).toBeCloseTo(delta, 14);
      const h = (1 - rho) * delta * delta;
      const r = (1 - rho * rho) * g * g;
      expect(second[i]).toBeCloseTo((-Math.sqrt(h + epsilon) / Math.sqrt(r + epsilon)) * g, 14);
    });
  });

  test('has its learning rate outside its memory: on a constant gradient η = 0.25 goes a quarter of the way', () => {
    const [whole, quarter] = [1, 0.25].map((learningRate) =>
      updatesOf({ ...SLOPE, steps: 30, id: 'adadelta', learningRate }),
    );
    expect(quarter).toEqual(whole.map((update) => update.map((delta) => delta / 4)));
  });
});

describe('adam', () => {
  const coordinate = fc.integer({ min: -4000, max: 4000 }).map((k) => k / 1000 + 0.00037);

  test('the first step has length η in each coordinate, whatever the gradient scale', () => {
    fc.assert(
      fc.property(coordinate, coordinate, fc.integer({ min: -12, max: 12 }), (x, y, exponent) => {
        const problem = { id: 'himmelblau', scale: 10 ** exponent };
        const [update] = updatesOf({
          problem,
          start: [x, y],
          steps: 1,
          id: 'adam',
          learningRate: 0.07,
          epsilon: 0,
        });
        for (const delta of update) expect(Math.abs(delta)).toBeCloseTo(0.07, 14);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  test('on a constant gradient every step has length η in each coordinate', () => {
    for (const update of updatesOf({ ...SLOPE, steps: 300, id: 'adam', learningRate: 0.02, epsilon: 0 })) {
      expect(update[0]).toBeCloseTo(-0.02, 12);
      expect(update[1]).toBeCloseTo(0.02, 12);
    }
  });

  test('without bias correction the first step is (1 − β₁)/√(1 − β₂) times as long', () => {
    const given = {
      ...SLOPE,
      steps: 1,
      id: 'adam',
      learningRate: 0.02,
      beta1: 0.75,
      beta2: 0.99,
      epsilon: 0,
    } as const;
    const [update] = updatesOf({ ...given, biasCorrection: false });
    expect(update[0]).toBeCloseTo(-0.02 * 2.5, 14);
    expect(update[1]).toBeCloseTo(0.02 * 2.5, 14);
  });

  test('with β₁ = β₂ = 0 and ε = 0 follows the sign of the gradient', () => {
    const stops = walk({ ...VALLEY, id: 'adam', learningRate: 0.125, beta1: 0, beta2: 0, epsilon: 0 }).slice(
      1,
    );
    for (const { g, update } of stops) expect(update).toEqual(g.map((entry) => -0.125 * Math.sign(entry)));
  });

  test.each(['outside', 'inside'])('with β₁ = 0 and no correction is rmsprop: ε %s', (epsilonPlacement) => {
    const common = { ...VALLEY, learningRate: 0.01, epsilon: 1e-3, epsilonPlacement };
    expect(pathOf({ ...common, id: 'adam', beta1: 0, beta2: 0.9, biasCorrection: false })).toEqual(
      pathOf({ ...common, id: 'rmsprop', rho: 0.9 }),
    );
  });

  test('with ε = 0 the path does not feel the scale of the loss, as that of sgd does', () => {
    const scaled = (id: Walk['id'], scale: number, more: object) =>
      pathOf({ ...VALLEY, problem: { id: 'rosenbrock', scale }, id, ...more });
    const plain = scaled('adam', 1, { learningRate: 0.1, epsilon: 0 });
    expect(scaled('adam', 1024, { learningRate: 0.1, epsilon: 0 })).toEqual(plain);
    expect(deviation(scaled('adam', 1000, { learningRate: 0.1, epsilon: 0 }), plain)).toBeLessThan(SAME);
    expect(scaled('sgd', 0.5, {})).not.toEqual(scaled('sgd', 1, {}));
  });
});

describe('adamw', () => {
  /** So far out that e^{−‖θ‖²/2} is 0, and with it the gradient; it is until ‖θ‖ = 38.6. */
  const FLAT = { problem: 'plateau', start: [50, -60], steps: 12 } as const;

  test('with λ = 0 is adam', () => {
    const path = pathOf({ ...VALLEY, id: 'adamw', learningRate: 0.05, weightDecay: 0 });
    expect(path).toEqual(pathOf({ ...VALLEY, id: 'adam', learningRate: 0.05 }));
  });

  test('where the gradient is 0 shrinks θ by 1 − ηλ a step, and moves nowhere else', () => {
    const path = pathOf({ ...FLAT, id: 'adamw', learningRate: 0.1, weightDecay: 0.5, epsilon: 0 });
    expect(
      deviation(
        path,
        path.map((_, t) => [50 * 0.95 ** t, -60 * 0.95 ** t]),
      ),
    ).toBeLessThan(1e-14);
    for (const point of pathOf({ ...FLAT, id: 'adam', epsilon: 0 })) expect(point).toEqual([50, -60]);
  });

  test('is adam under decoupled weight decay', () => {
    const modifiers = [{ id: 'weight-decay', hyperparameters: { coefficient: 0.3, mode: 'decoupled' } }];
    const path = pathOf({ ...VALLEY, id: 'adamw', learningRate: 0.05, weightDecay: 0.3 });
    expect(deviation(path, pathOf({ ...VALLEY, id: 'adam', learningRate: 0.05, modifiers }))).toBeLessThan(
      SAME,
    );
  });

  test('is not adam with an L2 penalty, whose first step is as long without it', () => {
    const modifiers = [{ id: 'weight-decay', hyperparameters: { coefficient: 0.3, mode: 'l2' } }];
    const common = { ...SLOPE, steps: 1, learningRate: 0.1, epsilon: 0 };
    // Under Adam the penalty can only turn the sign: x keeps its own, y has 0.3·(−40) − 3, of the same sign too.
    const withPenalty = updatesOf({ ...common, id: 'adam', modifiers });
    expect(deviation(withPenalty, updatesOf({ ...common, id: 'adam' }))).toBeLessThan(1e-14);
    const [[x, y]] = updatesOf({ ...common, id: 'adamw', weightDecay: 0.3 });
    expect(x).toBeCloseTo(-0.1 - 0.1 * 0.3 * 50, 13);
    expect(y).toBeCloseTo(0.1 + 0.1 * 0.3 * 40, 13);
  });
});
