import { useEffect, useRef } from 'react';
import { useApp } from './AppContext.ts';

/**
 * Calls back whenever the playhead or the trajectories have changed, at most once a frame, and once at first. Readouts
 * that change sixty times a second are written into the page this way, around React.
 */
export function useFrame(update: () => void): void {
  const { playback, session } = useApp();
  const latest = useRef(update);
  useEffect(() => {
    latest.current = update;
    update();
  });
  useEffect(() => {
    let requested = 0;
    const schedule = () => {
      if (requested === 0)
        requested = requestAnimationFrame(() => {
          requested = 0;
          latest.current();
        });
    };
    const stops = [playback.subscribe(schedule), session.subscribe(schedule)];
    return () => {
      cancelAnimationFrame(requested);
      for (const stop of stops) stop();
    };
  }, [playback, session]);
}
