import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type RefObject } from 'react';
import { focusRun, hoverRun, setChart } from '../store/viewActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { xOfPlayhead, type PaintedChart } from './chartPainter.ts';
import type { Cursor } from './cursor.ts';
import { gridOf, runNear, snapped, stepAt } from './readings.ts';
import { panned, pixelsToX, rangeOf, xToPixels, zoomed } from './span.ts';

/** A press that moves further than this, in pixels, marks out a stretch. */
const STEADY = 4;
/** A curve this near to the pointer is meant. */
const NEAR = 8;
/** Fingers closer than this, in pixels, are too close to tell a zoom from. */
const CLOSEST = 12;
const WHEEL_ZOOM = 0.0022;
const KEY_ZOOM = 1.6;
/** Parts of what is shown that keys move by. */
const KEY_PAN = 0.2;
const KEY_PAGE = 0.1;
/** Pixels a line of a wheel that counts lines. */
const LINE = 16;

interface Press {
  readonly left: number;
  /** Where the other end of the stretch that is marked out lies; null until it is one. */
  to: number | null;
}

/**
 * What hands do on the chart. Moving reads it, a click goes to that step, dragging over a stretch or the wheel zooms, two
 * fingers do both, and keys do all of it.
 * @param markOut shows the stretch that is being marked out, in pixels; null shows none
 */
export function useChartHands(
  element: RefObject<HTMLElement | null>,
  markOut: (stretch: readonly [number, number] | null) => void,
  painted: RefObject<PaintedChart>,
  cursor: Cursor,
) {
  const { store, playback } = useApp();
  const press = useRef<Press | null>(null);
  /** Fingers on the chart: where they are, and which x each holds. */
  const fingers = useRef(new Map<number, { left: number; readonly x: number }>());

  const show = (range: readonly [number, number] | null) => setChart(store, { range });
  const width = () => painted.current.scene.size.width;
  const xAt = (left: number) => pixelsToX(painted.current.span, left, width());
  const reset = () => show(null);

  const read = (left: number, top: number) => {
    const { span } = painted.current;
    const x = Math.min(span.to, Math.max(span.from, xAt(left)));
    cursor.move({ x: snapped(painted.current, x), left, top });
  };
  /** Where keys begin to read: at the playhead, if it is in sight. */
  const playheadWithin = ({ scene, span }: PaintedChart) => {
    const run = scene.runs.find(({ focused }) => focused) ?? scene.runs.at(0);
    const x = run ? xOfPlayhead(run, scene.view.against, Math.floor(playback.playhead)) : 0;
    return x >= span.from && x <= span.to ? x : (span.from + span.to) / 2;
  };
  const seek = (x: number) => playback.seek(stepAt(painted.current, x));

  const letGo = () => {
    press.current = null;
    markOut(null);
  };

  useEffect(() => {
    const { current: target } = element;
    if (!target) return undefined;
    // React listens to wheels passively; a page that scrolls away under a zoom is of no use.
    const onWheel = (event: WheelEvent) => {
      const { span, total, scene } = painted.current;
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : LINE;
      const across = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      const isPan = Math.abs(across) > Math.abs(event.deltaY) || event.shiftKey;
      const isWhole = span.from <= 0 && span.to >= total;
      // Where there is nothing to zoom out of, the page may scroll.
      if (isWhole && (isPan || event.deltaY > 0)) return;
      event.preventDefault();
      const around = pixelsToX(span, event.offsetX, scene.size.width);
      const range = isPan
        ? panned(span, total, (across * unit * (span.to - span.from)) / scene.size.width)
        : zoomed(span, total, Math.exp(-event.deltaY * unit * WHEEL_ZOOM), around);
      setChart(store, { range });
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [element, painted, store]);

  /** Two fingers hold what was under them. */
  const pinch = () => {
    const [a, b] = [...fingers.current.values()].toSorted((one, other) => one.x - other.x);
    if (b.left - a.left < CLOSEST) return;
    const perPixel = (b.x - a.x) / (b.left - a.left);
    const from = a.x - a.left * perPixel;
    show(rangeOf({ from, to: from + width() * perPixel }, painted.current.total));
  };

  const place = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { left: event.clientX - box.left, top: event.clientY - box.top };
  };

  return {
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0) return;
      const { left } = place(event);
      event.currentTarget.setPointerCapture(event.pointerId);
      fingers.current.set(event.pointerId, { left, x: xAt(left) });
      if (fingers.current.size === 1) press.current = { left, to: null };
      else letGo();
    },
    onPointerMove(event: PointerEvent) {
      const { left, top } = place(event);
      const finger = fingers.current.get(event.pointerId);
      if (finger) finger.left = left;
      if (fingers.current.size === 2) {
        pinch();
        return;
      }
      read(left, top);
      if (press.current) {
        if (press.current.to === null && Math.abs(left - press.current.left) <= STEADY) return;
        press.current.to = Math.min(width(), Math.max(0, left));
        markOut(ordered(press.current.left, press.current.to));
      } else hoverRun(store, runNear(painted.current, cursor.reading?.x ?? 0, top, NEAR));
    },
    onPointerUp(event: PointerEvent) {
      const { current: pressed } = press;
      fingers.current.delete(event.pointerId);
      letGo();
      if (!pressed) return;
      const { left, top } = place(event);
      if (pressed.to !== null) {
        const [from, to] = ordered(xAt(pressed.left), xAt(pressed.to));
        show(rangeOf({ from, to }, painted.current.total));
        return;
      }
      read(left, top);
      const x = cursor.reading?.x ?? 0;
      seek(x);
      const near = runNear(painted.current, x, top, NEAR);
      if (near !== null) focusRun(store, store.getState().runIds.indexOf(near));
    },
    onPointerCancel(event: PointerEvent) {
      fingers.current.delete(event.pointerId);
      letGo();
    },
    onPointerLeave(event: PointerEvent) {
      hoverRun(store, null);
      // A finger’s reading stays when the finger has gone.
      if (event.pointerType === 'mouse') cursor.move(null);
    },
    onBlur: () => cursor.move(null),
    onDoubleClick: reset,
    onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const { span, total, scene } = painted.current;
      const { height } = scene.size;
      const shown = span.to - span.from;
      const at = cursor.reading?.x ?? snapped(painted.current, playheadWithin(painted.current));
      const move = (by: number) => {
        const x = snapped(painted.current, at + by);
        // Reading on beyond the edge takes the chart along.
        const beyond = x > span.to ? x - span.to : Math.min(0, x - span.from);
        if (beyond !== 0) show(panned(span, total, beyond));
        const left = Math.min(width(), Math.max(0, xToPixels(span, x - beyond, width())));
        cursor.move({ x, left, top: height / 2 });
      };
      const least = Math.max(gridOf(painted.current), shown / Math.max(1, width()));
      const pan = (part: number) => show(panned(span, total, part * shown));
      const zoom = (factor: number) => show(zoomed(span, total, factor, at));
      switch (event.key) {
        case 'ArrowRight':
        case 'ArrowUp':
          if (event.shiftKey) pan(KEY_PAN);
          else move(least);
          break;
        case 'ArrowLeft':
        case 'ArrowDown':
          if (event.shiftKey) pan(-KEY_PAN);
          else move(-least);
          break;
        case 'PageUp':
          move(Math.max(least, KEY_PAGE * shown));
          break;
        case 'PageDown':
          move(-Math.max(least, KEY_PAGE * shown));
          break;
        case 'Home':
          move(span.from - at);
          break;
        case 'End':
          move(span.to - at);
          break;
        case '+':
        case '=':
          zoom(KEY_ZOOM);
          break;
        case '-':
        case '−':
          zoom(1 / KEY_ZOOM);
          break;
        case '0':
          reset();
          break;
        case 'Escape':
          if (press.current) letGo();
          else if (scene.view.range) reset();
          else if (cursor.reading) cursor.move(null);
          else return;
          break;
        case 'Enter':
          seek(at);
          break;
        default:
          return;
      }
      event.preventDefault();
    },
  };
}

function ordered(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a];
}
