import { runToEnd } from '../../src/engine/simulate.ts';
import type { OptimizerId } from '../../src/optimizers/registry.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskOf, type Task } from '../../src/scene/scene.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import { breathe } from './breathe.ts';
import { findBest } from './findBest.ts';
import { settingsOf } from './settingsOf.ts';

/** A ravine ten times as steep across as along, and a start on its wall. */
export const TINY_SCENE = {
  problem: { id: 'bowl', params: { kappa: 10 } },
  start: [-4, 1.2],
  steps: 40,
} as const;

export type Polyline = readonly (readonly [number, number])[];

const paths = new Map<OptimizerId, Promise<Polyline>>();
let latest: Promise<unknown> = Promise.resolve();

/**
 * The points of an optimizer's run down the small ravine, with the learning rate, and the momentum, that suit it best
 * there. One is searched after the other, and the page stays responsive.
 */
export function tinyPath(id: OptimizerId): Promise<Polyline> {
  const known = paths.get(id);
  if (known) return known;
  const path = latest.then(() => search(id));
  paths.set(id, path);
  latest = path.catch(() => undefined);
  return path;
}

async function search(id: OptimizerId): Promise<Polyline> {
  const task = tinyTask(id);
  const [best] = await findBest([task], 'rate-and-momentum', () => performance.now(), breathe);
  const hyperparameters = { ...task.optimizer.hyperparameters, ...settingsOf(best) };
  const { pieces } = runToEnd({ ...task, optimizer: { id, hyperparameters } });
  return pieces.flatMap(({ points }) =>
    Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i], points[2 * i + 1]] as const),
  );
}

function tinyTask(id: OptimizerId): Task {
  const hyperparameters = defaultsOf(OPTIMIZERS[id].hyperparameters, [2, 1]);
  const { scene } = readScene({ ...TINY_SCENE, runs: [{ optimizer: { id, hyperparameters } }] });
  return taskOf(scene, scene.runs[0]);
}
