import { useEffect, useRef, type RefObject } from 'react';
import { hoverRun } from '../store/viewActions.ts';
import { useApp } from '../ui/AppContext.ts';

/** While a mouse or a pen is over the element, the run is the one that is pointed at. */
export function useHover<E extends HTMLElement>(id: number): RefObject<E | null> {
  const { store } = useApp();
  const element = useRef<E>(null);
  useEffect(() => {
    const over = element.current;
    if (!over) return;
    // By a movement: a row that comes to lie under a resting mouse, as a menu closes, is not pointed at.
    const enter = ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'touch') hoverRun(store, id);
    };
    const leave = () => hoverRun(store, null);
    over.addEventListener('pointermove', enter);
    over.addEventListener('pointerleave', leave);
    return () => {
      over.removeEventListener('pointermove', enter);
      over.removeEventListener('pointerleave', leave);
      if (store.getState().hovered === id) hoverRun(store, null);
    };
  }, [store, id]);
  return element;
}
