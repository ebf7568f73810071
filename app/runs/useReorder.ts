import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import { runMessages as say } from '../../src/messages/runs.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { moveRun } from '../store/runActions.ts';
import { useApp } from '../ui/AppContext.ts';

/** A press that moves less than this is a click. */
const CLICK_PIXELS = 4;

interface Reordered {
  readonly id: number;
  readonly index: number;
  readonly count: number;
  readonly name: string;
  readonly announce: (text: string) => void;
}

/** Moves a run in the list: by dragging its swatch, one gesture, or by Alt with the arrows up and down. */
export function useReorder({ id, index, count, name, announce }: Reordered) {
  const { store } = useApp();
  const [dragging, setDragging] = useState(false);
  const tell = (place: number) => announce(say.movedTo(name, place + 1, count));

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0 || !event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    event.preventDefault();
    const to = index + by;
    if (to < 0 || to >= count) return;
    moveRun(store, id, to);
    tell(to);
  };

  const onSwatchDown = ({ button, clientY: from, currentTarget }: PointerEvent) => {
    const body = currentTarget.closest('tbody');
    const table = body?.parentElement;
    if (button !== 0 || !body || !table) return;
    let moved = false;
    let place = index;
    const move = ({ clientY }: globalThis.PointerEvent) => {
      if (!moved) {
        if (Math.abs(clientY - from) < CLICK_PIXELS) return;
        moved = true;
        setDragging(true);
        beginGesture(store);
      }
      const others = [...table.querySelectorAll('tbody')].filter((other) => other !== body);
      const to = others.filter((other) => middleOf(other) < clientY).length;
      if (to === place) return;
      place = to;
      moveRun(store, id, to);
    };
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      window.removeEventListener('pointercancel', end);
      if (!moved) return;
      setDragging(false);
      endGesture(store);
      if (place !== index) tell(place);
      // The press ends in a click on the row, which was not meant.
      window.addEventListener('click', swallow, { capture: true, once: true });
      window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  };
  return { dragging, onKeyDown, onSwatchDown };
}

function middleOf(element: HTMLElement): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
