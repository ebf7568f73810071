import { useSyncExternalStore } from 'react';
import type { HintId } from '../transport/hints.ts';
import { useApp } from '../ui/AppContext.ts';

/** The hint that is on its turn; null once the visitor has done all three things. */
export function useCurrentHint(): HintId | null {
  const { hints } = useApp();
  return useSyncExternalStore(hints.subscribe, hints.current);
}

/** Whether this hint is on its turn. */
export function useHint(id: HintId): boolean {
  return useCurrentHint() === id;
}
