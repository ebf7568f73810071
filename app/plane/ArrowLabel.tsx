import { useLayoutEffect, useRef } from 'react';
import type { ArrowRole } from '../../src/optimizers/optimizer.ts';
import { renderReading } from '../reading/readingKatex.ts';
import type { Box } from './labelSolver.ts';

export type LabelSize = Pick<Box, 'width' | 'height'>;

/** A term beside the tip of its arrow; out of sight until it is known how large it is. */
export function ArrowLabel({
  tex,
  word,
  measureKey,
  role,
  box,
  onSize,
}: {
  readonly tex: string;
  readonly word: string;
  readonly measureKey: string;
  readonly role: ArrowRole;
  readonly box: Box | null;
  readonly onSize: (key: string, size: LabelSize) => void;
}) {
  const label = useRef<HTMLSpanElement>(null);
  const formula = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (formula.current) renderReading(tex, formula.current);
  }, [tex]);
  useLayoutEffect(() => {
    const element = label.current;
    if (element) onSize(measureKey, { width: element.offsetWidth, height: element.offsetHeight });
  }, [measureKey, word, onSize]);
  const place = box
    ? { transform: `translate(${Math.round(box.x)}px, ${Math.round(box.y)}px)` }
    : { visibility: 'hidden' as const };
  return (
    <span ref={label} className="arrow-label" data-role={role} style={place}>
      {word !== '' && <span className="arrow-word">{word}</span>}
      <span ref={formula} />
    </span>
  );
}
