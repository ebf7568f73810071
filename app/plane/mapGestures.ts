import { panBy, zoomAbout, type Viewport } from './viewport.ts';

/** A finger, a pen or a mouse, in pixels from the plot's top left. */
export interface Pointer {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

/** A hand that moves no further than this still clicks, in pixels. */
const SLOP = { mouse: 4, touch: 10 };

/** What hands do with the map: one drags it, two pinch it, a wheel zooms. */
export interface MapGestures {
  down(pointer: Pointer, kind: keyof typeof SLOP): void;
  /** @returns whether the map was moved, or will be */
  move(pointer: Pointer): boolean;
  /** @returns true for a click: down and up without a move between */
  up(id: number): boolean;
  /** The pointer was taken away. */
  cancel(id: number): void;
  /** Zooms about a pixel. */
  wheel(x: number, y: number, event: Pick<WheelEvent, 'deltaY' | 'deltaMode' | 'ctrlKey'>): void;
}

/**
 * @param view the view as it will be in the next frame
 * @param show shows another in the next frame
 */
export function createMapGestures(view: () => Viewport | null, show: (view: Viewport) => void): MapGestures {
  const hands = new Map<number, Pointer>();
  let slop = SLOP.mouse;
  let isMoving = false;

  return {
    down(pointer, kind) {
      if (hands.size === 0) {
        isMoving = false;
        slop = SLOP[kind];
      }
      hands.set(pointer.id, pointer);
    },
    move(pointer) {
      const before = hands.get(pointer.id);
      const current = view();
      if (!before || !current) return false;
      const other = [...hands.values()].find(({ id }) => id !== pointer.id);
      const hasMoved = Math.hypot(pointer.x - before.x, pointer.y - before.y) > slop;
      if (!isMoving && !hasMoved && !other) return false;
      isMoving = true;
      hands.set(pointer.id, pointer);
      if (!other) show(panBy(current, pointer.x - before.x, pointer.y - before.y));
      else show(pinched(current, other, before, pointer));
      return true;
    },
    up(id) {
      const isClick = hands.has(id) && hands.size === 1 && !isMoving;
      hands.delete(id);
      return isClick;
    },
    cancel: (id) => void hands.delete(id),
    wheel(x, y, { deltaY, deltaMode, ctrlKey }) {
      const current = view();
      if (current) show(zoomAbout(current, x, y, wheelFactor(deltaY, deltaMode, ctrlKey)));
    },
  };
}

/** The view after one of two fingers has moved: the points of the plane under both stay under them. */
function pinched(view: Viewport, still: Pointer, from: Pointer, to: Pointer): Viewport {
  const before = Math.hypot(from.x - still.x, from.y - still.y);
  const after = Math.hypot(to.x - still.x, to.y - still.y);
  const moved = panBy(view, (to.x - from.x) / 2, (to.y - from.y) / 2);
  if (before === 0 || after === 0) return moved;
  return zoomAbout(moved, (still.x + to.x) / 2, (still.y + to.y) / 2, after / before);
}

/** Lines and pages in pixels, about; a pinch on a touchpad arrives as a wheel with Ctrl, in smaller numbers. */
const LINE = 25;
const PAGE = 500;
const DOUBLING = 500;
const PINCH = 10;

function wheelFactor(delta: number, mode: number, isPinch: boolean): number {
  const pixels = delta * (mode === 1 ? LINE : mode === 2 ? PAGE : 1);
  return 2 ** ((-pixels / DOUBLING) * (isPinch ? PINCH : 1));
}
