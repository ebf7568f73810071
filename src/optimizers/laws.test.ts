import { describe, expect, test } from 'vitest';
import { deviation, pathOf, updatesOf, walk } from './walk.ts';

// What is special about each optimizer, as properties from its paper. A wrong rule that still goes downhill fails here.

/** Far from both kinks the gradient of |x| + 3|y| is constant: (1, −3) here. */
const SLOPE = { problem: 'kink', start: [50, -40] } as const;
const GRADIENT = [1, -3];
const VALLEY = { problem: 'rosenbrock', start: [-1.5, 2], steps: 60 } as const;

/** Paths that are equal in exact arithmetic part by rounding, which the valley stretches somewhat; 1e-10 sees any other cause. */
const SAME = 1e-10;

describe('sgd', () => {
  test('on a quadratic contracts each eigendirection by 1 − ηλ a step', () => {
    const [eta, kappa] = [0.03, 20];
    const path = pathOf({ problem: 'bowl', start: [3, -2], steps: 25, id: 'sgd', learningRate: eta });
    expect(
      deviation(
        path,
        path.map((_, t) => [3 * (1 - eta) ** t, -2 * (1 - eta * kappa) ** t]),
      ),
    ).toBeLessThan(1e-14);
  });

  test('diverges from η = 2/λ on, and not below', () => {
    const last = (eta: number) =>
      Math.abs(pathOf({ problem: 'bowl', start: [3, -2], steps: 200, id: 'sgd', learningRate: eta })[200][1]);
    expect(last(0.099)).toBeLessThan(0.5);
    expect(last(0.101)).toBeGreaterThan(50);
  });

  test('takes a loss of twice the size for a learning rate of twice the size', () => {
    const scaled = pathOf({
      ...VALLEY,
      problem: { id: 'rosenbrock', scale: 2 },
      id: 'sgd',
      learningRate: 0.0004,
    });
    expect(scaled).toEqual(pathOf({ ...VALLEY, id: 'sgd', learningRate: 0.0008 }));
  });
});

describe('momentum', () => {
  test.each(['velocity', 'accumulated', 'averaged'])('with μ = 0 is sgd: %s', (form) => {
    const path = pathOf({ ...VALLEY, id: 'momentum', momentum: 0, form });
    expect(path).toEqual(pathOf({ ...VALLEY, id: 'sgd' }));
  });

  test('on a quadratic keeps Polyak’s recurrence x₊ = (1 + μ − ηλ)x − μx₋ in each eigendirection', () => {
    const [eta, mu, kappa] = [0.04, 0.8, 20];
    const given = {
      problem: 'bowl',
      start: [3, -2],
      steps: 30,
      id: 'momentum',
      learningRate: eta,
      momentum: mu,
    } as const;
    const path = pathOf(given);
    const expected = [
      [3, -2],
      [3 * (1 - eta), -2 * (1 - eta * kappa)],
    ];
    for (let t = 1; t < 30; t++)
      expected.push(
        [1, kappa].map((lambda, i) => (1 + mu - eta * lambda) * expected[t][i] - mu * expected[t - 1][i]),
      );
    expect(deviation(path, expected)).toBeLessThan(1e-13);
  });

  test('on a constant gradient gathers speed up to 1/(1 − μ) times the step of sgd', () => {
    const [eta, mu] = [0.002, 0.75];
    const steps = updatesOf({ ...SLOPE, steps: 80, id: 'momentum', learningRate: eta, momentum: mu });
    steps.forEach((update, k) =>
      update.forEach((delta, i) =>
        expect(delta).toBeCloseTo((-eta * GRADIENT[i] * (1 - mu ** (k + 1))) / (1 - mu), 14),
      ),
    );
    expect(steps[79][1]).toBeCloseTo(4 * 0.002 * 3, 10);
  });

  test('velocity and accumulated walk one path at constant η', () => {
    const path = pathOf({ ...VALLEY, id: 'momentum', form: 'velocity' });
    expect(deviation(path, pathOf({ ...VALLEY, id: 'momentum', form: 'accumulated' }))).toBeLessThan(SAME);
  });

  test('velocity and accumulated part under a schedule, at the second step by μ(η₁ − η₂)g', () => {
    const schedule = { id: 'linear', hyperparameters: { floor: 0 } };
    const given = { ...SLOPE, steps: 4, id: 'momentum', learningRate: 0.1, momentum: 0.9, schedule } as const;
    const [velocity, accumulated] = ['velocity', 'accumulated'].map((form) => updatesOf({ ...given, form }));
    expect(velocity[0]).toEqual(accumulated[0]);
    // η falls from 0.1 to 0.075.
    GRADIENT.forEach((g, i) => expect(accumulated[1][i] - velocity[1][i]).toBeCloseTo(0.9 * 0.025 * g, 14));
  });

  test('averaged is accumulated with a learning rate of η(1 − μ)', () => {
    const averaged = pathOf({
      ...VALLEY,
      id: 'momentum',
      form: 'averaged',
      learningRate: 0.004,
      momentum: 0.75,
    });
    expect(
      deviation(
        averaged,
        pathOf({ ...VALLEY, id: 'momentum', form: 'accumulated', learningRate: 0.001, momentum: 0.75 }),
      ),
    ).toBeLessThan(SAME);
  });
});

describe('nesterov', () => {
  test.each(['lookahead', 'rewritten'])('with μ = 0 is sgd: %s', (form) => {
    expect(pathOf({ ...VALLEY, id: 'nesterov', momentum: 0, form })).toEqual(
      pathOf({ ...VALLEY, id: 'sgd' }),
    );
  });

  test('rewritten walks along the look-ahead points θ + μv of the other form', () => {
    const mu = 0.85;
    const ahead = walk({ ...VALLEY, id: 'nesterov', momentum: mu }).map(({ theta, quantities: { v } }) =>
      theta.map((x, i) => x + mu * v[i]),
    );
    expect(
      deviation(pathOf({ ...VALLEY, id: 'nesterov', momentum: mu, form: 'rewritten' }), ahead),
    ).toBeLessThan(SAME);
  });

  test('on a quadratic keeps x₊ = (1 − ηλ)((1 + μ)x − μx₋) in each eigendirection', () => {
    const [eta, mu, kappa] = [0.04, 0.8, 20];
    const given = {
      problem: 'bowl',
      start: [3, -2],
      steps: 30,
      id: 'nesterov',
      learningRate: eta,
      momentum: mu,
    } as const;
    const expected = [
      [3, -2],
      [3 * (1 - eta), -2 * (1 - eta * kappa)],
    ];
    for (let t = 1; t < 30; t++)
      expected.push(
        [1, kappa].map(
          (lambda, i) => (1 - eta * lambda) * ((1 + mu) * expected[t][i] - mu * expected[t - 1][i]),
        ),
      );
    expect(deviation(pathOf(given), expected)).toBeLessThan(1e-13);
  });
});
