import { expect, test } from 'vitest';
import '../../src/problems/data/atOnce.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { setSampling } from './actions.ts';
import { chooseProblem, resetProblem } from './problemActions.ts';
import { createAppStore } from './store.ts';

test('a data problem starts with the full batch, another keeps what was set, and a surface finds its noise again', () => {
  const store = createAppStore(readScene({}).scene, 'light');
  const sampling = () => store.getState().scene.sampling;
  setSampling(store, { noise: 0.8, seed: 12, batchSize: 4 });
  chooseProblem(store, 'himmelblau');
  expect(sampling()).toEqual({ seed: 12, noise: 0.8, batchSize: 4, order: 'replacement' });
  chooseProblem(store, 'iris');
  expect(sampling()).toEqual({ seed: 12, noise: 0.8, batchSize: 'full', order: 'replacement' });
  setSampling(store, { batchSize: 16, order: 'epochs' });
  chooseProblem(store, 'blobs');
  resetProblem(store);
  expect(sampling()).toEqual({ seed: 12, noise: 0.8, batchSize: 16, order: 'epochs' });
  chooseProblem(store, 'bowl');
  expect(sampling()).toEqual({ seed: 12, noise: 0.8, batchSize: 1, order: 'replacement' });
});
