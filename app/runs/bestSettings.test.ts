import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../src/engine/simulate.ts';
import { taskWith } from '../../src/engine/recordedRun.ts';
import type { Task } from '../../src/scene/scene.ts';
import { searchBest, type Best, type Sought } from './bestSettings.ts';
import { findBest } from './findBest.ts';
import { settingsOf } from './settingsOf.ts';

function best(task: Task, sought: Sought = 'rate', due = () => false): Best {
  const search = searchBest(task, sought, due);
  for (;;) {
    const next = search.next();
    if (next.done) return next.value;
  }
}

const bowl = (kappa: number, start: readonly number[], steps: number) => ({
  problem: { id: 'bowl', params: { kappa } },
  start,
  steps,
});

/** All numbers of two digits from 0.01 to 0.99. */
const TWO_DIGITS = [
  ...Array.from({ length: 90 }, (_, i) => (i + 10) / 1000),
  ...Array.from({ length: 90 }, (_, i) => (i + 10) / 100),
];

/** f after so many steps of gradient descent on ½(x² + κy²), which contracts x by 1 − η and y by 1 − κη a step. */
function lossAfter(eta: number, kappa: number, [x, y]: readonly number[], steps: number): number {
  return 0.5 * (((1 - eta) ** steps * x) ** 2 + kappa * ((1 - kappa * eta) ** steps * y) ** 2);
}

describe('the best learning rate', () => {
  test.each([
    [20, [-4, 1], 60],
    [7, [3, -2], 25],
    [50, [0.5, 2], 110],
  ])('of gradient descent on a bowl of κ = %d is that of the closed form', (kappa, start, steps) => {
    const expected = TWO_DIGITS.reduce((least, eta) =>
      lossAfter(eta, kappa, start, steps) < lossAfter(least, kappa, start, steps) ? eta : least,
    );
    const { rate } = best(taskWith(bowl(kappa, start, steps), 'sgd'));
    expect(rate).toBe(expected);
    // In the long run it is 2/(1 + κ), by which both coordinates contract alike.
    expect((rate as number) / (2 / (1 + kappa))).toBeCloseTo(1, 1);
  });

  test('of Newton’s method on a bowl is 1: of all that reach the floor it is there first', () => {
    expect(best(taskWith(bowl(20, [-4, 1], 300), 'newton')).rate).toBe(1);
  });

  test('of a line search is its first step, under the name that it has there', () => {
    // On the round bowl a step of 1 is at the minimizer at once, and each shrinking of it is another step.
    const found = best(taskWith(bowl(1, [3, -4], 20), 'line-search'));
    expect(found).toMatchObject({ rate: 1, rateName: 'initialStep' });
    expect(settingsOf(found)).toEqual({ initialStep: 1 });
    expect(settingsOf(best(taskWith(bowl(1, [3, -4], 20), 'sgd')))).toEqual({ learningRate: 1 });
  });

  test('is never one that diverges, though on a saddle it would go lowest', () => {
    // y grows by 1 + 2η a step and has diverged beyond 10⁸: from 0.01, after 300 steps, for η above 0.0399.
    const rates = TWO_DIGITS.filter((eta) => 0.01 * (1 + 2 * eta) ** 300 <= 1e8);
    const scene = { problem: { id: 'saddle' }, start: [-1.5, 0.01], steps: 300 };
    expect(best(taskWith(scene, 'sgd')).rate).toBe(Math.max(...rates));
  });

  test('is none where all diverge', () => {
    const scene = { problem: { id: 'saddle' }, start: [0, 1e8], steps: 5 };
    expect(best(taskWith(scene, 'sgd')).rate).toBeNull();
  });

  test('is the run’s own: its schedule and its other hyperparameters count', () => {
    const scene = bowl(20, [-4, 1], 60);
    const plain = best(taskWith(scene, 'sgd')).rate;
    expect(best(taskWith(scene, 'momentum', { momentum: 0 })).rate).toBe(plain);
    expect(best(taskWith(scene, 'momentum', { momentum: 0.8 })).rate).not.toBe(plain);
    const warmUp = { id: 'warmup', hyperparameters: { steps: 50 } };
    expect(best(taskWith(scene, 'sgd', {}, { schedule: warmUp })).rate).not.toBe(plain);
  });

  test('is looked for beyond the first six decades', () => {
    // On ½·10⁻³(x² + y²) the minimizer is reached in one step by η = 1000.
    const problem = { id: 'bowl', params: { kappa: 1 }, scale: 1e-3 };
    expect(best(taskWith({ problem, start: [3, -2], steps: 40 }, 'sgd')).rate).toBe(1000);
  });

  test('is judged by at most 10,000 steps, and says so', () => {
    expect(best(taskWith(bowl(2, [1, 1], 20_000), 'sgd')).steps).toBe(10_000);
    expect(best(taskWith(bowl(2, [1, 1], 70), 'sgd')).steps).toBe(70);
  });

  test('does not depend on how often the search pauses', () => {
    const task = taskWith(bowl(20, [-4, 1], 60), 'adam');
    let asked = 0;
    expect(best(task, 'rate', () => asked++ % 3 === 0)).toEqual(best(task));
  });
});

describe('the best momentum', () => {
  test.each([
    [400, 400],
    [100, 200],
  ])('on a bowl of κ = %d comes near to Polyak’s, and beats the best SGD', (kappa, steps) => {
    const scene = bowl(kappa, [-4, 1], steps);
    const both = best(taskWith(scene, 'momentum'), 'rate-and-momentum');
    // Polyak 1964: in the long run μ = ((√κ − 1)/(√κ + 1))², and each step contracts by √μ.
    const polyak = ((Math.sqrt(kappa) - 1) / (Math.sqrt(kappa) + 1)) ** 2;
    expect(Math.abs((both.momentum as number) - polyak)).toBeLessThan(0.1);
    const settings = { learningRate: both.rate as number, momentum: both.momentum as number };
    const sgd = { learningRate: best(taskWith(scene, 'sgd')).rate as number };
    const end = (task: Task) => runToEnd(task).pieces.at(-1)?.losses.at(-1) as number;
    expect(end(taskWith(scene, 'momentum', settings))).toBeLessThan(1e-3 * end(taskWith(scene, 'sgd', sgd)));
  });

  test('is not searched where the optimizer has none', () => {
    const task = taskWith(bowl(20, [-4, 1], 60), 'sgd');
    expect(best(task, 'rate-and-momentum')).toEqual(best(task));
    expect(best(task).momentum).toBeNull();
  });

  test('is no worse than the run’s own', () => {
    const scene = bowl(7, [3, -2], 25);
    const { momentum, rate } = best(taskWith(scene, 'nesterov'), 'rate-and-momentum');
    const own = best(taskWith(scene, 'nesterov', { momentum: 0.9 }));
    const end = (settings: Readonly<Record<string, number>>) =>
      runToEnd(taskWith(scene, 'nesterov', settings))
        .pieces.at(-1)
        ?.losses.at(-1) as number;
    expect(end({ momentum: momentum as number, learningRate: rate as number })).toBeLessThanOrEqual(
      end({ momentum: 0.9, learningRate: own.rate as number }),
    );
  });
});

test('many searches leave the page its turns, and answer in order', async () => {
  let clock = 0;
  let breaths = 0;
  const tasks = [20, 5].map((kappa) => taskWith(bowl(kappa, [-4, 1], 60), 'sgd'));
  const found = await findBest(
    tasks,
    'rate',
    () => clock++,
    () => Promise.resolve(void breaths++),
  );
  expect(found).toEqual(tasks.map((task) => best(task)));
  expect(breaths).toBeGreaterThan(10);
});
