import { useRef, useState } from 'react';
import { taskKey, taskOf } from '../../src/scene/scene.ts';
import type { Store } from '../store/store.ts';
import { setLearningRates } from '../store/runActions.ts';
import { useApp } from '../ui/AppContext.ts';
import type { BestRate } from './bestRate.ts';

/** What a search has found for a run, and whether that changed anything. */
export interface FoundRate extends BestRate {
  readonly id: number;
  readonly isChanged: boolean;
}

/**
 * Searches the best learning rates of runs and sets them, as one entry of the history. What the search was about must
 * still be so when it ends: else nothing is set, and nothing is said.
 */
export function useBestRates(onFound: (found: readonly FoundRate[]) => void) {
  const { store } = useApp();
  const [searching, setSearching] = useState(false);
  const running = useRef(false);
  const search = async (ids: readonly number[]) => {
    if (running.current) return;
    running.current = true;
    setSearching(true);
    try {
      const tasks = ids.flatMap((id) => taskOfRun(store, id) ?? []);
      const { findBestRates } = await import('./findBestRates.ts');
      const found = await findBestRates(tasks, () => performance.now(), breathe);
      const isStill = ids.every((id, i) => {
        const task = taskOfRun(store, id);
        return task && taskKey(task) === taskKey(tasks[i]);
      });
      if (!isStill) return;
      const rates = found.map(({ rate }) => rate);
      const before = tasks.map(({ optimizer }) => optimizer.hyperparameters.learningRate);
      const changed = new Map(
        ids.flatMap((id, i) =>
          rates[i] === null || rates[i] === before[i] ? [] : [[id, rates[i]] as const],
        ),
      );
      if (changed.size > 0) setLearningRates(store, changed);
      onFound(found.map((best, i) => ({ ...best, id: ids[i], isChanged: changed.has(ids[i]) })));
    } finally {
      running.current = false;
      setSearching(false);
    }
  };
  return { searching, search };
}

function taskOfRun(store: Store, id: number) {
  const { scene, runIds } = store.getState();
  const run = scene.runs[runIds.indexOf(id)];
  return run ? taskOf(scene, run) : null;
}

/** A turn for the page: input, the worker's messages and frames come first. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
