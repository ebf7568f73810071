import { useSyncExternalStore } from 'react';

/** Below this width the page is a phone’s: map, transport, tabs. The stylesheets say the same. */
export const NARROW = '(max-width: 760px)';

/** Whether a media query holds now. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
