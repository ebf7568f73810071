import { useEffect, useRef } from 'react';
import { useApp } from '../ui/AppContext.ts';
import type { CurrentStep } from './stepSource.ts';

/** Numbers that change faster cannot be read, and writing them would take their frames from the paths. */
export const NUMBERS_PAUSE = 100;

/**
 * Calls back with the step that is read whenever there is another one, after each render of the component, and once at
 * first: what changes as fast as one scrubs is written into the page this way, around React. Between two steps it leaves
 * `NUMBERS_PAUSE` milliseconds; the last one is always told.
 */
export function useStepFrame(update: (step: CurrentStep | null) => void): void {
  const { steps, frames } = useApp();
  const latest = useRef(update);
  useEffect(() => {
    latest.current = update;
    update(steps.current());
  });
  useEffect(() => {
    let timer = 0;
    let isLate = false;
    const work = () => latest.current(steps.current());
    const tell = () => {
      isLate = false;
      frames.add(work);
      timer = window.setTimeout(() => {
        timer = 0;
        if (isLate) tell();
      }, NUMBERS_PAUSE);
    };
    const letGo = steps.hold();
    const stop = steps.subscribe(() => {
      if (timer === 0) tell();
      else isLate = true;
    });
    return () => {
      window.clearTimeout(timer);
      frames.remove(work);
      stop();
      letGo();
    };
  }, [steps, frames]);
}
