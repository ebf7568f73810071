import { useLayoutEffect, useState, type RefObject } from 'react';
import type { Box } from './labelSolver.ts';

/**
 * Where an element stands within its offset parent; null before it is there.
 * @param when it is measured again when this changes
 */
export function useBox(ref: RefObject<HTMLElement | null>, when: string): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    const next = element && {
      x: element.offsetLeft,
      y: element.offsetTop,
      width: element.offsetWidth,
      height: element.offsetHeight,
    };
    setBox((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next));
  }, [ref, when]);
  return box;
}
