import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { tickStep } from 'd3-array';
import { appMessages as say } from '../../src/messages/app.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { moveStart, setMoving } from '../store/actions.ts';
import { useApp } from '../ui/AppContext.ts';
import { formatCoordinate } from '../ui/formatNumber.ts';
import {
  pixelToPlane,
  planeCoordinate,
  roundToPixel,
  withPlaneCoordinates,
  xToPixel,
  yToPixel,
  type Viewport,
} from './viewport.ts';

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** Arrow keys cross the window in about so many steps; Shift and Alt change that tenfold. */
const KEY_STEPS = 100;
const COARSE = 10;

/** The start of all runs. Dragging and arrow keys are one code path: both put it at a point of the plane. */
export function StartHandle({
  problem,
  start,
  viewport,
}: {
  problem: Problem;
  start: readonly number[];
  viewport: Viewport;
}) {
  const { store, playback } = useApp();
  const grip = useRef<{ pointer: number; dx: number; dy: number; from: readonly number[] } | null>(null);
  const { plane } = problem;
  const u = planeCoordinate(plane, plane.u, start);
  const v = planeCoordinate(plane, plane.v, start);
  const x = xToPixel(viewport, u);
  const y = yToPixel(viewport, v);

  const moveTo = (nextU: number, nextV: number) =>
    moveStart(store, withPlaneCoordinates(plane, start, nextU, nextV));

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    if (event.button !== 0 || grip.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    grip.current = { pointer: event.pointerId, dx: event.clientX - x, dy: event.clientY - y, from: start };
    setMoving(store, true);
  };
  const onPointerMove = (event: PointerEvent<HTMLButtonElement>) => {
    if (grip.current?.pointer !== event.pointerId) return;
    const clampedX = Math.min(viewport.width, Math.max(0, event.clientX - grip.current.dx));
    const clampedY = Math.min(viewport.height, Math.max(0, event.clientY - grip.current.dy));
    const [nextU, nextV] = pixelToPlane(viewport, clampedX, clampedY);
    moveTo(roundToPixel(viewport, nextU), roundToPixel(viewport, nextV));
  };
  const onRelease = (event: PointerEvent<HTMLButtonElement>) => {
    if (grip.current?.pointer !== event.pointerId) return;
    grip.current = null;
    setMoving(store, false);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'Escape' && grip.current) {
      moveStart(store, grip.current.from);
      grip.current = null;
      setMoving(store, false);
      return;
    }
    // The handle has no action of its own: space plays and pauses, as everywhere.
    if (event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return;
      if (playback.playing) playback.pause();
      else playback.play();
      return;
    }
    const direction = DIRECTIONS[event.key];
    if (!direction || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const [from, to] = viewport.window.y;
    const factor = event.shiftKey ? COARSE : event.altKey ? 1 / COARSE : 1;
    const step = tickStep(from, to, KEY_STEPS) * factor;
    // Multiples of the step, so that a point moved away and back is the same point.
    const move = (from: number, by: number) =>
      by === 0 ? from : Number(((Math.round(from / step) + by) * step).toPrecision(12));
    moveTo(move(u, direction[0]), move(v, direction[1]));
  };

  return (
    <button
      type="button"
      className="start-handle"
      style={{ transform: `translate(${x}px, ${y}px)` }}
      aria-label={say.startHandle(formatCoordinate(u), formatCoordinate(v))}
      aria-roledescription={say.startRole}
      aria-describedby="start-help"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onRelease}
      onPointerCancel={onRelease}
      onLostPointerCapture={onRelease}
      onKeyDown={onKeyDown}
    >
      <svg aria-hidden="true" width="28" height="28" viewBox="-14 -14 28 28">
        <circle className="start-halo" r="11.5" />
        <circle className="start-ring" r="9" />
        <circle className="start-dot" r="2.75" />
      </svg>
    </button>
  );
}
