import { useEffect, useRef, useState } from 'react';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { useFrame } from '../ui/useFrame.ts';
import { stepNote } from './stepNote.ts';
import { stepAt } from './stepSource.ts';
import { useStepFrame } from './useStepFrame.ts';

/** An answer that takes longer than this is worth a sentence. */
const LATE_MILLISECONDS = 500;

/** Says what the panel shows where that is not the step at the playhead: the start, a run that has ended, an answer to come. */
export function StepNote({ id }: { id: number }) {
  const { playback, session, steps } = useApp();
  const focus = useAppState((state) => state.focus);
  const [note, setNote] = useState('');
  /** Runs from the last answer, or from when the step on the page was no longer the one at the playhead. */
  const timer = useRef(0);
  const isLate = useRef(false);
  const answer = useRef(steps.current());

  const update = () => {
    const wanted = stepAt(playback.playhead);
    const current = steps.current();
    const shown = current?.runId === id ? current.step : null;
    if (shown === wanted || current !== answer.current) {
      window.clearTimeout(timer.current);
      timer.current = 0;
      isLate.current = false;
      answer.current = current;
    }
    if (shown !== wanted && timer.current === 0)
      timer.current = window.setTimeout(() => {
        isLate.current = true;
        update();
      }, LATE_MILLISECONDS);
    const outcome = session.trajectories()[focus]?.outcome ?? null;
    setNote(stepNote({ wanted, shown, outcome, isLate: isLate.current }));
  };
  useFrame(update);
  useStepFrame(update);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  return (
    <div className="step-note">
      <p role="status">{note}</p>
      {note === say.atStart && (
        <button type="button" className="step-first" onClick={() => playback.seek(1)}>
          {say.toFirst}
        </button>
      )}
    </div>
  );
}
