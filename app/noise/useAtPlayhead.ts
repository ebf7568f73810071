import { useEffect, useReducer } from 'react';
import { useApp } from '../ui/AppContext.ts';

/** The whole step at the playhead. The component renders again when it or a cloud has changed, at most once a frame. */
export function useAtPlayhead(): number {
  const { playback, clouds, frames } = useApp();
  const [, render] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let last = Math.floor(playback.playhead);
    const schedule = () => frames.add(render);
    const stops = [
      clouds.subscribe(schedule),
      playback.subscribe(() => {
        const step = Math.floor(playback.playhead);
        if (step !== last) schedule();
        last = step;
      }),
    ];
    return () => {
      frames.remove(render);
      for (const stop of stops) stop();
    };
  }, [playback, clouds, frames]);
  return Math.floor(playback.playhead);
}
