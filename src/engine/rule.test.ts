import { describe, expect, test } from 'vitest';
import { namesIn } from '../equations/equation.ts';
import { MODIFIERS, type ModifierId } from '../modifiers/registry.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import { recorded, taskWith } from './recordedRun.ts';
import { ruleOf, scheduleScope } from './rule.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
const SCENE = { problem: { id: 'booth' }, start: [3, -2], steps: 4 };
const sam = { id: 'sam', hyperparameters: { p: 3 } };
const decay = (mode: string) => ({ id: 'weight-decay', hyperparameters: { mode } });
const lookahead = (alpha: number, k = 5) => ({ id: 'lookahead', hyperparameters: { alpha, k } });

const linesOf = (
  id: OptimizerId,
  run: Readonly<Record<string, unknown>> = {},
  scene: Readonly<Record<string, unknown>> = SCENE,
) => ruleOf(taskWith(scene, id, {}, run)).map(({ owner, equation: { left } }) => [owner, left]);

describe.each(IDS)('the rule of %s', (id) => {
  test('is its own equations where nothing else changes it', () => {
    const task = taskWith(SCENE, id, {}, { schedule: { id: 'constant' } });
    expect(ruleOf(task).map(({ equation }) => equation)).toEqual(
      OPTIMIZERS[id].equations(task.optimizer.hyperparameters),
    );
    for (const { owner } of ruleOf(task)) expect(owner).toBe('optimizer');
  });

  test('mentions of its modifiers what they have, and each of their hyperparameters and symbols', () => {
    const modes = ['l2', 'decoupled'].map((mode) =>
      ruleOf(taskWith(SCENE, id, {}, { modifiers: [lookahead(0.5), decay(mode), sam] })),
    );
    const mentioned = new Set(
      modes
        .flat()
        .flatMap(({ equation: { left, right, when = '' } }) => [left, ...namesIn(right), ...namesIn(when)]),
    );
    const own = (Object.keys(MODIFIERS) as ModifierId[]).flatMap((modifier) => {
      const { hyperparameters, quantities } = MODIFIERS[modifier];
      const numbers = Object.entries(hyperparameters).filter(([, { kind }]) => kind === 'number');
      const shown = Object.entries(quantities).filter(([, { symbol }]) => symbol !== undefined);
      return [...numbers, ...shown].map(([name]) => `${modifier}.${name}`);
    });
    expect([...mentioned].filter((name) => name.includes('.')).toSorted()).toEqual(own.toSorted());
  });
});

test('lines stand in the order of computation, whatever the order of the modifiers', () => {
  const schedule = [{ id: 'constant' }, { id: 'warmup' }, { id: 'cosine' }];
  const expected = [
    [1, 'lr'],
    [2, 'lr'],
    ['sam', 'sam.s'],
    ['sam', 'sam.q'],
    ['sam', 'sam.climb'],
    ['optimizer', 'g'],
    ['optimizer', 'update'],
    ['weight-decay', 'update'],
    ['lookahead', 'lookahead.phi'],
    ['lookahead', 'update'],
    ['optimizer', 'theta'],
  ];
  for (const modifiers of [
    [sam, decay('decoupled'), lookahead(0.5)],
    [lookahead(0.5), decay('decoupled'), sam],
  ])
    expect(linesOf('sgd', { modifiers, schedule })).toEqual(expected);
});

test('a modifier has no line that does nothing', () => {
  expect(linesOf('sgd', { modifiers: [lookahead(1)] }).at(-2)).toEqual(['lookahead', 'lookahead.phi']);
  const [, , ...each] = ruleOf(taskWith(SCENE, 'sgd', {}, { modifiers: [lookahead(0.5, 1)] }));
  for (const { equation } of each) expect(equation.when).toBeUndefined();
  expect(linesOf('sgd', { modifiers: [decay('l2')] })).toEqual(linesOf('sgd'));
});

test('a question that is asked in some steps only has its lines in those', () => {
  const lines = ruleOf(taskWith(SCENE, 'sophia', {}, { modifiers: [decay('l2')] }));
  const estimate = lines.find(({ equation }) => equation.left === 'hHat');
  expect(estimate?.equation.right).toContain('+ @weight-decay.coefficient');
  expect(estimate?.equation.when).toBe(String.raw`(@t - 1) \bmod @interval = 0`);
});

test('a schedule that is used twice has names of its own each time', () => {
  const schedule = [{ id: 'linear' }, { id: 'linear' }];
  const [first, second] = ruleOf(taskWith(SCENE, 'line-search', {}, { schedule }));
  expect(namesIn(first.equation.right)).toEqual(['initialStep', `${scheduleScope(0)}.floor`, 't', 'T']);
  expect(namesIn(second.equation.right)).toEqual(['lr', `${scheduleScope(1)}.floor`, 't', 'T']);
});

test('what a formula says in words follows its line, and is no part of it', () => {
  const [line] = ruleOf(taskWith(SCENE, 'sgd', {}, { schedule: { id: 'restarts' } }));
  expect(line.where?.join(' ')).toContain(`@${scheduleScope(0)}.growth`);
  expect(line.equation.right).not.toContain('quad');
  expect(SCHEDULES.restarts.formula({})).toContain('quad');
});

test('ends at the nearest feasible point where not every point is one, as the run does', () => {
  const scene = { problem: { id: 'reddi' }, steps: 4 };
  expect(linesOf('sgd', {}, scene).at(-1)).toEqual(['optimizer', 'theta']);
  expect(linesOf('sgd').at(-1)).toEqual(['optimizer', 'update']);
  const far = recorded(taskWith(scene, 'sgd', { learningRate: 1e3 })).rows.map(({ point }) => point[0]);
  expect(Math.max(...far.map(Math.abs))).toBeLessThanOrEqual(1);
});
