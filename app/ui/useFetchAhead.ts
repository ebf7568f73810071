import { useEffect } from 'react';
import { useApp } from './AppContext.ts';

/** Fetches a part once the first paths are on screen. What does not come then is asked for again when it is needed. */
export function useFetchAhead(load: () => Promise<unknown>): void {
  const { firstPaths } = useApp();
  useEffect(() => {
    void firstPaths.then(load).catch(() => undefined);
  }, [firstPaths, load]);
}
