import { expect, test } from 'vitest';
import { bowl, changed, factsAt, ROSENBROCK, step, vector } from './forTests.ts';
import { MUON_RULES, SIGN_RULES } from './signRules.ts';

const MATRIX = { problem: { id: 'matrix-regression' }, start: [0.5, -1, 2, 3], steps: 20 };

test('SignSGD: unlike sizes count the same', () => {
  const { ignoresSize } = SIGN_RULES;
  // g = (3, 4y)
  expect(ignoresSize(factsAt(bowl(4, [3, -2]), 1, 'signsgd', { learningRate: 0.1 }), 'nothing')).toBe(
    'Only signs count: every coordinate moves by $\\eta$ = 0.1, though $m$ is 2.7 times as large in $y$ as in $x$.',
  );
  expect(ignoresSize(factsAt(bowl(4, [3, -1.4]), 1, 'signsgd'), 'nothing')).toBeNull();
  expect(ignoresSize(factsAt(bowl(4, [3, 0]), 1, 'signsgd'), 'nothing')).toBeNull();
});

test('SignSGD: a momentum of another sign than the gradient', () => {
  const told = step(bowl(4, [3, -2]), 2, 'signsgd', { momentum: 0.9 });
  const goes = (m: Float64Array) =>
    SIGN_RULES.goesByMomentum(changed(told, { g: vector(1, -2), after: { m } }), 'nothing');
  expect(goes(vector(-0.1, -3))).toContain('In $x$ the momentum still has the other sign');
  expect(goes(vector(-0.1, 3))).toContain('In $x$ and $y$');
  expect(goes(vector(0, -3))).toBeNull();
});

test('SignSGD: no sign, no step', () => {
  expect(SIGN_RULES.hasNoSign(factsAt(bowl(4, [3, 0]), 1, 'signsgd'), 'nothing')).toContain(
    'In $y$ $m$ is 0',
  );
  expect(SIGN_RULES.hasNoSign(factsAt(bowl(4, [3, 1e-9]), 1, 'signsgd'), 'nothing')).toBeNull();
});

test('Muon: Newton–Schulz reaches what it reaches', () => {
  const { reachesOnly } = MUON_RULES;
  const short = factsAt(ROSENBROCK, 2, 'muon', { orthogonalization: 'newton-schulz' });
  expect(Math.hypot(...short.explanation.after.O).toFixed(2)).toBe('0.70');
  expect(reachesOnly(short, 'nothing')).toContain('0.70 long; exactly orthogonalized they would be 1');
  const near = { orthogonalization: 'newton-schulz', coefficients: 'taylor', newtonSchulzSteps: 12 };
  expect(reachesOnly(factsAt(ROSENBROCK, 2, 'muon', near), 'nothing')).toBeNull();
  expect(reachesOnly(factsAt(ROSENBROCK, 2, 'muon'), 'nothing')).toBeNull();
});

test('Muon: exact orthogonalization makes unlike directions equal', () => {
  const told = step(MATRIX, 2, 'muon');
  const evens = (...M: number[]) =>
    MUON_RULES.evensOut(changed(told, { after: { ...told.explanation.after, M: vector(...M) } }), 'nothing');
  expect(evens(0, 12, 2, 0)).toBe(
    'All directions of the momentum are made equally long; the longest was 6.0 times the shortest.',
  );
  expect(evens(3, -4, 4, 3)).toBeNull();
  expect(evens(1, 2, 2, 4)).toBeNull();
});

test('Muon: of a column only the direction counts', () => {
  const { ignoresLength } = MUON_RULES;
  expect(ignoresLength(factsAt(ROSENBROCK, 1, 'muon', { learningRate: 0.02 }), 'nothing')).toBe(
    'Only the momentum’s direction counts: along it, the step is $\\eta$ = 0.02 long.',
  );
  expect(ignoresLength(factsAt(ROSENBROCK, 200, 'muon'), 'nothing')).toMatch(
    /points \d+° away from the gradient/,
  );
  expect(ignoresLength(factsAt(ROSENBROCK, 1, 'muon', { weightDecay: 0.1 }), 'nothing')).toBeNull();
  expect(ignoresLength(factsAt(MATRIX, 2, 'muon'), 'nothing')).toBeNull();
});
