import { useEffect, useRef } from 'react';
import { useApp } from './AppContext.ts';

/**
 * Calls back whenever the playhead or the trajectories have changed, at most once a frame, and once at first. Readouts
 * that change sixty times a second are written into the page this way, around React.
 * @param isCalm what may follow less often while a hand moves something: the frames then belong to the paths
 */
export function useFrame(update: () => void, isCalm = false): void {
  const { store, playback, session, frames, calmFrames } = useApp();
  const queue = isCalm ? calmFrames : frames;
  const latest = useRef(update);
  const isFirst = useRef(true);
  const work = useRef(() => latest.current());
  useEffect(() => {
    latest.current = update;
    if (isCalm && store.getState().moving && !isFirst.current) queue.add(work.current);
    else update();
    isFirst.current = false;
  });
  useEffect(() => {
    const { current } = work;
    const schedule = () => queue.add(current);
    const stops = [playback.subscribe(schedule), session.subscribe(schedule)];
    return () => {
      queue.remove(current);
      for (const stop of stops) stop();
    };
  }, [playback, session, queue]);
}
