import { useRef } from 'react';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { READING_NUMBERS, type ReadingView } from '../../src/scene/scene.ts';
import { Segments } from '../controls/Segments.tsx';
import { readSteps } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { lossPair, printedText } from './lossPair.ts';
import { useStepFrame } from './useStepFrame.ts';

/** What the step did to the loss, and what the equations show: symbols, numbers or both. */
export function StepFoot({ id }: { id: number }) {
  const { store } = useApp();
  const mode = useAppState(({ reading }) => reading?.numbers ?? 'both');
  const place = useRef<HTMLParagraphElement>(null);
  const pair = useRef<HTMLElement>(null);

  useStepFrame((step) => {
    if (!place.current || !pair.current) return;
    place.current.hidden = step?.runId !== id;
    if (step?.runId !== id) return;
    const [before, after] = lossPair(step.explanation.loss, step.explanation.lossAfter).map(printedText);
    pair.current.textContent = `${before} ${say.arrow} ${after}`;
  });

  return (
    <div className="step-foot">
      <p ref={place} className="step-loss" hidden>
        {say.loss} <b ref={pair} />
      </p>
      <Segments
        symbol=""
        label={say.numbers}
        segments={READING_NUMBERS.map((key) => ({ key, text: say.numbersOption(key) }))}
        chosen={mode}
        onChoose={(key) => readSteps(store, { numbers: key as ReadingView['numbers'] })}
      />
    </div>
  );
}
