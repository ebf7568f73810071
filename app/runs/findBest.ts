import type { Task } from '../../src/scene/scene.ts';
import { searchBest, type Best, type Sought } from './bestSettings.ts';

/** Milliseconds of work between two breaths of the page. */
const SLICE = 12;

/**
 * Searches the best settings of each task, one after the other, in slices, so that the page stays responsive.
 * @param now milliseconds of any origin
 * @param breathe fulfilled once the page has had its turn
 */
export async function findBest(
  tasks: readonly Task[],
  sought: Sought,
  now: () => number,
  breathe: () => Promise<void>,
): Promise<readonly Best[]> {
  let since = now();
  const found: Best[] = [];
  for (const task of tasks) {
    const search = searchBest(task, sought, () => now() - since >= SLICE);
    for (;;) {
      const next = search.next();
      if (next.done) {
        found.push(next.value);
        break;
      }
      // One after the other is the point: the page breathes in between.
      // oxlint-disable-next-line no-await-in-loop
      await breathe();
      since = now();
    }
  }
  return found;
}
