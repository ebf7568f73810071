import { useSyncExternalStore } from 'react';
import { createProblem, type ProblemSelection } from '../../src/problems/createProblem.ts';
import type { Found } from '../../src/problems/data/fitMinimizers.ts';
import type { DataModel } from '../../src/problems/problem.ts';

/** How what a worker found is kept; set once problems over data are loaded. */
let keep: ((data: DataModel, found: Found) => void) | null = null;
let arrivals = 0;
const listeners = new Set<() => void>();

/** From now on what workers find of the minimizers of large data sets is kept this way. */
export function keepFoundBy(way: NonNullable<typeof keep>): void {
  keep = way;
}

/** Takes what a worker has found for a problem: those who wait for its minimizers ask for them again. */
export function takeFound(selection: ProblemSelection, found: Found): void {
  const problem = createProblem(selection);
  if (!problem.data || !problem.isSearching) return;
  keep?.(problem.data, found);
  arrivals += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Draws a part anew when minimizers have been found that the page did not search for: another number each time. */
export function useFoundMinimizers(): number {
  return useSyncExternalStore(subscribe, () => arrivals);
}
