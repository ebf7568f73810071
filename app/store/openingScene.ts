import { readScene } from '../../src/scene/readScene.ts';
import type { Scene } from '../../src/scene/scene.ts';

/** What a visitor without a link sees: four ways down Rosenbrock's valley. */
export const OPENING_SCENE: Scene = readScene({
  version: 1,
  problem: { id: 'rosenbrock' },
  start: [-1.5, 2],
  steps: 300,
  sampling: { seed: 7 },
  runs: [
    { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.001 } } },
    { optimizer: { id: 'momentum', hyperparameters: { learningRate: 0.001, momentum: 0.9 } } },
    { optimizer: { id: 'adam', hyperparameters: { learningRate: 0.1 } } },
    { optimizer: { id: 'muon', hyperparameters: { learningRate: 0.02, momentum: 0.95 } } },
  ],
  // Its sliders are in sight: the first thing to be found is that they move the paths.
  view: { unfolded: true },
}).scene;
