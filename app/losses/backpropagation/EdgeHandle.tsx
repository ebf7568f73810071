import { useRef, type ReactNode } from 'react';
import { DragHandle, type TouchArea } from '../parts/DragHandle.tsx';

export interface EdgeHandleProps {
  readonly label: string;
  readonly valueText: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Where its number stands. */
  readonly x: number;
  readonly y: number;
  readonly onChange: (value: number) => void;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
  /** It is taken hold of, or reached by the keyboard. */
  readonly onSelect?: () => void;
  readonly touch?: TouchArea;
  readonly children: ReactNode;
}

/** Wider than a finger needs, as numbers are. */
const WIDE: TouchArea = { x: -24, y: -22, width: 48, height: 44 };
/** So much is a number changed by one pixel up. */
const A_PIXEL = 0.02;

/** A number that stays where it is and changes as it is dragged up or down, or by the keys of a slider. */
export function EdgeHandle({ onBegin, onSelect, touch = WIDE, children, ...handle }: EdgeHandleProps) {
  const { value, y } = handle;
  const from = useRef(value);
  return (
    <g onFocus={onSelect}>
      <DragHandle
        {...handle}
        touch={touch}
        step={0.1}
        along="y"
        valueAt={(pixel) => from.current + (y - pixel) * A_PIXEL}
        onBegin={() => {
          from.current = value;
          onBegin();
        }}
      >
        {children}
      </DragHandle>
    </g>
  );
}
