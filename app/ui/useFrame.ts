import { useEffect, useRef } from 'react';
import { useApp } from './AppContext.ts';

/**
 * Calls back whenever the playhead or the trajectories have changed, at most once a frame, and once at first. Readouts
 * that change sixty times a second are written into the page this way, around React.
 */
export function useFrame(update: () => void): void {
  const { playback, session, frames } = useApp();
  const latest = useRef(update);
  useEffect(() => {
    latest.current = update;
    update();
  });
  useEffect(() => {
    const work = () => latest.current();
    const schedule = () => frames.add(work);
    const stops = [playback.subscribe(schedule), session.subscribe(schedule)];
    return () => {
      frames.remove(work);
      for (const stop of stops) stop();
    };
  }, [playback, session, frames]);
}
