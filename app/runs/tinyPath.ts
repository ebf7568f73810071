import { runToEnd } from '../../src/engine/simulate.ts';
import type { OptimizerId } from '../../src/optimizers/registry.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskOf, type Task } from '../../src/scene/scene.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import { searchBestRate } from './bestRate.ts';

/** A ravine ten times as steep across as along, and a start on its wall. */
export const TINY_SCENE = {
  problem: { id: 'bowl', params: { kappa: 10 } },
  start: [-4, 1.2],
  steps: 40,
} as const;

const paths = new Map<OptimizerId, readonly (readonly [number, number])[]>();

/** The points of an optimizer's run down the small ravine, with the learning rate that suits it best there. */
export function tinyPath(id: OptimizerId): readonly (readonly [number, number])[] {
  const known = paths.get(id);
  if (known) return known;
  const task = tinyTask(id);
  const search = searchBestRate(task, () => false);
  let found = search.next();
  while (!found.done) found = search.next();
  const { rate } = found.value;
  const learningRate = rate ?? task.optimizer.hyperparameters.learningRate;
  const hyperparameters = { ...task.optimizer.hyperparameters, learningRate };
  const { pieces } = runToEnd({ ...task, optimizer: { id, hyperparameters } });
  const path = pieces.flatMap(({ points }) =>
    Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i], points[2 * i + 1]] as const),
  );
  paths.set(id, path);
  return path;
}

function tinyTask(id: OptimizerId): Task {
  const hyperparameters = defaultsOf(OPTIMIZERS[id].hyperparameters, [2, 1]);
  const { scene } = readScene({ ...TINY_SCENE, runs: [{ optimizer: { id, hyperparameters } }] });
  return taskOf(scene, scene.runs[0]);
}
