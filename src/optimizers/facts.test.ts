import { describe, expect, test } from 'vitest';
import { createStepper } from '../engine/stepper.ts';
import { taskWith } from '../engine/recordedRun.ts';
import { OPTIMIZERS } from './registry.ts';

// What Optax’s own tests hold its optimizers to: on Rosenbrock’s function from (0, 0) they are at (1, 1) after 10,000
// steps, to tolerances of 0.03, relative and absolute (optax/_src/alias_test.py, test_optimization; those of
// optax/contrib do the same). Momentum is its `sgd` with momentum.
const STEPS = 10_000;
const TOLERANCE = 0.03;

const SETTINGS = {
  adagrad: { learningRate: 1, epsilon: 1e-7 },
  adam: { learningRate: 0.1 },
  adamw: { learningRate: 0.1, weightDecay: 1e-4 },
  amsgrad: { learningRate: 0.1 },
  nadam: { learningRate: 0.01 },
  rmsprop: { learningRate: 0.005, rho: 0.9 },
  momentum: { learningRate: 0.001, momentum: 0.9 },
  sophia: { learningRate: 0.01, gamma: 0.01, epsilon: 1e-8, weightDecay: 1e-4 },
};

describe('on Rosenbrock’s function from (0, 0)', () => {
  test.each(Object.entries(SETTINGS).filter(([id]) => Object.hasOwn(OPTIMIZERS, id)))(
    '%s is near (1, 1) after 10,000 steps: %j',
    (id, hyperparameters) => {
      const scene = { problem: { id: 'rosenbrock' }, start: [0, 0], steps: STEPS };
      const stepper = createStepper(taskWith(scene, id, hyperparameters));
      for (let t = 0; t < STEPS; t++) stepper.advance();
      for (const x of stepper.theta) expect(Math.abs(x - 1)).toBeLessThanOrEqual(TOLERANCE + TOLERANCE * 1);
    },
  );

  test('they all exist', () => {
    expect(Object.keys(OPTIMIZERS)).toEqual(expect.arrayContaining(Object.keys(SETTINGS)));
  });
});
