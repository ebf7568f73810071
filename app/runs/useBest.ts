import { useRef, useState } from 'react';
import { taskKey, taskOf } from '../../src/scene/scene.ts';
import type { Store } from '../store/store.ts';
import { setHyperparameters } from '../store/runActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { breathe } from './breathe.ts';
import type { Best, Sought } from './bestSettings.ts';
import { settingsOf } from './settingsOf.ts';

/** What a search has found for a run, and whether that changed anything. */
export interface Found extends Best {
  readonly id: number;
  readonly isChanged: boolean;
}

/**
 * Searches the best settings of runs and sets them, as one entry of the history. What the search was about must
 * still be so when it ends: else nothing is set, and nothing is said.
 */
export function useBest(onFound: (found: readonly Found[]) => void) {
  const { store } = useApp();
  const [searching, setSearching] = useState(false);
  const running = useRef(false);
  const search = async (ids: readonly number[], sought: Sought) => {
    if (running.current) return;
    running.current = true;
    setSearching(true);
    try {
      const tasks = ids.flatMap((id) => taskOfRun(store, id) ?? []);
      const { findBest } = await import('./findBest.ts');
      const found = await findBest(tasks, sought, () => performance.now(), breathe);
      const isStill = ids.every((id, i) => {
        const task = taskOfRun(store, id);
        return task && taskKey(task) === taskKey(tasks[i]);
      });
      if (!isStill) return;
      const changed = new Map(
        found.flatMap((best, i) => {
          const settings = settingsOf(best);
          const { hyperparameters } = tasks[i].optimizer;
          const isNew = Object.entries(settings).some(([name, value]) => hyperparameters[name] !== value);
          return isNew ? [[ids[i], settings] as const] : [];
        }),
      );
      if (changed.size > 0) setHyperparameters(store, changed);
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
