import { useEffect, useState } from 'react';
import { useApp } from '../ui/AppContext.ts';
import type { CurrentStep } from './stepSource.ts';

/** A table of numbers is read no faster than this; at rest it is exact. */
const PAUSE_MILLISECONDS = 250;

/**
 * The step that is read, for a component whose render is not worth doing in every frame.
 * @param pause at least so many milliseconds lie between two renders; by default they are a few a second
 */
export function useSlowStep(pause = PAUSE_MILLISECONDS): CurrentStep | null {
  const { steps } = useApp();
  const [step, setStep] = useState(() => steps.current());
  useEffect(() => {
    let timer = 0;
    let isLate = false;
    const tell = () => {
      isLate = false;
      setStep(steps.current());
      timer = window.setTimeout(() => {
        timer = 0;
        if (isLate) tell();
      }, pause);
    };
    const letGo = steps.hold();
    const stop = steps.subscribe(() => {
      if (timer === 0) tell();
      else isLate = true;
    });
    tell();
    return () => {
      window.clearTimeout(timer);
      stop();
      letGo();
    };
  }, [steps, pause]);
  return step;
}
