import { useEffect, useRef } from 'react';

/**
 * When the room of losses takes the map's place or gives it back, who was in what is gone is taken to what came; a
 * focus that stays, in the header say, is left alone.
 */
export function useFocusAcross(isRoom: boolean): void {
  const before = useRef(isRoom);
  useEffect(() => {
    if (before.current === isRoom) return;
    before.current = isRoom;
    const focused = document.activeElement;
    const isGone = !focused || focused === document.body || focused.closest('[hidden]') !== null;
    if (isGone) document.querySelector<HTMLElement>('main:not([hidden])')?.focus({ preventScroll: true });
  }, [isRoom]);
}
