import { useEffect, useRef } from 'react';
import { useApp } from '../ui/AppContext.ts';
import type { CurrentStep } from './stepSource.ts';

/**
 * Calls back with the step that is read whenever there is another one, at most once a frame, after each render of the
 * component, and once at first: what changes as fast as one scrubs is written into the page this way, around React.
 */
export function useStepFrame(update: (step: CurrentStep | null) => void): void {
  const { steps, frames } = useApp();
  const latest = useRef(update);
  useEffect(() => {
    latest.current = update;
    update(steps.current());
  });
  useEffect(() => {
    const work = () => latest.current(steps.current());
    const letGo = steps.hold();
    const stop = steps.subscribe(() => frames.add(work));
    return () => {
      frames.remove(work);
      stop();
      letGo();
    };
  }, [steps, frames]);
}
