import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { tickStep } from 'd3-array';
import { mapMessages as say } from '../../src/messages/map.ts';
import type { Problem } from '../../src/problems/problem.ts';
import { useHint } from '../help/useHint.ts';
import { beginGesture, endGesture, moveStart } from '../store/actions.ts';
import { togglePlaying } from '../transport/playbackMoves.ts';
import { useApp } from '../ui/AppContext.ts';
import { formatCoordinate } from '../ui/formatNumber.ts';
import type { StartPlace } from './furniture.ts';
import { placeIn, startAt } from './mapPlane.ts';
import type { PlanePoint } from './mapView.ts';
import { pixelToPlane, roundToPixel, type Viewport } from './viewport.ts';

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
/** Arrow keys cross the window in about so many steps; Shift and Alt change that tenfold. */
const KEY_STEPS = 100;
const COARSE = 10;
/** A hand that moves no further than this clicks. */
const SLOP = 4;

interface Grip {
  readonly pointer: number;
  readonly downX: number;
  readonly downY: number;
  /** From the start to the pointer. */
  readonly dx: number;
  readonly dy: number;
  readonly from: readonly number[];
  hasMoved: boolean;
}

/**
 * The start of all runs. Dragging and arrow keys are one code path: both put it at a point of the plane. Where it is
 * outside the window, an arrow at the edge stands for it.
 */
export function StartHandle({
  problem,
  start,
  place,
  viewport,
  onReveal,
}: {
  problem: Problem;
  start: readonly number[];
  place: StartPlace;
  viewport: Viewport;
  /** The start is to be brought into view. */
  onReveal: (point: PlanePoint) => void;
}) {
  const { store, playback, hints, commands } = useApp();
  const isHinted = useHint('start');
  const grip = useRef<Grip | null>(null);
  /** The arrow keys that are held down. Until the last is let go they are one gesture. */
  const held = useRef(new Set<string>());
  const [u, v] = placeIn(problem.plane, start, 'start');
  const isInTime = problem.plane.kind === 'time';
  const { x, y, arrow } = place;
  const isOutside = arrow !== null;

  const moveTo = (nextU: number, nextV: number) => moveStart(store, startAt(problem, start, nextU, nextV));

  const onPointerDown = ({ button, currentTarget, pointerId, clientX, clientY }: PointerEvent) => {
    if (button !== 0 || grip.current) return;
    currentTarget.setPointerCapture(pointerId);
    const [downX, downY] = [clientX, clientY];
    grip.current = {
      pointer: pointerId,
      downX,
      downY,
      dx: clientX - x,
      dy: clientY - y,
      from: start,
      hasMoved: false,
    };
    beginGesture(store);
  };
  const onPointerMove = ({ pointerId, clientX, clientY }: PointerEvent) => {
    const hand = grip.current;
    if (hand?.pointer !== pointerId) return;
    // The arrow at the edge is clicked more often than dragged; the start itself follows the first pixel.
    const isClick = isOutside && Math.hypot(clientX - hand.downX, clientY - hand.downY) <= SLOP;
    if (!hand.hasMoved && isClick) return;
    hand.hasMoved = true;
    const clampedX = Math.min(viewport.width, Math.max(0, clientX - hand.dx));
    const clampedY = Math.min(viewport.height, Math.max(0, clientY - hand.dy));
    const [nextU, nextV] = pixelToPlane(viewport, clampedX, clampedY);
    moveTo(roundToPixel(viewport, nextU), roundToPixel(viewport, nextV));
  };
  const onRelease = ({ pointerId }: PointerEvent) => {
    if (grip.current?.pointer !== pointerId) return;
    grip.current = null;
    endGesture(store);
  };
  const endKeys = () => {
    if (held.current.size === 0) return;
    held.current.clear();
    endGesture(store);
  };
  const onKeyUp = ({ key }: KeyboardEvent) => {
    if (held.current.delete(key) && held.current.size === 0) endGesture(store);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && grip.current) {
      moveStart(store, grip.current.from);
      grip.current = null;
      endGesture(store);
      return;
    }
    // The handle has no action of its own: space plays and pauses, as everywhere.
    if (event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      if (event.repeat) return;
      togglePlaying(playback);
      hints.done('play');
      return;
    }
    if (event.key === 'Enter' && !isOutside && commands.run('type-start')) {
      event.preventDefault();
      return;
    }
    const direction = DIRECTIONS[event.key];
    if (!direction || event.ctrlKey || event.metaKey) return;
    // Left and right are time's: the page has them for the playhead.
    if (isInTime && direction[0] !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (held.current.size === 0) beginGesture(store);
    held.current.add(event.key);
    const [from, to] = viewport.window.y;
    const factor = event.shiftKey ? COARSE : event.altKey ? 1 / COARSE : 1;
    const step = tickStep(from, to, KEY_STEPS) * factor;
    // Multiples of the step, so that a point moved away and back is the same point.
    const move = (from: number, by: number) =>
      by === 0 ? from : Number(((Math.round(from / step) + by) * step).toPrecision(12));
    moveTo(move(u, direction[0]), move(v, direction[1]));
  };

  const name = isOutside ? say.startOutside : say.startHandle;
  return (
    <button
      type="button"
      className={isOutside ? 'start-handle start-outside' : 'start-handle'}
      style={{ transform: `translate(${x}px, ${y}px)` }}
      aria-label={name((isInTime ? [v] : [u, v]).map(formatCoordinate))}
      aria-roledescription={say.startRole}
      aria-describedby={isOutside ? 'start-outside-help' : 'start-help'}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onRelease}
      onPointerCancel={onRelease}
      onLostPointerCapture={onRelease}
      onClick={() => {
        if (isOutside) onReveal([u, v]);
      }}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      onBlur={endKeys}
    >
      <svg aria-hidden="true" width="28" height="28" viewBox="-14 -14 28 28">
        {isOutside ? (
          <path
            className="start-arrow"
            d="M-8-6 7 0-8 6-4.5 0Z"
            transform={`rotate(${(arrow * 180) / Math.PI})`}
          />
        ) : (
          <>
            {isHinted && <Corners />}
            <circle className="start-halo" r="11.5" />
            <circle className="start-ring" r="9" />
            <circle className="start-dot" r="2.75" />
          </>
        )}
      </svg>
    </button>
  );
}

/** An arrowhead to each corner, until the start has been dragged for the first time. */
function Corners() {
  const heads = 'M-12.5-8V-12.5H-8M12.5-8V-12.5H8M-12.5 8V12.5H-8M12.5 8V12.5H8';
  return (
    <>
      <path className="start-corners start-corners-halo" d={heads} />
      <path className="start-corners" d={heads} />
    </>
  );
}
