import { useEffect, useState } from 'react';
import { readingAt } from '../engine/trajectories.ts';
import { useApp, type AppParts } from '../ui/AppContext.ts';

/** Where the focused run stands. */
export interface FocusPoint {
  readonly theta: Float64Array;
  readonly step: number;
}

/**
 * The focused run's point at the playhead, or the start where there is no run; null before it is computed. The component
 * renders again when it changes, but not at every frame of playback.
 * @param interval milliseconds between two points at least: what is made of them takes longer than a frame
 */
export function useFocusPoint(interval: number): FocusPoint | null {
  const app = useApp();
  const [point, setPoint] = useState<FocusPoint | null>(() => pointOf(app, null));
  useEffect(() => {
    const { store, session, playback } = app;
    let timer = 0;
    const later = () => {
      if (timer !== 0) return;
      timer = window.setTimeout(() => {
        timer = 0;
        setPoint((before) => pointOf(app, before));
      }, interval);
    };
    const stops = [
      session.subscribe(later),
      playback.subscribe(later),
      store.subscribe((state, before) => {
        if (state.focus !== before.focus || state.scene !== before.scene) later();
      }),
    ];
    later();
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [app, interval]);
  return point;
}

/** The same object as before where nothing has changed. */
function pointOf({ store, session, playback }: AppParts, before: FocusPoint | null): FocusPoint | null {
  const { scene, focus } = store.getState();
  const trajectory = session.displayed()[focus];
  const reading = trajectory && readingAt(trajectory, Math.floor(playback.playhead));
  if (focus < scene.runs.length && !reading) return null;
  const at = reading?.point ?? scene.start;
  const step = reading?.step ?? 0;
  const isSame = before?.step === step && before.theta.every((x, i) => Object.is(x, at[i]));
  return isSame ? before : { theta: Float64Array.from(at), step };
}
