import type { ProblemId } from '../../src/problems/registry.ts';
import { sceneToLink } from '../../src/scene/link.ts';
import { readScene } from '../../src/scene/readScene.ts';
import type { Scene } from '../../src/scene/scene.ts';

/** Twelve runs, every optimizer among them, with learning rates that move visibly on the problems below. */
const RUNS: readonly (readonly [id: string, learningRate: number])[] = [
  ['sgd', 0.001],
  ['momentum', 0.0005],
  ['nesterov', 0.0005],
  ['adagrad', 0.2],
  ['rmsprop', 0.01],
  ['adadelta', 1],
  ['adam', 0.03],
  ['adamw', 0.02],
  ['muon', 0.02],
  ['newton', 0.05],
  ['adam', 0.1],
  ['muon', 0.05],
];

export interface BenchScene {
  readonly problem: ProblemId;
  readonly steps: number;
  readonly noise?: number;
  /** The step shown; without one, a page plays from the start. */
  readonly playhead?: number;
  /** Whether the focused run’s sliders are open. */
  readonly unfolded?: boolean;
}

/** A scene of twelve runs. */
export function sceneOf({ problem, steps, noise = 0, playhead, unfolded }: BenchScene): Scene {
  const { scene, issues } = readScene({
    version: 1,
    problem: { id: problem },
    steps,
    sampling: { noise },
    runs: RUNS.map(([id, learningRate]) => ({ optimizer: { id, hyperparameters: { learningRate } } })),
    ...(playhead === undefined ? {} : { view: { playhead, ...(unfolded ? { unfolded } : {}) } }),
  });
  if (issues.length > 0) throw new Error(`The scene has issues: ${JSON.stringify(issues)}`);
  return scene;
}

export function linkTo(bench: BenchScene): string {
  return sceneToLink(sceneOf(bench));
}
