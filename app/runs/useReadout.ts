import { useRef, type RefObject } from 'react';
import type { Outcome } from '../../src/engine/trajectory.ts';
import { readingAt } from '../engine/trajectories.ts';
import { useApp } from '../ui/AppContext.ts';
import { formatMeasure } from '../ui/formatNumber.ts';
import { useFrame } from '../ui/useFrame.ts';
import { outcomeSentence, outcomeWord } from './outcomeText.ts';

/** Where a run's numbers at the playhead, and what it has come to, are written. */
export interface Readout {
  readonly loss: RefObject<HTMLDataElement | null>;
  readonly gradientNorm: RefObject<HTMLDataElement | null>;
  readonly outcome: RefObject<HTMLSpanElement | null>;
  /** In a row of its own, which is hidden while there is nothing to say. */
  readonly sentence: RefObject<HTMLTableCellElement | null>;
}

/** What is written there now. */
interface Written {
  loss: number | undefined;
  gradientNorm: number | undefined;
  outcome: Outcome | null;
}

/** Keeps a run's numbers those at the playhead, around React; what has not changed is neither formatted nor written. */
export function useReadout(index: number): Readout {
  const { session, playback } = useApp();
  const loss = useRef<HTMLDataElement>(null);
  const gradientNorm = useRef<HTMLDataElement>(null);
  const outcome = useRef<HTMLSpanElement>(null);
  const sentence = useRef<HTMLTableCellElement>(null);
  const written = useRef<Written>({ loss: undefined, gradientNorm: undefined, outcome: null });

  useFrame(() => {
    const now = written.current;
    const trajectory = session.displayed()[index];
    const reading = trajectory && readingAt(trajectory, Math.floor(playback.playhead));
    if (!Object.is(now.loss, reading?.loss)) write(loss.current, (now.loss = reading?.loss));
    if (!Object.is(now.gradientNorm, reading?.gradientNorm))
      write(gradientNorm.current, (now.gradientNorm = reading?.gradientNorm));
    const end = trajectory?.outcome;
    const ended = end && playback.playhead >= end.step ? end : null;
    if (ended === now.outcome) return;
    now.outcome = ended;
    const text = ended ? outcomeSentence(ended) : '';
    if (outcome.current) outcome.current.textContent = ended && text === '' ? outcomeWord(ended) : '';
    if (!sentence.current) return;
    sentence.current.textContent = text;
    (sentence.current.parentElement as HTMLElement).hidden = text === '';
  }, true);
  return { loss, gradientNorm, outcome, sentence };
}

/** Longer numbers than this, such as 5.23×10⁻¹⁴, are written smaller. */
const LONG = 8;

/** Three digits to read, all of them in the value. */
function write(element: HTMLDataElement | null, value: number | undefined): void {
  if (!element) return;
  const text = value === undefined ? '' : formatMeasure(value);
  element.textContent = text;
  element.className = text.length > LONG ? 'long' : '';
  element.value = value === undefined ? '' : String(value);
}
