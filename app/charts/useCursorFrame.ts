import { useEffect, useRef } from 'react';
import { useApp } from '../ui/AppContext.ts';
import { useFrame } from '../ui/useFrame.ts';
import type { Cursor } from './cursor.ts';

/** Like `useFrame`, and also when the chart’s cursor has moved. */
export function useCursorFrame(cursor: Cursor, update: () => void): void {
  const { frames } = useApp();
  const latest = useRef(update);
  useEffect(() => {
    latest.current = update;
  });
  useFrame(update, true);
  useEffect(() => {
    const work = () => latest.current();
    const stop = cursor.subscribe(() => frames.add(work));
    return () => {
      frames.remove(work);
      stop();
    };
  }, [cursor, frames]);
}
