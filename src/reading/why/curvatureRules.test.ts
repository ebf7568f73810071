import { expect, test } from 'vitest';
import { DESCENT_RULES, LBFGS_RULES, NEWTON_RULES, SEARCH_RULES, SOPHIA_RULES } from './curvatureRules.ts';
import { bowl, changed, factsAt, ROSENBROCK, step, vector } from './forTests.ts';

test('gradient descent: η beside 2/λ', () => {
  const told = (learningRate: number, kappa = 20) =>
    DESCENT_RULES.comparesRate(factsAt(bowl(kappa, [3, 0.01]), 1, 'sgd', { learningRate }), 'nothing');
  expect(told(0.05)).toBe(
    '$\\eta$ = 0.05 is 50 % of $2/\\lambda$ = 0.100, the largest rate that is stable across the ravine.',
  );
  expect(told(0.12)).toBe(
    '$\\eta$ = 0.12 is above $2/\\lambda$ = 0.100, the largest rate that is stable across the ravine.',
  );
  expect(told(0.05, 9)).toBeNull();
  expect(told(0.0001)).toBeNull();
});

test('Newton: to the stationary point of the model, whatever it is', () => {
  const told = (id: string, start: readonly number[], learningRate = 1) =>
    NEWTON_RULES.goesToStationaryPoint(
      factsAt({ problem: { id }, start, steps: 3 }, 1, 'newton', { learningRate }),
      'nothing',
    );
  expect(told('bowl', [3, -2])).toBe('The step jumps to the least point of the local quadratic.');
  expect(told('bowl', [3, -2], 0.4)).toBe(
    'The step goes 40 % of the way to the least point of the local quadratic.',
  );
  expect(told('saddle', [1.5, 0])).toContain('to the saddle of the local quadratic');
  expect(told('himmelblau', [-0.3, -0.9])).toContain('to the highest point');
  expect(told('bowl', [3, -2], 1.5)).toBeNull();
  const flat = step(bowl(4, [3, -2]), 1, 'newton');
  const H = vector(1, 0, 0, 1e-12);
  expect(
    NEWTON_RULES.goesToStationaryPoint(changed(flat, { after: { ...flat.explanation.after, H } }), 'nothing'),
  ).toBeNull();
});

test('Newton: a loss that rises though the model has its least point there', () => {
  const told = step(bowl(4, [3, -2]), 1, 'newton');
  expect(NEWTON_RULES.goesToStationaryPoint(changed(told, { loss: 3, lossAfter: 4 }), 'nothing')).toContain(
    '; the loss itself rises from 3.00 to 4.00.',
  );
});

test('Sophia: what is clipped, and where there is no curvature', () => {
  const told = step(bowl(4, [3, -2]), 2, 'sophia', { gamma: 0.5, learningRate: 0.1 });
  const say = (m: readonly number[], h: readonly number[]) => {
    const facts = changed(told, { after: { ...told.explanation.after, m: vector(...m), h: vector(...h) } });
    for (const rule of Object.values(SOPHIA_RULES)) {
      const sentence = rule(facts, 'nothing');
      if (sentence !== null) return sentence;
    }
    return null;
  };
  expect(say([5, -9], [2, 2])).toContain('Every coordinate is clipped: each moves by $\\eta$ = 0.1');
  expect(say([5, -0.5], [2, 2])).toContain('The clip holds in $x$; in $y$');
  expect(say([0.5, -0.5], [2, 2])).toContain('No coordinate is clipped');
  expect(say([5, -0.5], [2, -2])).toContain('In $y$ the averaged curvature is not positive');
  // Without a numerator there is no sign to go by.
  expect(say([5, 0], [2, -2])).not.toContain('not positive');
  const printed = factsAt(bowl(4, [3, -2]), 2, 'sophia', { curvature: 'gradient-squared-lecture' });
  for (const rule of Object.values(SOPHIA_RULES)) expect(rule(printed, 'nothing')).toBeNull();
});

test('L-BFGS: how many pairs it has, and what they do', () => {
  const first = factsAt(ROSENBROCK, 1, 'lbfgs');
  expect(LBFGS_RULES.hasNoPairs(first, 'nothing')).toContain('the search goes down the gradient');
  expect(LBFGS_RULES.usesPairs(first, 'nothing')).toBeNull();
  const later = factsAt(ROSENBROCK, 4, 'lbfgs');
  expect(LBFGS_RULES.hasNoPairs(later, 'nothing')).toBeNull();
  expect(LBFGS_RULES.usesPairs(later, 'nothing')).toMatch(
    /^The 3 pairs kept from past steps turn the direction \d+°/,
  );
  expect(LBFGS_RULES.findsNone(later, 'nothing')).toBeNull();
  const told = step(ROSENBROCK, 4, 'lbfgs');
  const stuck = { update: vector(0, 0), updateStages: [{ by: 'optimizer', update: vector(0, 0) }] } as const;
  expect(LBFGS_RULES.findsNone(changed(told, stuck), 'nothing')).toContain('finds no step');
  expect(LBFGS_RULES.findsNone(changed(told, { ...stuck, lr: 0 }), 'nothing')).toBeNull();
});

test('line search: how often the step was shortened', () => {
  const { takesFirst, shortens, findsNone } = SEARCH_RULES;
  const told = step(bowl(4, [3, -2]), 1, 'line-search', { shrink: 0.5 });
  const at = (alpha: number) => changed(told, { after: { ...told.explanation.after, alpha: vector(alpha) } });
  expect(takesFirst(at(1), 'nothing')).toContain('The first step tried, $\\alpha$ = 1,');
  expect(shortens(at(1), 'nothing')).toBeNull();
  expect(shortens(at(0.125), 'nothing')).toBe(
    'The step had to be shortened 3 times, to $\\alpha$ = 0.125, before it lowered the loss enough.',
  );
  expect(shortens(at(0.5), 'nothing')).toContain('once');
  expect(findsNone(at(0), 'nothing')).toContain('finds no step');
  expect(findsNone(at(0.5), 'nothing')).toBeNull();
  expect(shortens(at(0), 'nothing')).toBeNull();
  // A factor that rounding cannot tell from 1, or nearly so, does not say how often.
  const hardly = step(bowl(4, [3, -2]), 1, 'line-search', { shrink: 1 - Number.EPSILON / 2 });
  expect(
    shortens(changed(hardly, { after: { ...hardly.explanation.after, alpha: vector(0.5) } }), 'nothing'),
  ).toBeNull();
});
