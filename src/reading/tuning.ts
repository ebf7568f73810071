import type { Task } from '../scene/scene.ts';
import type { AnyValues } from '../specs/spec.ts';
import { shapeOf, type Curvature } from './curvature.ts';
import { isPlain, penaltyOf } from './stability.ts';

/** Optimizers whose best constants on a quadratic are known. */
export const TUNED = ['sgd', 'momentum', 'nesterov'] as const;
export type Tuned = (typeof TUNED)[number];

/** The constants with which an optimizer's slowest axis contracts fastest on a quadratic. */
export interface Tuning {
  readonly id: Tuned;
  readonly learningRate: number;
  /** Null for gradient descent, which has none. */
  readonly momentum: number | null;
  /** The factor by which the distance shrinks a step, in the long run. */
  readonly rate: number;
}

/**
 * The best constants for a quadratic whose curvatures lie between λmin and λmax, κ = λmax/λmin:
 *
 * - gradient descent: η = 2/(λmax+λmin), rate (κ−1)/(κ+1);
 * - heavy ball: η = 4/(√λmax+√λmin)², μ = ρ², rate ρ = (√κ−1)/(√κ+1) (Polyak 1964);
 * - Nesterov: η = 4/(3λmax+λmin), μ = (√(3κ+1)−2)/(√(3κ+1)+2), rate 1−2/√(3κ+1) (Lessard, Recht, Packard,
 *   arXiv:1408.3595, Proposition 1).
 *
 * @param values eigenvalues, the largest first
 * @returns none where a direction does not curve up
 */
export function tuningsFor(values: readonly number[]): Tuning[] {
  if (shapeOf(values) !== 'bowl') return [];
  const largest = values[0];
  const least = values[values.length - 1];
  const kappa = largest / least;
  const root = Math.sqrt(kappa);
  const rho = (root - 1) / (root + 1);
  const stretched = Math.sqrt(3 * kappa + 1);
  return [
    {
      id: 'sgd',
      learningRate: 2 / (largest + least),
      momentum: null,
      rate: (kappa - 1) / (kappa + 1),
    },
    {
      id: 'momentum',
      learningRate: 4 / (Math.sqrt(largest) + Math.sqrt(least)) ** 2,
      momentum: rho ** 2,
      rate: rho,
    },
    {
      id: 'nesterov',
      learningRate: 4 / (3 * largest + least),
      momentum: (stretched - 2) / (stretched + 2),
      rate: 1 - 2 / stretched,
    },
  ];
}

/** The best constants for the local quadratic that a run's optimizer sees, its penalty included. */
export function tuningsOf(task: Pick<Task, 'optimizer' | 'modifiers'>, { values }: Curvature): Tuning[] {
  const penalty = penaltyOf(task);
  return tuningsFor(values.map((value) => value + penalty));
}

/**
 * Which hyperparameters give a run these constants; null where it cannot have them: another optimizer, a schedule that
 * changes η, or a modifier that changes the iteration.
 */
export function settingsFor(
  task: Pick<Task, 'optimizer' | 'modifiers' | 'schedule'>,
  { id, learningRate, momentum }: Tuning,
): AnyValues | null {
  if (task.optimizer.id !== id || !isPlain(task) || hasSchedule(task)) return null;
  if (momentum === null) return { learningRate };
  const isAveraged = task.optimizer.hyperparameters.form === 'averaged';
  return { learningRate: isAveraged ? learningRate / (1 - momentum) : learningRate, momentum };
}

/** Whether η changes from step to step. */
export function hasSchedule({ schedule }: Pick<Task, 'schedule'>): boolean {
  return schedule.some(({ id }) => id !== 'constant');
}
