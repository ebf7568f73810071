import type { FrameQueue } from '../ui/frameQueue.ts';
import type { MapGestures } from './mapGestures.ts';
import type { MapReader } from './mapReader.ts';
import type { MapView } from './mapView.ts';

const ARROWS: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** Pixels that a key moves the crosshair, finely with Alt, and the map. */
const CROSS_STEP = 10;
const FINE_STEP = 1;
const PAN_STEP = 80;

export interface MapHands {
  readonly gestures: MapGestures;
  readonly reader: MapReader;
  readonly view: MapView;
  readonly frames: FrameQueue;
}

/**
 * Listens to hands and keys on the map's surface. Natively: a wheel must not scroll the page, and React's wheel
 * listeners cannot prevent that.
 * @returns a function that ends listening
 */
export function listenToMap(surface: HTMLElement, { gestures, reader, view, frames }: MapHands): () => void {
  const ending = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(
    name: K,
    listener: (event: HTMLElementEventMap[K]) => void,
  ) => surface.addEventListener(name, listener, { signal: ending.signal, passive: false });
  const at = ({ clientX, clientY }: MouseEvent) => {
    const box = surface.getBoundingClientRect();
    return { x: clientX - box.left, y: clientY - box.top };
  };
  const read = () => reader.refresh();

  listen('wheel', (event) => {
    event.preventDefault();
    const { x, y } = at(event);
    gestures.wheel(x, y, event);
  });
  listen('pointerdown', (event) => {
    if (event.button !== 0) return;
    surface.setPointerCapture(event.pointerId);
    gestures.down({ id: event.pointerId, ...at(event) }, event.pointerType === 'touch' ? 'touch' : 'mouse');
  });
  listen('pointermove', (event) => {
    const { x, y } = at(event);
    const isMoved = gestures.move({ id: event.pointerId, x, y });
    if (isMoved) surface.classList.add('holding');
    if (event.pointerType === 'touch') {
      if (isMoved) reader.leave();
      return;
    }
    reader.point(x, y);
    frames.add(read);
  });
  listen('pointerup', (event) => {
    surface.classList.remove('holding');
    if (!gestures.up(event.pointerId)) return;
    const { x, y } = at(event);
    reader.tap(x, y, { isTouch: event.pointerType === 'touch', goesToStep: event.shiftKey });
  });
  listen('pointercancel', (event) => {
    surface.classList.remove('holding');
    gestures.cancel(event.pointerId);
  });
  listen('pointerleave', ({ pointerType }) => {
    // A finger leaves as soon as it is lifted: what it has tapped stays.
    if (pointerType !== 'touch') reader.leave();
  });
  listen('mousedown', (event) => {
    // A click leaves the keys with the page, where the arrows are the playhead's.
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  listen('dblclick', (event) => {
    const { x, y } = at(event);
    if (!reader.isOnRun(x, y)) view.whole();
  });
  listen('keydown', (event) => {
    const arrow = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || !(arrow || event.key === 'Enter' || event.key === 'Escape')) return;
    if (event.key === 'Escape') reader.leave();
    else if (!arrow) reader.choose(event.shiftKey);
    else if (event.shiftKey) view.pan(-arrow[0] * PAN_STEP, -arrow[1] * PAN_STEP);
    else {
      const step = event.altKey ? FINE_STEP : CROSS_STEP;
      reader.walk(arrow[0] * step, arrow[1] * step);
    }
    event.preventDefault();
    event.stopPropagation();
  });
  listen('focus', () => {
    if (surface.matches(':focus-visible')) reader.walk(0, 0);
  });
  listen('blur', () => reader.leave());
  return () => {
    ending.abort();
    frames.remove(read);
  };
}
