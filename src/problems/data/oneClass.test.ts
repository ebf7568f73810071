import { describe, expect, test } from 'vitest';
import { dataMessages as say } from '../../messages/dataProblems.ts';
import { completeProblem } from '../createProblem.ts';
import type { DataSet } from './dataSet.ts';
import { fitProblem, type FitChoice } from './fitProblem.ts';
import { remarksOfFit, unlistedOfFit } from './remarks.ts';

const setOf = (rows: readonly (readonly [x: number, y: number, target: number])[]): DataSet => ({
  count: rows.length,
  features: Float64Array.from(rows.flatMap(([x, y]) => [x, y])),
  targets: Float64Array.from(rows, ([, , target]) => target),
  names: ['x', 'y'],
  response: null,
  classes: ['no', 'yes'],
});
const choose = (changes: Partial<FitChoice>): FitChoice => ({
  model: 'weight-and-bias',
  loss: 'sigmoid-cross-entropy',
  gamma: 2,
  precision: 1,
  penalty: 0.5,
  ...changes,
});
const frame = { domain: { x: [-1, 1], y: [-1, 1] }, start: [0, 0] } as const;
const make = (set: DataSet, choice: FitChoice) => completeProblem(fitProblem(set, choice, frame));
const at = (problem: ReturnType<typeof make>, w: number, b: number) => problem.value(Float64Array.of(w, b));

describe('samples that are all of one class, with a bias that no penalty holds', () => {
  const only = setOf([
    [3, -2, -1],
    [-4, 1, -1],
    [0.5, 2, -1],
  ]);

  test.each(['sigmoid-cross-entropy', 'binary-cross-entropy', 'softmax-cross-entropy', 'focal'] as const)(
    'under %s the bias runs away, which is explained',
    (loss) => {
      for (const penalty of [0, 0.5]) {
        const choice = choose({ loss, penalty });
        expect(unlistedOfFit(only, choice)).toBe(say['runs-away'].oneClass);
        const problem = make(only, choice);
        expect(problem.minimizers).toEqual([]);
        const falls = [-1, -3, -9, -27].map((b) => at(problem, 0, b));
        expect(falls).toEqual(falls.toSorted((a, b) => b - a));
      }
      // Two penalized weights have an end.
      const held = choose({ loss, model: 'weights' });
      expect(unlistedOfFit(only, held)).toBeUndefined();
      expect(make(only, held).minimizers).toHaveLength(1);
    },
  );

  test.each(['hinge', 'squared-hinge', 'multiclass-hinge'] as const)(
    'under %s each bias of a ray is as good, which is said',
    (loss) => {
      const choice = choose({ loss });
      expect(unlistedOfFit(only, choice)).toBe(say.region.oneClass);
      for (const b of [-1, -2, -50]) expect(at(make(only, choice), 0, b)).toBe(0);
      expect(at(make(only, choice), 0.01, -50)).toBeGreaterThan(0);
    },
  );

  test('under the perceptron loss the origin is one of many, and with two classes and a penalty it is alone', () => {
    const choice = choose({ loss: 'perceptron' });
    expect(unlistedOfFit(only, choice)).toBe(say.cone.oneClass);
    expect(at(make(only, choice), 0, -7)).toBe(0);
    const both = setOf([
      [3, -2, -1],
      [5, 1, 1],
    ]);
    expect(unlistedOfFit(both, choice)).toBeUndefined();
    expect(unlistedOfFit(both, choose({ loss: 'perceptron', penalty: 0 }))).toBe(say.cone.all);
    expect(make(both, choice).minimizers).toEqual([{ point: [0, 0], kind: 'global' }]);
  });

  test('under a squared error they are met by the bias alone', () => {
    const problem = make(only, choose({ loss: 'squared-error' }));
    const [{ point }] = problem.minimizers;
    expect(point[0]).toBeCloseTo(0, 14);
    expect(point[1]).toBeCloseTo(-1, 14);
  });
});

describe('classes that meet on the line', () => {
  // One feature: both classes have a sample at 3.
  const meeting = setOf([
    [1, 0, -1],
    [3, 0, -1],
    [3, 0, 1],
    [7, 0, 1],
  ]);

  test('run away without a penalty, and have an end with one', () => {
    const choice = choose({ penalty: 0 });
    expect(unlistedOfFit(meeting, choice)).toBe(say['runs-away'].butOnLine);
    const problem = make(meeting, choice);
    expect(problem.minimizers).toEqual([]);
    // Along the line's own weights those on it keep ln 2, and half of that is the greatest lower bound.
    const along = [1, 10, 100].map((length) => at(problem, length, -3 * length));
    expect(along[0]).toBeGreaterThan(along[1]);
    expect(along[2]).toBeCloseTo(Math.LN2 / 2, 14);
    expect(unlistedOfFit(meeting, choose({}))).toBeUndefined();
    expect(make(meeting, choose({})).minimizers).toHaveLength(1);
  });

  test('keep the hinge and its square above 0, as small along a whole ray', () => {
    for (const loss of ['hinge', 'squared-hinge'] as const) {
      const choice = choose({ loss, penalty: 0 });
      const problem = make(meeting, choice);
      expect(unlistedOfFit(meeting, choice)).toBe(say.notAlone);
      expect(problem.minimum).toBeCloseTo(0.5, 12);
      expect(at(problem, 40, -120)).toBeCloseTo(0.5, 12);
    }
    expect(unlistedOfFit(meeting, choose({ loss: 'perceptron', penalty: 0 }))).toBe(say.cone.butOnLine);
  });
});

test('a zero-one loss moves nothing, unless a penalty does', () => {
  const two = setOf([
    [3, -2, -1],
    [5, 1, 1],
  ]);
  const gradient = new Float64Array(2);
  for (const [penalty, sentence] of [
    [0, say.step],
    [0.5, say.stepHeld],
  ] as const) {
    const choice = choose({ loss: 'zero-one', penalty });
    expect(unlistedOfFit(two, choice)).toBe(sentence);
    make(two, choice).gradient(Float64Array.of(4, 1), gradient);
    expect([...gradient]).toEqual([4 * penalty, 0]);
  }
});

test('that focal loss is not convex is said where it is not', () => {
  const two = setOf([
    [3, -2, -1],
    [5, 1, 1],
  ]);
  expect(remarksOfFit(two, choose({ loss: 'focal' }))).toEqual([say.bentDown('9')]);
  expect(remarksOfFit(two, choose({ loss: 'focal', gamma: 0 }))).toEqual([]);
});
