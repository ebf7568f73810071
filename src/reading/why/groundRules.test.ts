import { describe, expect, test } from 'vitest';
import { ALONE_RULES, GRADIENT_RULES, GROUND_RULES, LOSS_RULES } from './groundRules.ts';
import { angleBetween } from './angles.ts';
import { bowl, changed, factsAt, polar, ROSENBROCK, step, vector } from './forTests.ts';

const { diverges, isAtRest } = ALONE_RULES;
const { isMostlyNoise, pointsAcross, pointsAlong } = GRADIENT_RULES;
const { overshootsFloor, overshoots, crossesAndRises } = GROUND_RULES;

describe('angles', () => {
  test.each([0, 1e-7, 26, 90, 179.9999999, 180])('%f° are measured as such', (degrees) => {
    expect(angleBetween(polar(3, 20), polar(1e-200, 20 + degrees))).toBeCloseTo(degrees, 12);
  });

  test('what is 0 or not finite has no direction', () => {
    for (const none of [vector(0, 0), vector(Number.NaN, 1), vector(Number.POSITIVE_INFINITY, 1)])
      expect(angleBetween(none, vector(1, 2))).toBeNull();
  });
});

describe('divergence', () => {
  test('is told in the step in which it happens, and not before', () => {
    const scene = { problem: { id: 'bowl' }, start: [3, -2], steps: 300 };
    const far = { learningRate: 1e10 };
    expect(diverges(factsAt(scene, 1, 'sgd', far), 'nothing')).toBe(
      'The run diverges in this step: a coordinate is beyond $10^{8}$, where it ends.',
    );
    expect(diverges(factsAt(scene, 1, 'sgd', { learningRate: 1e200 }), 'nothing')).toContain(
      'no longer a finite number',
    );
    expect(diverges(factsAt(scene, 1, 'sgd', { learningRate: 1e6 }), 'nothing')).toBeNull();
  });
});

describe('rest', () => {
  test('at a saddle, reached by Newton, and not beside it', () => {
    const scene = { problem: { id: 'saddle' }, start: [1.5, 0], steps: 5 };
    expect(isAtRest(factsAt(scene, 2, 'newton'), 'nothing')).toBe(
      'This is a saddle: the gradient is 0, and the loss curves down in some direction. The step is 0, too.',
    );
    const beside = { ...scene, start: [3e-8, 0] };
    expect(isAtRest(factsAt(beside, 1, 'sgd'), 'nothing')).toBeNull();
  });

  test('at a maximizer', () => {
    const top = { problem: { id: 'himmelblau' }, start: [-0.27, -0.92], steps: 20 };
    expect(isAtRest(factsAt(top, 15, 'newton'), 'nothing')).toContain('a maximizer');
  });

  test('at a minimizer that the velocity carries past', () => {
    const told = step(bowl(4, [3, -2]), 2, 'momentum');
    const at = { theta: vector(0, 0), g: vector(0, 0), thetaAfter: vector(0.3, -0.4) };
    expect(isAtRest(changed(told, at), 'nothing')).toBe(
      'This is a minimizer: the gradient is 0. Yet the step is 0.500 long.',
    );
    expect(isAtRest(changed(told, { ...at, g: vector(0, 1e-7) }), 'nothing')).toBeNull();
  });
});

describe('noise', () => {
  const told = step({ ...bowl(4, [0.1, 0]), sampling: { seed: 5, noise: 3, batchSize: 9 } }, 1, 'sgd');
  const { noise } = changed(told, {});
  const quarterTurn = (length: number) => vector(-length * noise[1], length * noise[0]);
  const withTruth = (truth: Float64Array) => changed(told, { g: noise.map((entry, i) => entry + truth[i]) });

  test('is the draw of the step, divided by the root of the batch', () => {
    // g = ∇f + noise, ∇f = (0.1, 0).
    expect(noise[0]).toBeCloseTo(told.explanation.g[0] - 0.1, 14);
    expect(noise[1]).toBeCloseTo(told.explanation.g[1], 14);
  });

  test('is told where it is longer than the rest of the gradient', () => {
    expect(isMostlyNoise(withTruth(quarterTurn(0.5)), 'nothing')).toBe(
      'The gradient is mostly noise: the random part is 2.0 times as long as the true gradient, and points 90° away from it.',
    );
    expect(isMostlyNoise(withTruth(quarterTurn(0.88)), 'nothing')).toContain('1.1 times');
    expect(isMostlyNoise(withTruth(quarterTurn(0.95)), 'nothing')).toBeNull();
    expect(isMostlyNoise(withTruth(quarterTurn(1.5)), 'nothing')).toBeNull();
    expect(isMostlyNoise(withTruth(vector(0, 0)), 'nothing')).toContain('noise alone');
  });

  test('is none with a whole batch', () => {
    const whole = { ...bowl(4, [0.1, 0]), sampling: { seed: 5, noise: 3, batchSize: 'full' } };
    expect(isMostlyNoise(factsAt(whole, 1, 'sgd'), 'nothing')).toBeNull();
  });
});

describe('the gradient in a ravine', () => {
  const kappa = 20;
  /** Where it is so many degrees from the line across: g = (x, κy). */
  const atAngle = (degrees: number, ratio = kappa) => {
    const [across, along] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return factsAt(bowl(ratio, [along, across / ratio]), 1, 'sgd', { learningRate: 0.01 });
  };

  test.each([
    [0, 'The gradient points straight across the ravine.'],
    [9.9, 'The gradient points straight across the ravine.'],
    [10.1, 'The gradient points across the ravine.'],
    [29.9, 'The gradient points across the ravine.'],
    [30.1, null],
    [60.1, null],
  ])('%f° from the line across', (degrees, sentence) => {
    expect(pointsAcross(atAngle(degrees), 'nothing')).toBe(sentence);
    expect(pointsAlong(atAngle(degrees), 'nothing')).toBe(
      degrees > 60 ? 'The gradient points along the ravine.' : null,
    );
  });

  test('there is one from a ratio of curvatures of 10 on', () => {
    expect(pointsAcross(atAngle(0, 10), 'nothing')).not.toBeNull();
    expect(pointsAcross(atAngle(0, 9.9), 'nothing')).toBeNull();
    expect(pointsAlong(atAngle(90, 9.9), 'nothing')).toBeNull();
  });

  test('there is one beside a slightly negative curvature, and none where nothing curves up', () => {
    const above = factsAt({ problem: { id: 'rosenbrock' }, start: [0.5, 0.3], steps: 2 }, 1, 'sgd');
    expect(above.curvatures[0]).toBeLessThan(0);
    expect(above.ravine).not.toBeNull();
    expect(factsAt({ problem: { id: 'saddle' }, start: [0.5, 0.3], steps: 2 }, 1, 'sgd').ravine).toBeNull();
  });

  test('the step crosses the floor where the slope across changes its sign', () => {
    const across = (learningRate: number) =>
      pointsAcross(factsAt(bowl(kappa, [0, 2]), 1, 'sgd', { learningRate }), 'nothing');
    // y ← (1 − ηκ) y
    expect(across(0.0501)).toContain('and the step crosses its floor');
    expect(across(0.0499)).not.toContain('crosses');
  });
});

describe('overshoot', () => {
  test('across a ravine, where η is above 2/λ', () => {
    const told = (learningRate: number) =>
      overshootsFloor(factsAt(bowl(20, [0.1, 2]), 1, 'sgd', { learningRate }), 'nothing');
    expect(told(0.11)).toBe(
      'The step crosses the ravine’s floor and ends higher: $\\eta$ = 0.11 is above $2/\\lambda$ = 0.100, $\\lambda$ the curvature across.',
    );
    expect(told(0.0999)).toBeNull();
  });

  test('is not said to come of η where η is below the bound, though the loss rises', () => {
    const told = step(bowl(20, [0.1, 2]), 1, 'sgd', { learningRate: 0.0999 });
    const higher = changed(told, { lossAfter: 2 * told.explanation.loss });
    for (const rule of [overshootsFloor, overshoots]) expect(rule(higher, 'nothing')).toBeNull();
    expect(crossesAndRises(higher, 'nothing')).not.toBeNull();
  });

  test('elsewhere, with λ along the gradient', () => {
    const told = (learningRate: number, id = 'sgd') =>
      overshoots(factsAt(bowl(4, [3, 2]), 1, id, { learningRate }), 'nothing');
    // g = (3, 8): λ = (9 + 4·64)/73, and the loss rises from ½(9 + 16).
    const limit = (2 * 73) / 265;
    expect(told(limit * 1.02)).toContain(`is above $2/\\lambda$ = ${limit.toPrecision(3)}`);
    expect(told(limit * 0.98)).toBeNull();
    expect(told(limit * 1.02, 'momentum')).toBeNull();
  });

  test('of any optimizer, from one wall to a higher place on the other', () => {
    const told = (t: number) =>
      crossesAndRises(factsAt(ROSENBROCK, t, 'adam', { learningRate: 0.1, beta2: 0.99 }), 'nothing');
    expect(told(5)).toBe(
      'The step crosses the ravine’s floor and ends higher: the loss rises from 5.91 to 7.46.',
    );
    expect(told(38)).toBeNull();
    expect(told(20)).toBeNull();
  });
});

test('a loss that rises is told of in digits that differ', () => {
  const told = step(bowl(4, [3, -2]), 1, 'sgd');
  expect(LOSS_RULES.rises(changed(told, { loss: 5.6, lossAfter: 5.71 }), 'nothing')).toBe(
    'The loss rises from 5.60 to 5.71.',
  );
  expect(LOSS_RULES.rises(changed(told, { loss: 5.6, lossAfter: 5.6001 }), 'nothing')).toBeNull();
  expect(LOSS_RULES.rises(changed(told, { loss: 5.6, lossAfter: Number.NaN }), 'nothing')).toBeNull();
});
