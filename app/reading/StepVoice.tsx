import { useEffect, useRef, useState } from 'react';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { spokenNumber } from '../../src/reading/speech.ts';
import { spokenWhy } from '../../src/reading/why/pieces.ts';
import { whyOf } from '../../src/reading/why/why.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { lossPair } from './lossPair.ts';
import type { CurrentStep } from './stepSource.ts';
import { useStepFrame } from './useStepFrame.ts';

/** A step that has stayed so long is worth being read aloud: none of those that one scrubs over is. */
const REST_MILLISECONDS = 700;

/** Says which step is read, what it did and what came of it, to who does not see it. */
export function StepVoice({ id, name }: { id: number; name: string }) {
  const [text, setText] = useState('');
  const timer = useRef(0);
  const said = useRef<CurrentStep | null>(null);
  useStepFrame((step) => {
    if (step === said.current) return;
    said.current = step;
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(
      () => setText(step?.runId === id ? spokenStep(name, step) : ''),
      REST_MILLISECONDS,
    );
  });
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return (
    <p className="visually-hidden" role="status">
      {text}
    </p>
  );
}

function spokenStep(name: string, { step, task, explanation }: CurrentStep): string {
  const [before, after] = lossPair(explanation.loss, explanation.lossAfter).map(spokenNumber);
  const why = spokenWhy(whyOf(task, explanation) ?? '');
  return [say.spokenHeading(name, formatCount(step)), why, say.lossSpoken(before, after)]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
