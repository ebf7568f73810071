import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { dataPanelMessages as say } from '../../src/messages/dataPanel.ts';
import { useGesture } from '../controls/useGesture.ts';
import { beginGesture, endGesture, setSampling } from '../store/actions.ts';
import { useApp } from '../ui/AppContext.ts';
import { formatCount, formatMeasure } from '../ui/formatNumber.ts';
import { sizeByKey, type LawScale } from './lawScale.ts';

interface LawHandleProps {
  readonly scale: LawScale;
  /** N. */
  readonly count: number;
  readonly size: number;
  /** Whether each step sees all samples. */
  readonly isWhole: boolean;
  /** The deviation at this size. */
  readonly exact: number;
}

/** The batch size on its curve: to be dragged, or set by keys. */
export function LawHandle({ scale, count, size, isWhole, exact }: LawHandleProps) {
  const { store } = useApp();
  const handle = useRef<HTMLDivElement>(null);
  const gesture = useGesture(
    () => beginGesture(store),
    () => endGesture(store),
  );
  const take = (next: number) => {
    if (isWhole || next !== size) setSampling(store, { batchSize: next });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const next = sizeByKey(event, size, count);
    if (next === null) return;
    event.preventDefault();
    gesture.begin();
    take(next);
  };
  const onPointerMove = (event: PointerEvent) => {
    const parent = handle.current?.parentElement;
    if (!parent || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    take(scale.sizeAt(event.clientX - parent.getBoundingClientRect().left));
  };
  return (
    <div
      ref={handle}
      role="slider"
      tabIndex={0}
      className="law-handle"
      aria-label={say.handle}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={size}
      aria-valuetext={isWhole ? say.handleWhole : say.handleValue(formatCount(size), formatMeasure(exact))}
      title={say.lawHelp}
      style={{ left: scale.x(size), top: scale.y(exact) }}
      onKeyDown={onKeyDown}
      onKeyUp={gesture.end}
      onBlur={gesture.end}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        gesture.follow();
      }}
      onPointerMove={onPointerMove}
    />
  );
}
