import '../../src/problems/data/atOnce.ts';
import type { ProblemId } from '../../src/problems/registry.ts';
import { sceneToLink } from '../../src/scene/link.ts';
import { readScene } from '../../src/scene/readScene.ts';
import type { ReadingView, Scene } from '../../src/scene/scene.ts';

/** Twelve runs of ten optimizers, with learning rates that move visibly on the problems below. */
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

/** Twelve others, each under modifiers and a schedule. */
const MODIFIED: readonly (readonly [id: string, learningRate: number])[] = [
  ['sgd', 0.001],
  ['momentum', 0.0005],
  ['aggmo', 0.0003],
  ['amsgrad', 0.1],
  ['nadam', 0.05],
  ['qhadam', 0.05],
  ['eve', 0.05],
  ['signsgd', 0.01],
  ['sophia', 0.02],
  ['adam', 0.1],
  ['muon', 0.02],
  ['adamw', 0.05],
];
const EXTRAS = [
  { id: 'sam', hyperparameters: { rho: 0.05 } },
  { id: 'weight-decay', hyperparameters: { coefficient: 0.001, mode: 'decoupled' } },
  { id: 'lookahead', hyperparameters: { k: 5, alpha: 0.8 } },
];
const SCHEDULE = [{ id: 'warmup' }, { id: 'cosine', hyperparameters: { floor: 0.1 } }];

export interface BenchScene {
  readonly problem: ProblemId;
  readonly steps: number;
  readonly noise?: number;
  /** Samples of a mini-batch, on a problem over data. */
  readonly batchSize?: number;
  /** The step shown; without one, a page plays from the start. */
  readonly playhead?: number;
  /** Whether the focused run’s sliders are open. */
  readonly unfolded?: boolean;
  /** How the focused run’s step is read; absent while it is not. */
  readonly reading?: Partial<ReadingView>;
  /** Whether every run has all modifiers and a schedule. */
  readonly modified?: boolean;
}

/** A scene of twelve runs. */
export function sceneOf({
  problem,
  steps,
  noise = 0,
  batchSize = 1,
  playhead,
  modified,
  ...shown
}: BenchScene): Scene {
  const { scene, issues } = readScene({
    version: 1,
    problem: { id: problem },
    steps,
    sampling: { noise, batchSize },
    runs: (modified ? MODIFIED : RUNS).map(([id, learningRate]) => ({
      optimizer: { id, hyperparameters: { learningRate } },
      ...(modified ? { modifiers: EXTRAS, schedule: SCHEDULE } : {}),
    })),
    ...(playhead === undefined ? {} : { view: { playhead, ...shown } }),
  });
  if (issues.length > 0) throw new Error(`The scene has issues: ${JSON.stringify(issues)}`);
  return scene;
}

export function linkTo(bench: BenchScene): string {
  return sceneToLink(sceneOf(bench));
}
