import { describe, expect, test } from 'vitest';
import { createProblem } from '../../problems/createProblem.ts';
import { angleBetween, lengthOf } from './angles.ts';
import { bowl, changed, factsAt, ROSENBROCK, step, vector } from './forTests.ts';
import { EVENT_RULES, PART_RULES } from './partRules.ts';
import { saidOf } from './why.ts';

const { isCut, goesBack, halvesNow, restarts, seesSharpness } = EVENT_RULES;
const { seesAnother, decays, isPenalized, isScheduled } = PART_RULES;
const modified = (...modifiers: unknown[]) => ({ modifiers });
const scheduled = (...schedule: unknown[]) => ({ schedule });

test('a step that leaves the feasible set is cut', () => {
  const scene = (start: number) => ({ problem: { id: 'reddi' }, start: [start], steps: 4 });
  // f₁ = 3x: the step is −3η.
  const cut = factsAt(scene(-0.4), 1, 'sgd', { learningRate: 0.5 });
  expect(isCut(cut, 'nothing')).toBe(
    'The step leads out of the feasible set and is cut at its edge: 40 % of it is taken.',
  );
  expect(isCut(factsAt(scene(-1), 1, 'sgd', { learningRate: 0.5 }), 'nothing')).toContain(
    'nothing of it is taken',
  );
  expect(isCut(factsAt(scene(0.5), 1, 'sgd', { learningRate: 0.5 }), 'nothing')).toBeNull();
  expect(isCut(factsAt(bowl(4, [3, -2]), 1, 'sgd'), 'nothing')).toBeNull();
});

test('Lookahead goes back in every k-th step', () => {
  const told = (t: number, alpha = 0.4) =>
    goesBack(
      factsAt(ROSENBROCK, t, 'sgd', {}, modified({ id: 'lookahead', hyperparameters: { k: 6, alpha } })),
      'nothing',
    );
  expect(told(12)).toBe(
    'As after every 6 steps, Lookahead goes back: $\\theta$ keeps 40 % of the way made since $\\phi$.',
  );
  expect(told(11)).toBeNull();
  expect(told(12, 1)).toBeNull();
});

describe('schedules', () => {
  test('a halving is told in the step that brings it', () => {
    const run = scheduled({ id: 'constant' }, { id: 'halve-on-divergence' });
    const at = (t: number) => factsAt(bowl(10, [3, -2]), t, 'sgd', { learningRate: 0.3 }, run);
    expect(at(1).explanation.lossAfter).toBeGreaterThan(at(1).explanation.loss);
    expect(halvesNow(at(1), 'nothing')).toContain('from the next step on');
    expect(halvesNow(at(12), 'nothing')).toBeNull();
    expect(isScheduled(at(12), 'nothing')).toBe(
      '$\\eta$ was halved once after the loss had risen above its start: it is 50 % of its full value.',
    );
    const told = step(bowl(10, [3, -2]), 12, 'sgd', { learningRate: 0.3 }, run);
    const thrice = { schedulesBefore: [{}, { halvings: vector(3) }], lr: 0.3 / 8 };
    expect(isScheduled(changed(told, thrice), 'nothing')).toMatch(/halved 3 times .* it is 13 % of/);
    expect(isScheduled(at(1), 'nothing')).toBeNull();
  });

  test('a restart is told in the first step of each later period', () => {
    const told = (t: number, floor = 0) =>
      restarts(
        factsAt(
          ROSENBROCK,
          t,
          'sgd',
          {},
          scheduled({ id: 'restarts', hyperparameters: { period: 20, growth: 2, floor } }),
        ),
        'nothing',
      );
    for (const t of [21, 61]) expect(told(t)).toContain('A new period');
    for (const t of [1, 2, 20, 22, 41, 60]) expect(told(t)).toBeNull();
    expect(told(21, 1)).toBeNull();
  });

  test('the part of η that is left', () => {
    const told = (t: number, ...schedule: unknown[]) =>
      isScheduled(factsAt(ROSENBROCK, t, 'sgd', {}, scheduled(...schedule)), 'nothing');
    const warmup = { id: 'warmup', hyperparameters: { steps: 20 } };
    const linear = { id: 'linear', hyperparameters: { floor: 0.5 } };
    expect(told(7, warmup)).toBe('Warm-up still holds $\\eta$ at 35 % of its full value.');
    expect(told(20, warmup)).toBeNull();
    expect(told(151, linear)).toBe('The schedule has brought $\\eta$ to 75 % of its full value.');
    expect(told(10, linear, warmup)).toContain('49 %');
    expect(told(151, { id: 'constant' })).toBeNull();
    expect(told(1, linear)).toBeNull();
  });
});

describe('SAM', () => {
  const sam = { id: 'sam', hyperparameters: { rho: 0.3 } };

  test('sees another gradient where it climbs to', () => {
    const facts = factsAt(ROSENBROCK, 3, 'sgd', {}, modified(sam));
    const { theta, g } = facts.explanation;
    const problem = createProblem(facts.task.problem);
    const [here, there] = [new Float64Array(2), new Float64Array(2)];
    problem.gradient(theta, here);
    problem.gradient(
      theta.map((x, i) => x + (0.3 * here[i]) / lengthOf(here)),
      there,
    );
    there.forEach((entry, i) => expect(g[i]).toBeCloseTo(entry, 8));
    const told = seesAnother(facts, 'nothing') ?? '';
    const times = Number((lengthOf(there) / lengthOf(here)).toPrecision(2));
    expect(told).toContain(`${times} times as long`);
    const angle = angleBetween(here, there) ?? 0;
    if (angle >= 2) expect(told).toContain(`turned ${Math.round(angle)}°`);
    else expect(told).not.toContain('turned');
  });

  test('is told first where that differs much, and not at all where it does not', () => {
    const told = step(bowl(4, [3, -2]), 2, 'sgd', {}, modified(sam));
    const seen = (g: Float64Array) => changed(told, { g, modifiersAfter: { sam: { s: vector(4, 0) } } });
    expect(seesSharpness(seen(vector(4, 1.2)), 'nothing')).toContain('turned 17°, compared with');
    expect(seesSharpness(seen(vector(4, 0.8)), 'nothing')).toBeNull();
    expect(seesAnother(seen(vector(4, 0.8)), 'nothing')).toContain('turned 11°');
    expect(seesSharpness(seen(vector(6.4, 0)), 'nothing')).toContain('is 1.6 times as long as the one');
    expect(seesAnother(seen(vector(4.1, 0.1)), 'nothing')).toBeNull();
  });

  test('is told once in a step', () => {
    // Away from any ravine nothing else is to be said, and both rules hold.
    const twoMinima = { problem: { id: 'two-minima' }, start: [0.4, 0.6], steps: 100 };
    const facts = factsAt(twoMinima, 12, 'sgd', { learningRate: 0.1 }, modified(sam));
    expect(seesSharpness(facts, 'nothing')).not.toBeNull();
    expect(seesAnother(facts, 'nothing')).not.toBeNull();
    const { task, explanation } = facts;
    const told = saidOf(task, explanation).map(({ sentence }) => sentence);
    expect(told.filter((sentence) => sentence.includes('SAM'))).toHaveLength(1);
    expect(new Set(told).size).toBe(told.length);
  });

  test('is not told where a penalty is between the two gradients', () => {
    const penalty = { id: 'weight-decay', hyperparameters: { mode: 'l2', coefficient: 0.5 } };
    expect(seesAnother(factsAt(ROSENBROCK, 3, 'sgd', {}, modified(sam, penalty)), 'nothing')).toBeNull();
    expect(seesAnother(factsAt(ROSENBROCK, 3, 'sgd'), 'nothing')).toBeNull();
  });
});

describe('weight decay', () => {
  const decay = (coefficient: number, mode = 'decoupled') =>
    modified({ id: 'weight-decay', hyperparameters: { mode, coefficient } });
  const scene = bowl(1, [3, -2]);

  // On ½‖θ‖² the gradient is θ: the decay is λ of the step.
  test.each([
    [0.12, 'Weight decay pulls towards 0 with 12 % of the length of the optimizer’s own step.'],
    [1.5, 'Weight decay pulls towards 0 with 1.5 times the length of the optimizer’s own step.'],
    [0.04, null],
  ])('beside the step, λ = %f', (coefficient, sentence) => {
    expect(decays(factsAt(scene, 1, 'sgd', {}, decay(coefficient)), 'nothing')).toBe(sentence);
    expect(isPenalized(factsAt(scene, 1, 'sgd', {}, decay(coefficient)), 'nothing')).toBeNull();
  });

  test.each(['adamw', 'muon', 'sophia'])('that %s has of its own', (id) => {
    expect(decays(factsAt(scene, 1, id, { weightDecay: 0.5 }), 'nothing')).toMatch(/^Weight decay pulls/);
    expect(decays(factsAt(scene, 1, id, { weightDecay: 0.001 }), 'nothing')).toBeNull();
    // Two decays would each need a sentence.
    expect(decays(factsAt(scene, 1, id, { weightDecay: 0.5 }, decay(0.5)), 'nothing')).toBeNull();
  });

  test('in the gradient', () => {
    const told = (coefficient: number) =>
      isPenalized(factsAt(scene, 1, 'sgd', {}, decay(coefficient, 'l2')), 'nothing');
    expect(told(0.2)).toBe('The penalty’s part in the gradient has 20 % of the length of the rest of it.');
    expect(told(0.04)).toBeNull();
    expect(decays(factsAt(scene, 1, 'sgd', {}, decay(0.2, 'l2')), 'nothing')).toBeNull();
  });
});
