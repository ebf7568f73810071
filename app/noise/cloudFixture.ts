import { taskWith } from '../../src/engine/recordedRun.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { Task } from '../../src/scene/scene.ts';
import { createMember, writeMember, type Member } from '../engine/background.ts';
import { tasksWithSeeds, withBatchSize } from './seeds.ts';

// For tests only: clouds computed at once.

/** Gradient descent on ½(x² + κy²) with noise. */
export function noisyBowl(
  { kappa, noise, steps, seed = 7 }: { kappa: number; noise: number; steps: number; seed?: number },
  learningRate: number,
): Task {
  const scene = {
    problem: { id: 'bowl', params: { kappa } },
    start: [3, -2],
    steps,
    sampling: { seed, noise },
  };
  return taskWith(scene, 'sgd', { learningRate });
}

/** A run to its end, as the page keeps it. */
export function computed(task: Task): Member {
  const member = createMember(task);
  const run = simulate(task, { stride: member.stride });
  for (;;) {
    const next = run.next();
    if (next.done) {
      member.outcome = next.value;
      return member;
    }
    writeMember(member, next.value.piece);
  }
}

export function cloudOf(task: Task, seeds: number, batchSize = 1): readonly Member[] {
  return tasksWithSeeds(withBatchSize(task, batchSize), seeds).map(computed);
}
