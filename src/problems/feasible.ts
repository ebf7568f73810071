import { DIVERGED_ABOVE } from '../scene/scene.ts';
import type { Problem } from './problem.ts';

/** The least and the greatest feasible number of a problem of one parameter; null where all are, and for other problems. */
export function feasibleRange({
  dimension,
  project,
}: Pick<Problem, 'dimension' | 'project'>): readonly [number, number] | null {
  if (dimension !== 1 || !project) return null;
  const [low, high] = [-DIVERGED_ABOVE, DIVERGED_ABOVE].map((far) => {
    const theta = Float64Array.of(far);
    project(theta);
    return theta[0];
  });
  return [low, high];
}
