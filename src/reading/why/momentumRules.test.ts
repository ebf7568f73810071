import { describe, expect, test } from 'vitest';
import { createProblem } from '../../problems/createProblem.ts';
import { angleBetween, lengthOf } from './angles.ts';
import { bowl, changed, factsAt, polar, ROSENBROCK, step } from './forTests.ts';
import { MOMENTUM_RULES, pullsOf } from './momentumRules.ts';

const { goesUphill, hasNoVelocity, opposes, looksAhead, agrees, addsUp } = MOMENTUM_RULES;
const FORMS = [
  ['momentum', { form: 'velocity' }],
  ['momentum', { form: 'accumulated' }],
  ['momentum', { form: 'averaged' }],
  ['nesterov', { form: 'lookahead' }],
  ['nesterov', { form: 'rewritten' }],
  ['aggmo', {}],
  ['aggmo', { betas: [0.5] }],
] as const;

test.each(FORMS)('the step of %s %o is the sum of what was kept and what the gradient adds', (id, form) => {
  const facts = factsAt(ROSENBROCK, 9, id, form);
  const pulls = pullsOf(facts);
  expect(pulls).not.toBeNull();
  facts.own.forEach((entry, i) =>
    expect((pulls?.kept[i] ?? 0) + (pulls?.added[i] ?? 0)).toBeCloseTo(entry, 14),
  );
});

/** A step on ½(x² + 4y²) whose gradient pulls along x, and whose velocity points elsewhere. */
function pulled(degrees: number, length: number) {
  const told = step(bowl(4, [3, -2]), 2, 'momentum', { momentum: 0.5, learningRate: 0.1 });
  const [g, v] = [polar(10, 180), polar(2 * length, degrees)];
  const update = v.map((entry, i) => 0.5 * entry - 0.1 * g[i]);
  return changed(told, { g, before: { v, m: v }, update, updateStages: [{ by: 'optimizer', update }] });
}

describe('two pulls', () => {
  test('that oppose each other', () => {
    expect(opposes(pulled(151, 0.4), 'nothing')).toBe(
      'The velocity kept from before points 151° away from the gradient’s pull and takes back 35 % of it.',
    );
    expect(opposes(pulled(151, 1.2), 'nothing')).toContain('outweighs it');
    expect(opposes(pulled(149, 0.4), 'nothing')).toBeNull();
    expect(opposes(pulled(180, 0.005), 'nothing')).toBeNull();
  });

  test('that agree', () => {
    expect(agrees(pulled(0, 2), 'nothing')).toBe(
      'The velocity kept from before points the same way, and makes the step 3.0 times as long as the gradient’s part alone.',
    );
    expect(agrees(pulled(29, 2), 'nothing')).toContain('to within 29°, and makes the step 2.9 times');
    expect(agrees(pulled(31, 2), 'nothing')).toBeNull();
    expect(agrees(pulled(0, 0.05), 'nothing')).toBeNull();
  });

  test('that add up', () => {
    expect(addsUp(pulled(90, 1), 'nothing')).toContain('points 90° away from the gradient’s pull; their sum');
    expect(addsUp(pulled(90, 1), 'gradient')).toContain('points 90° away; their sum');
    for (const degrees of [30, 150, 180]) expect(addsUp(pulled(degrees, 1), 'nothing')).toBeNull();
  });
});

test('a velocity that lies along the ravine is said to, on Rosenbrock’s valley', () => {
  const told = addsUp(factsAt(ROSENBROCK, 27, 'momentum'), 'gradient and ravine');
  expect(told).toBe(
    'The velocity kept from before points 119° away, mostly along it; their sum is the step taken.',
  );
});

test('a step that something was done to is not called the step taken', () => {
  const run = {
    modifiers: [{ id: 'weight-decay', hyperparameters: { mode: 'decoupled', coefficient: 0.5 } }],
  };
  const told = addsUp(factsAt(ROSENBROCK, 27, 'momentum', {}, run), 'nothing');
  expect(told ?? '').not.toContain('step taken');
});

test('a step goes uphill only where the loss rises, against the gradient', () => {
  const uphill = factsAt(ROSENBROCK, 26, 'momentum');
  expect(goesUphill(uphill, 'nothing')).toBe(
    'The velocity kept from before outweighs the gradient and carries the point uphill: the loss rises from 5.30 to 5.70.',
  );
  const slope = new Float64Array(2);
  createProblem(uphill.task.problem).gradient(uphill.explanation.theta, slope);
  expect(slope[0] * uphill.taken[0] + slope[1] * uphill.taken[1]).toBeGreaterThan(0);
  expect(goesUphill(factsAt(ROSENBROCK, 27, 'momentum'), 'nothing')).toBeNull();
});

test.each(FORMS)('%s %o has kept nothing in its first step', (id, form) => {
  expect(hasNoVelocity(factsAt(ROSENBROCK, 1, id, form), 'nothing')).toContain('No velocity');
  expect(hasNoVelocity(factsAt(ROSENBROCK, 2, id, form), 'nothing')).toBeNull();
});

describe('Nesterov looks ahead', () => {
  test('to a gradient that differs from the one at θ', () => {
    const facts = factsAt(ROSENBROCK, 12, 'nesterov');
    const { theta, g, before } = facts.explanation;
    const problem = createProblem(facts.task.problem);
    const [here, there] = [new Float64Array(2), new Float64Array(2)];
    problem.gradient(theta, here);
    problem.gradient(
      theta.map((x, i) => x + 0.9 * before.v[i]),
      there,
    );
    expect([...g]).toEqual([...there]);
    const angle = Math.round(angleBetween(here, there) ?? 0);
    const times = (lengthOf(there) / lengthOf(here)).toPrecision(2);
    expect(looksAhead(facts, 'nothing')).toBe(
      `Where the velocity leads, the gradient is turned ${angle}° and ${times} times as long, compared with the one at $\\theta$.`,
    );
  });

  test('in that form alone, and silently where nothing differs', () => {
    expect(looksAhead(factsAt(ROSENBROCK, 12, 'nesterov', { form: 'rewritten' }), 'nothing')).toBeNull();
    expect(looksAhead(factsAt(ROSENBROCK, 1, 'nesterov'), 'nothing')).toBeNull();
    expect(looksAhead(factsAt(ROSENBROCK, 200, 'nesterov'), 'nothing')).toBeNull();
    // Noise and penalty are the same at both points; in the first step the points are one.
    const noisy = { ...ROSENBROCK, sampling: { seed: 3, noise: 20, batchSize: 1 } };
    const run = { modifiers: [{ id: 'weight-decay', hyperparameters: { mode: 'l2', coefficient: 9 } }] };
    expect(looksAhead(factsAt(noisy, 1, 'nesterov', {}, run), 'nothing')).toBeNull();
  });
});
