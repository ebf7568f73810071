import { simulate } from '../../src/engine/simulate.ts';
import type { Outcome } from '../../src/engine/trajectory.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskKey, taskOf } from '../../src/scene/scene.ts';
import { createTrajectory, writePiece, type Trajectory } from '../engine/trajectories.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import type { Series } from './series.ts';

// For tests only: runs made of numbers, and runs as the engine makes them.

/** A series with these values, a step each. */
export function seriesWith(values: readonly number[], ending: Outcome['kind'] = 'finished'): Series {
  const steps = Uint32Array.from(values, (_, i) => i);
  return {
    rows: values.length,
    xs: steps,
    steps,
    stride: 1,
    values: { numbers: Float64Array.from(values), stride: 1, offset: 0 },
    ranges: null,
    diverged: ending === 'diverged',
  };
}

/** A trajectory with these losses, a step each; nothing else is recorded of it. */
export function trajectoryWith(losses: readonly number[], ending: Outcome['kind'] = 'finished'): Trajectory {
  const task = { ...taskOf(OPENING_SCENE, OPENING_SCENE.runs[0]), steps: losses.length - 1 };
  const trajectory = createTrajectory(taskKey(task), task);
  trajectory.losses.set(losses);
  trajectory.steps.set(losses.map((_, i) => i));
  trajectory.rows = losses.length;
  trajectory.outcome = { kind: ending, step: losses.length - 1 } as Outcome;
  return trajectory;
}

/** The whole trajectories of a scene’s runs. */
export function computedRuns(json: Readonly<Record<string, unknown>>): Trajectory[] {
  const { scene, issues } = readScene(json);
  if (issues.length > 0) throw new Error(issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return scene.runs.map((run) => {
    const task = taskOf(scene, run);
    const trajectory = createTrajectory(taskKey(task), task);
    const simulation = simulate(task, { stride: trajectory.stride });
    for (;;) {
      const next = simulation.next();
      if (next.done) {
        trajectory.outcome = next.value;
        return trajectory;
      }
      writePiece(trajectory, next.value.piece);
    }
  });
}
