import { useSyncExternalStore } from 'react';
import { useApp } from './AppContext.ts';

/** Whether the playhead is moving by itself. */
export function usePlaying(): boolean {
  const { playback } = useApp();
  return useSyncExternalStore(
    (listener) => playback.subscribe(listener),
    () => playback.playing,
  );
}
