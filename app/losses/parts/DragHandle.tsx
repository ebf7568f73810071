import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';

export interface DragHandleProps {
  /** What it moves. */
  readonly label: string;
  /** The value in words, with its unit or what comes of it. */
  readonly valueText: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** An arrow key goes so far; with Shift ten times as far, with Alt a tenth. Values are multiples of a tenth of it. */
  readonly step: number;
  /** The way it moves, and the pixels of the chart at which it is. */
  readonly along: 'x' | 'y';
  readonly x: number;
  readonly y: number;
  /** The value at a pixel of the chart along its way. */
  readonly valueAt: (pixel: number) => number;
  readonly onChange: (value: number) => void;
  /** A hand begins to move it, and has let it go. */
  readonly onBegin: () => void;
  readonly onEnd: () => void;
  /** What is seen of it, drawn around (0, 0); a ring with a dot, as the start on the map, where nothing is given. */
  readonly children?: ReactNode;
  /** Where it can be taken hold of, around (0, 0); a square for a finger where nothing is given. */
  readonly touch?: TouchArea;
  /** Custom property of the ring's colour; ink where it is not given. */
  readonly color?: string;
}

/** A rectangle in pixels. */
export interface TouchArea {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Half of what a finger needs. */
export const TOUCH = 22;
const SQUARE: TouchArea = { x: -TOUCH, y: -TOUCH, width: 2 * TOUCH, height: 2 * TOUCH };
const COARSE = 10;

/**
 * A handle on a chart, to be used inside the SVG of a `LossChart`: dragged along one axis, or moved with the keys of a
 * slider (arrows, Shift far, Alt finely, Home and End). Escape while it is dragged puts it back.
 */
export function DragHandle(props: DragHandleProps) {
  const { label, valueText, value, min, max, step, along, x, y, valueAt, color = '--ink' } = props;
  const { onChange, onBegin, onEnd, touch = SQUARE, children } = props;
  /** The pointer that drags it, from where, and how far beside its middle it took hold. */
  const grip = useRef<{ pointer: number; from: number; beside: number } | null>(null);
  /** Keys that are held down: until the last is let go they are one gesture. */
  const held = useRef(new Set<string>());
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    const [hand, keys] = [grip, held.current];
    // Gone in the middle of a gesture, it ends it.
    return () => {
      if (hand.current || keys.size > 0) end.current();
    };
  }, []);

  const fine = step / COARSE;
  const change = (to: number) => {
    const rounded = Number((Math.round(to / fine) * fine).toPrecision(12));
    const next = Math.min(max, Math.max(min, rounded));
    if (next !== value) onChange(next);
  };
  const pixelOf = ({ clientX, clientY }: PointerEvent) => (along === 'x' ? clientX : clientY);

  const onPointerDown = (event: PointerEvent<SVGGElement>) => {
    if (event.button !== 0 || grip.current) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const beside = pixelOf(event) - (along === 'x' ? x : y);
    grip.current = { pointer: event.pointerId, from: value, beside };
    onBegin();
  };
  const onPointerMove = (event: PointerEvent) => {
    if (grip.current?.pointer === event.pointerId) change(valueAt(pixelOf(event) - grip.current.beside));
  };
  const release = ({ pointerId }: PointerEvent) => {
    if (grip.current?.pointer !== pointerId) return;
    grip.current = null;
    onEnd();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && grip.current) {
      event.stopPropagation();
      event.preventDefault();
      onChange(grip.current.from);
      grip.current = null;
      onEnd();
      return;
    }
    const to = valueByKey(event);
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (held.current.size === 0) onBegin();
    held.current.add(event.key);
    change(to);
  };
  const valueByKey = ({ key, shiftKey, altKey }: KeyboardEvent): number | null => {
    const by = shiftKey ? step * COARSE : altKey ? fine : step;
    // Multiples of the step, so that there and back is the same place.
    const moved = (direction: 1 | -1) => Math.round((value + direction * by) / fine) * fine;
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return moved(1);
      case 'ArrowLeft':
      case 'ArrowDown':
        return moved(-1);
      case 'Home':
        return min;
      case 'End':
        return max;
      default:
        return null;
    }
  };
  const onKeyUp = ({ key }: KeyboardEvent) => {
    if (held.current.delete(key) && held.current.size === 0) onEnd();
  };
  const endKeys = () => {
    if (held.current.size === 0) return;
    held.current.clear();
    onEnd();
  };
  return (
    <g
      className="drag-handle"
      style={{ color: `var(${color})` }}
      transform={`translate(${x} ${y})`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation={along === 'x' ? 'horizontal' : 'vertical'}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={valueText}
      data-along={along}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onLostPointerCapture={release}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      onBlur={endKeys}
    >
      <rect className="drag-touch" {...touch} />
      {children ?? (
        <g className="drag-ring">
          <circle className="drag-halo" r="11.5" />
          <circle className="drag-circle" r="9" />
          <circle className="drag-dot" r="2.75" />
        </g>
      )}
    </g>
  );
}
