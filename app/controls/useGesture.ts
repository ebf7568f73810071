import { useEffect, useState } from 'react';

/** Says when a hand begins to move something and when it has let go; each once, however often it is told. */
export interface Gesture {
  readonly begin: () => void;
  readonly end: () => void;
  /** Begins, and ends when the pointer is let go, wherever that is. */
  readonly follow: () => void;
}

type Listener = (() => void) | undefined;

/** One gesture at a time. A control that leaves the page in the middle of one ends it. */
export function useGesture(onBegin: Listener, onEnd: Listener): Gesture {
  const [gesture] = useState(createGesture);
  useEffect(() => gesture.tell(onBegin, onEnd), [gesture, onBegin, onEnd]);
  useEffect(() => () => gesture.end(), [gesture]);
  return gesture;
}

function createGesture() {
  let listeners: { readonly onBegin?: Listener; readonly onEnd?: Listener } = {};
  let running = false;
  const tell = (onBegin: Listener, onEnd: Listener) => {
    listeners = { onBegin, onEnd };
  };
  const begin = () => {
    if (running) return;
    running = true;
    listeners.onBegin?.();
  };
  const end = () => {
    window.removeEventListener('pointerup', end);
    window.removeEventListener('pointercancel', end);
    if (!running) return;
    running = false;
    listeners.onEnd?.();
  };
  const follow = () => {
    begin();
    window.addEventListener('pointerup', end);
    window.addEventListener('pointercancel', end);
  };
  return { tell, begin, end, follow };
}
