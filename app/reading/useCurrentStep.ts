import { useEffect, useSyncExternalStore } from 'react';
import { useApp } from '../ui/AppContext.ts';
import type { CurrentStep } from './stepSource.ts';

/** The focused run's step at the playhead, for as long as the component is there; null where there is none. */
export function useCurrentStep(): CurrentStep | null {
  const { steps } = useApp();
  useEffect(() => steps.hold(), [steps]);
  return useSyncExternalStore(
    (listener) => steps.subscribe(listener),
    () => steps.current(),
  );
}
