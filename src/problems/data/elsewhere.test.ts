import { afterEach, expect, test } from 'vitest';
import './atOnce.ts';
import { dataMessages as say } from '../../messages/dataProblems.ts';
import { defaultsOf } from '../../specs/defaults.ts';
import { createProblem } from '../createProblem.ts';
import { unlistedOf } from '../problem.ts';
import { PROBLEMS } from '../registry.ts';
import { foundFor, leastPointsOfFit, searchElsewhere, tellFound, type Found } from './fitMinimizers.ts';

const paramsOf = (changes: object) => ({ ...defaultsOf(PROBLEMS['flipped-blobs'].parameters), ...changes });
const make = (changes: object) =>
  createProblem({ id: 'flipped-blobs', params: paramsOf(changes), scale: 1, rotation: 0 });
const said = (changes: object) => unlistedOf(PROBLEMS['flipped-blobs'], paramsOf(changes));

// Other files may be tested in the same thread.
afterEach(() => searchElsewhere(false));

test('where searches are made elsewhere, long ones are not made: their minimizers are known when they are told', () => {
  const many = { count: 3000, penalty: 0.25 };
  const worker = make(many);
  const [{ point }] = worker.minimizers;
  const told = foundFor(worker.data!) as Found;
  expect(told).toMatchObject({ points: [point], extent: 'point' });

  searchElsewhere();
  // Other data than those of the worker, as a page has them.
  const page = { ...many, seed: 2 };
  const waiting = make(page);
  expect(waiting).toMatchObject({ minimizers: [], minimum: null, isSearching: true });
  expect(said(page)).toBe(say.searching);
  expect(foundFor(waiting.data!)).toBeNull();

  tellFound(waiting.data!, { points: [[0.5, 0.25]], extent: 'point' });
  expect(waiting).toMatchObject({
    minimizers: [{ point: [0.5, 0.25], kind: 'global' }],
    isSearching: false,
    minimum: waiting.value(Float64Array.of(0.5, 0.25)),
  });
  expect(said(page)).toBeUndefined();
  // Another penalty is another function: what was found for this one is not its minimizer.
  expect(make({ ...page, penalty: 0.5 })).toMatchObject({ minimizers: [], isSearching: true });
});

test('short searches, and endings that need none, are known at once', () => {
  searchElsewhere();
  expect(make({ count: 200 }).minimizers).toHaveLength(1);
  expect(make({ count: 3000, loss: 'perceptron' }).minimizers).toHaveLength(1);
  expect(make({ count: 3000, loss: 'zero-one' })).toMatchObject({ minimizers: [], isSearching: false });
  expect(said({ count: 3000, loss: 'zero-one' })).toBe(say.step);
});

test('of the searches of one data set the last eight are remembered', () => {
  const fits = Array.from({ length: 9 }, (_, i) => make({ count: 50, penalty: 0.1 * (i + 1) }).data!);
  for (const fit of fits) leastPointsOfFit(fit);
  expect(fits.map((fit) => foundFor(fit) !== null)).toEqual([false, ...Array<boolean>(8).fill(true)]);
});
