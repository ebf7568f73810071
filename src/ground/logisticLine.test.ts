import { describe, expect, test } from 'vitest';
import '../problems/data/atOnce.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Problem } from '../problems/problem.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues } from '../specs/spec.ts';
import { logisticLine } from './logisticLine.ts';
import type { NodeLine } from './nodeLine.ts';

const problemOf = (id: 'iris' | 'blobs' | 'outlier-line', params: AnyValues, scale = 1): Problem =>
  createProblem({ id, params: { ...defaultsOf(PROBLEMS[id].parameters), ...params }, scale, rotation: 0 });

/** What is asked one by one is a mistake, unless a test says otherwise. */
const never: NodeLine = {
  atOnce: 1,
  valuesInto() {
    throw new Error('The points were left to the other way.');
  },
};

const FROM = Float64Array.of(-3, 2.5);
const STEP = Float64Array.of(0.4, -0.25);

describe.each([
  ['iris', { penalty: 0.2 }],
  ['iris', { model: 'weight-and-bias', penalty: 0.7 }],
  ['blobs', { loss: 'softmax-cross-entropy', count: 1300 }],
] as const)('along a row of %s with %o', (id, params) => {
  const problem = problemOf(id, params);

  test('values are those of f, to rounding', () => {
    const line = logisticLine(problem, never);
    const out = new Float64Array(16);
    line?.valuesInto(FROM, STEP, 16, out);
    for (const [i, value] of out.entries()) {
      const f = problem.value(Float64Array.from(FROM, (at, k) => at + i * STEP[k]));
      expect(Math.abs(value - f)).toBeLessThan(1e-13 * f);
    }
  });

  test('no more of them are written than are asked for', () => {
    const out = new Float64Array(16).fill(7);
    logisticLine(problem, never)?.valuesInto(FROM, STEP, 3, out);
    expect([...out.subarray(3)]).toEqual(Array(13).fill(7));
  });
});

test('where scores are so large that exponentials would overflow, points are taken the other way', () => {
  const problem = problemOf('iris', {});
  const asked: number[] = [];
  const line = logisticLine(problem, {
    atOnce: 1,
    valuesInto: (from, _step, count) => asked.push(from[0], count),
  });
  const out = new Float64Array(16);
  line?.valuesInto(Float64Array.of(0, 0), Float64Array.of(50, 0), 16, out);
  line?.valuesInto(Float64Array.of(-800, 0), Float64Array.of(50, 0), 16, out);
  expect(asked).toEqual([0, 16, -800, 16]);
});

test.each([
  ['blobs', { loss: 'hinge' }, 1],
  ['blobs', { loss: 'binary-cross-entropy' }, 1],
  ['outlier-line', {}, 1],
  ['blobs', {}, 3],
] as const)('%s with %o, multiplied by %d, is another function', (id, params, scale) => {
  expect(logisticLine(problemOf(id, params, scale), never)).toBeNull();
});
