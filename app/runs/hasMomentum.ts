import type { Run } from '../../src/scene/scene.ts';

/** Whether a run's optimizer has a coefficient of momentum to search. */
export function hasMomentum({ optimizer }: Pick<Run, 'optimizer'>): boolean {
  return typeof optimizer.hyperparameters.momentum === 'number';
}
