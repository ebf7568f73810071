import type { Task } from '../../src/scene/scene.ts';

/** Seeds are unsigned 32-bit. */
export const SEEDS = 2 ** 32;

/** The k-th seed after one. Neighbouring seeds are unrelated; after the last comes 0. */
export function seedAfter(seed: number, k: number): number {
  return (seed + k) % SEEDS;
}

/** The same run under so many seeds, the first its own. */
export function tasksWithSeeds(task: Task, count: number): readonly Task[] {
  return Array.from({ length: count }, (_, k) => ({
    ...task,
    sampling: { ...task.sampling, seed: seedAfter(task.sampling.seed, k) },
  }));
}

export function withBatchSize(task: Task, batchSize: number): Task {
  return { ...task, sampling: { ...task.sampling, batchSize } };
}

/** Standard deviation of the noise in each coordinate of the gradient. */
export function deviationOf({ noise, batchSize }: Task['sampling']): number {
  return batchSize === 'full' ? 0 : noise / Math.sqrt(batchSize);
}
