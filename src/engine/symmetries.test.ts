import { describe, expect, test } from 'vitest';
import { pathOf, taskWith } from './recordedRun.ts';

const ANGLE = 40;
const START = [1.5, -0.5];

const turned = ([x, y]: readonly number[]): readonly number[] => {
  const [cos, sin] = [Math.cos((ANGLE * Math.PI) / 180), Math.sin((ANGLE * Math.PI) / 180)];
  return [cos * x - sin * y, sin * x + cos * y];
};

/** The greatest distance between the turned path and the path of the turned problem from the turned start. */
function departure(id: string, hyperparameters: Readonly<Record<string, unknown>>): number {
  const scene = { problem: { id: 'three-hump-camel' }, start: START, steps: 40 };
  const path = pathOf(taskWith(scene, id, hyperparameters));
  const turnedScene = { ...scene, problem: { ...scene.problem, rotation: ANGLE }, start: turned(START) };
  const other = pathOf(taskWith(turnedScene, id, hyperparameters));
  expect(other).toHaveLength(path.length);
  return Math.max(
    ...path.map((point, t) => {
      const [x, y] = turned(point);
      return Math.hypot(x - other[t][0], y - other[t][1]);
    }),
  );
}

describe('turning the problem and the start', () => {
  test.each([
    ['sgd', { learningRate: 0.05 }],
    ['momentum', { learningRate: 0.02 }],
    ['nesterov', { learningRate: 0.02 }],
    ['newton', {}],
    ['muon', { learningRate: 0.05, shape: [2, 1] }],
    ['muon', { learningRate: 0.05, shape: [1, 2] }],
  ])('turns the path of %s %j', (id, hyperparameters) => {
    expect(departure(id, hyperparameters)).toBeLessThan(1e-9);
  });

  test.each([
    ['adam', { learningRate: 0.05 }],
    ['adagrad', { learningRate: 0.5 }],
    ['rmsprop', { learningRate: 0.05 }],
    ['muon', { learningRate: 0.05, shape: 'diagonal' }],
  ])('does not turn the path of %s %j, which treats each axis by itself', (id, hyperparameters) => {
    expect(departure(id, hyperparameters)).toBeGreaterThan(0.05);
  });
});

describe('multiplying the loss by 1000', () => {
  const difference = (id: string, hyperparameters: Readonly<Record<string, unknown>>) => {
    const [path, other] = [1, 1000].map((scale) =>
      pathOf(taskWith({ problem: { id: 'booth', scale }, start: [3, -2], steps: 60 }, id, hyperparameters)),
    );
    expect(other).toHaveLength(path.length);
    return Math.max(...path.map(([x, y], t) => Math.hypot(x - other[t][0], y - other[t][1])));
  };

  test.each([
    ['muon', { learningRate: 0.05, momentum: 0.8 }],
    ['signsgd', { learningRate: 0.05, momentum: 0.8 }],
    ['adam', { learningRate: 0.05, epsilon: 0 }],
    ['sophia', { learningRate: 0.05, curvature: 'exact-diagonal', epsilon: 0 }],
    ['newton', { learningRate: 0.5 }],
  ])('leaves the path of %s %j where it was', (id, hyperparameters) => {
    expect(difference(id, hyperparameters)).toBeLessThan(1e-9);
  });

  test.each([
    ['sgd', { learningRate: 1e-5 }],
    ['momentum', { learningRate: 1e-5 }],
    ['sophia', { learningRate: 0.05, curvature: 'gradient-squared-lecture' }],
  ])('changes the path of %s %j', (id, hyperparameters) => {
    expect(difference(id, hyperparameters)).toBeGreaterThan(0.05);
  });

  test('does to gradient descent what a learning rate a thousand times as large does', () => {
    const scene = { start: [3, -2], steps: 60 };
    const scaled = pathOf(
      taskWith({ ...scene, problem: { id: 'booth', scale: 1000 } }, 'sgd', { learningRate: 1e-5 }),
    );
    const faster = pathOf(taskWith({ ...scene, problem: { id: 'booth' } }, 'sgd', { learningRate: 1e-2 }));
    scaled.forEach((point, t) => point.forEach((x, i) => expect(x).toBeCloseTo(faster[t][i], 11)));
  });
});
