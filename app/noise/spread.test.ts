import { describe, expect, test } from 'vitest';
import { taskWith, pathOf } from '../../src/engine/recordedRun.ts';
import { cloudOf, computed, noisyBowl } from './cloudFixture.ts';
import { isOnePath } from './members.ts';
import { deviationOf, seedAfter, tasksWithSeeds, withBatchSize } from './seeds.ts';
import {
  ellipseOf,
  lossesAt,
  meanOf,
  meanPath,
  pointsAt,
  recordedStep,
  rowAt,
  scaleOfLaw,
  spreadOf,
} from './spread.ts';

describe('seeds', () => {
  test('follow the scene’s own, and begin again after the last', () => {
    expect(seedAfter(7, 0)).toBe(7);
    expect(seedAfter(7, 49)).toBe(56);
    expect(seedAfter(2 ** 32 - 2, 3)).toBe(1);
    const task = noisyBowl({ kappa: 4, noise: 0.5, steps: 3, seed: 2 ** 32 - 1 }, 0.1);
    expect(tasksWithSeeds(task, 3).map(({ sampling }) => sampling.seed)).toEqual([2 ** 32 - 1, 0, 1]);
  });

  test('the first member of a cloud is the run itself, and each replays bit for bit', () => {
    const task = taskWith(
      {
        problem: { id: 'himmelblau' },
        start: [0.5, -0.5],
        steps: 240,
        sampling: { seed: 19, noise: 3, batchSize: 4 },
      },
      'adam',
      { learningRate: 0.08 },
      { modifiers: [{ id: 'sam', hyperparameters: { rho: 0.05 } }] },
    );
    const cloud = tasksWithSeeds(task, 3).map(computed);
    expect(Array.from(cloud[0].points.subarray(0, 2 * cloud[0].rows))).toEqual(pathOf(task).flat());
    tasksWithSeeds(task, 3).forEach((again, k) => {
      expect(computed(again).points).toEqual(cloud[k].points);
    });
    expect(cloud[1].points).not.toEqual(cloud[0].points);
  });

  test('the noise of a batch is its root times smaller, and of the whole batch none', () => {
    expect(deviationOf({ seed: 1, noise: 0.6, batchSize: 9, order: 'replacement' })).toBeCloseTo(0.2, 15);
    expect(deviationOf({ seed: 1, noise: 0.6, batchSize: 'full', order: 'replacement' })).toBe(0);
  });
});

describe('rows', () => {
  test('of a long run lie every so many steps, and at its end', () => {
    const member = computed(noisyBowl({ kappa: 4, noise: 0, steps: 4101 }, 0.01));
    expect(member.stride).toBe(4);
    expect(member.rows).toBeLessThanOrEqual(2001);
    const stepOf = (step: number) => member.steps[rowAt(member, step)];
    expect([0, 3, 4, 4099, 4100, 4101, 9000].map(stepOf)).toEqual([0, 0, 4, 4096, 4100, 4101, 4101]);
    expect([0, 3, 4, 4099, 4100, 4101].map((step) => recordedStep(member, step))).toEqual([
      0, 0, 4, 4096, 4100, 4101,
    ]);
  });

  test('a run that has diverged stands at its last point', () => {
    const member = computed(noisyBowl({ kappa: 4, noise: 0.5, steps: 500 }, 0.9));
    expect(member.outcome?.kind).toBe('diverged');
    const last = member.outcome?.step ?? 0;
    expect(last).toBeLessThan(400);
    expect(pointsAt([member], 450)).toEqual(pointsAt([member], last));
  });
});

describe('the spread', () => {
  test('is the root mean square distance from the mean', () => {
    // A 3-4-5 triangle’s corners: mean (3, 4/3); squares of distances 9 + 16/9, 9 + 16/9, 64/9.
    const corners = Float64Array.of(0, 0, 6, 0, 3, 4);
    const mean = meanOf(corners, 2);
    expect([...mean].map((value) => value.toFixed(12))).toEqual(['3.000000000000', '1.333333333333']);
    expect(spreadOf(corners, 2)).toBeCloseTo(Math.sqrt((18 + 96 / 9) / 3), 14);
  });

  test('of gradient descent on a quadratic is as 1/√B to rounding, whatever the step', () => {
    const task = noisyBowl({ kappa: 5, noise: 0.7, steps: 60 }, 0.12);
    const whole = cloudOf(task, 12);
    for (const batchSize of [4, 16, 64, 256]) {
      const cloud = cloudOf(task, 12, batchSize);
      for (const step of [1, 2, 17, 60]) {
        const ratio = spreadOf(pointsAt(whole, step), 2) / spreadOf(pointsAt(cloud, step), 2);
        // Differences of points of size 3 keep fewer digits the closer they lie.
        expect(Math.abs(ratio / Math.sqrt(batchSize) - 1)).toBeLessThan(1e-11);
      }
    }
  });

  test('elsewhere it is only about so', () => {
    const task = taskWith(
      {
        problem: { id: 'double-well' },
        start: [1.5, 0.02],
        steps: 60,
        sampling: { seed: 7, noise: 1 },
      },
      'sgd',
      { learningRate: 0.2 },
    );
    const [one, four] = [1, 4].map((batchSize) => {
      const cloud = tasksWithSeeds(withBatchSize(task, batchSize), 12).map(computed);
      return spreadOf(pointsAt(cloud, 60), 2);
    });
    expect(Math.abs(one / four / 2 - 1)).toBeGreaterThan(1e-3);
  });

  // x ← (1 − ηλ)x − ηε is an autoregression: its variance after t steps is η²σ²(1 − a²ᵗ)/(1 − a²), a = 1 − ηλ.
  test('of gradient descent on a quadratic has the variance of an autoregression', () => {
    const [kappa, noise, learningRate, seeds, steps, settled] = [6, 0.8, 0.1, 50, 2000, 200];
    const cloud = cloudOf(noisyBowl({ kappa, noise, steps }, learningRate), seeds);
    const coordinates = [1, kappa].map((lambda) => {
      const a = 1 - learningRate * lambda;
      return { a, variance: (learningRate * noise) ** 2 / (1 - a * a) };
    });
    let sum = 0;
    for (let step = settled + 1; step <= steps; step++) sum += spreadOf(pointsAt(cloud, step), 2) ** 2;
    // The mean is that of the cloud itself: one of its degrees of freedom.
    const measured = ((sum / (steps - settled)) * seeds) / (seeds - 1);
    const expected = coordinates.reduce((total, { variance }) => total + variance, 0);
    // The variance of such an estimate: 2V² a draw, draws a step apart being correlated by a².
    const error = Math.sqrt(
      coordinates.reduce(
        (total, { a, variance }) =>
          total + (2 * variance ** 2 * (1 + a * a)) / ((1 - a * a) * (seeds - 1) * (steps - settled)),
        0,
      ),
    );
    expect(error / expected).toBeLessThan(0.02);
    expect(Math.abs(measured - expected)).toBeLessThan(5 * error);
  });

  test('after the first step is η times that of the draws', () => {
    const [noise, learningRate, seeds] = [0.8, 0.1, 50];
    const cloud = cloudOf(noisyBowl({ kappa: 6, noise, steps: 1 }, learningRate), seeds);
    const squared = (spreadOf(pointsAt(cloud, 1), 2) ** 2 * seeds) / (seeds - 1);
    const variance = (noise * learningRate) ** 2;
    // Two coordinates, each with the error 2V²/(N − 1) of its variance.
    expect(Math.abs(squared - 2 * variance)).toBeLessThan(5 * Math.sqrt((4 * variance ** 2) / (seeds - 1)));
  });
});

describe('the ellipse', () => {
  test('has the standard deviations along its axes', () => {
    // Four points at ±2 and ±1 of axes turned by 30°: variances 4/2 and 1/2.
    const angle = Math.PI / 6;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const xs = Float64Array.of(5 + 2 * c, 5 - 2 * c, 5 - s, 5 + s);
    const ys = Float64Array.of(-3 + 2 * s, -3 - 2 * s, -3 + c, -3 - c);
    const ellipse = ellipseOf(xs, ys);
    expect(ellipse.x).toBeCloseTo(5, 14);
    expect(ellipse.y).toBeCloseTo(-3, 14);
    expect(ellipse.major).toBeCloseTo(Math.SQRT2, 14);
    expect(ellipse.minor).toBeCloseTo(Math.SQRT1_2, 14);
    expect(ellipse.angle).toBeCloseTo(angle, 14);
  });

  test('of points on a line has no width', () => {
    const { major, minor } = ellipseOf(Float64Array.of(0, 0, 0), Float64Array.of(-3, 0, 3));
    expect(minor).toBe(0);
    expect(major).toBeCloseTo(Math.sqrt(6), 14);
  });
});

test('the mean path of a quadratic’s cloud nears the path without noise', () => {
  const seeds = 50;
  const [noise, learningRate, steps] = [0.5, 0.1, 40];
  const mean = meanPath(cloudOf(noisyBowl({ kappa: 3, noise, steps }, learningRate), seeds));
  const silent = pathOf(noisyBowl({ kappa: 3, noise: 0, steps }, learningRate)).flat();
  expect(mean.rows).toBe(41);
  // Five standard errors of the mean, the noisier coordinate’s in the long run for both.
  const deviation = (learningRate * noise) / Math.sqrt(1 - (1 - learningRate) ** 2);
  silent.forEach((value, i) =>
    expect(Math.abs(mean.points[i] - value)).toBeLessThan((5 * deviation) / Math.sqrt(seeds)),
  );
});

test('the losses of a cloud: their mean, and the middle half of them', () => {
  const cloud = cloudOf(noisyBowl({ kappa: 2, noise: 0.5, steps: 9 }, 0.1), 5);
  cloud.forEach((member, k) => (member.losses[9] = [5, 1, 9, 3, 2][k]));
  expect(lossesAt(cloud, 9)).toEqual({ mean: 4, quartiles: [2, 5] });
});

test('without noise all seeds give one path, and with noise they do not', () => {
  expect(isOnePath(cloudOf(noisyBowl({ kappa: 2, noise: 0, steps: 30 }, 0.1), 4))).toBe(true);
  expect(isOnePath(cloudOf(noisyBowl({ kappa: 2, noise: 1e-9, steps: 30 }, 0.1), 4))).toBe(false);
});

test('the line of slope −½ goes through points that lie on one', () => {
  const points = [1, 4, 16, 64].map((batchSize) => ({ batchSize, spread: 0.3 / Math.sqrt(batchSize) }));
  expect(scaleOfLaw(points)).toBeCloseTo(0.3, 14);
  expect(scaleOfLaw([...points, { batchSize: 256, spread: 0 }])).toBeNaN();
});
