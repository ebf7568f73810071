import { useEffect, useLayoutEffect, useRef } from 'react';
import { piecesOf, spokenWhy } from '../../src/reading/why/pieces.ts';
import { whyOf } from '../../src/reading/why/why.ts';
import '../styles/why.css';
import { renderReading } from './readingKatex.ts';
import { useSlowStep } from './useSlowStep.ts';

/** What the step did, in a sentence or two; nothing where no rule speaks. What is below it never moves up. */
export function WhySentence() {
  const step = useSlowStep();
  const place = useRef<HTMLParagraphElement>(null);
  const sentence = step ? (whyOf(step.task, step.explanation) ?? '') : '';

  // The tallest sentence so far keeps its room until the width changes.
  useLayoutEffect(() => {
    const element = place.current;
    if (element) element.style.minHeight = `${element.offsetHeight}px`;
  }, [sentence]);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let width = element.offsetWidth;
    const resized = new ResizeObserver(() => {
      if (element.offsetWidth === width) return;
      width = element.offsetWidth;
      element.style.minHeight = '';
    });
    resized.observe(element);
    return () => resized.disconnect();
  }, []);

  return (
    <p ref={place} className="step-sentence why">
      <span className="visually-hidden">{spokenWhy(sentence)}</span>
      <span aria-hidden="true">
        {piecesOf(sentence).map(({ text, isTex }, i) =>
          isTex ? <Quantity key={`${i} ${text}`} tex={text} /> : <span key={`${i} ${text}`}>{text}</span>,
        )}
      </span>
    </p>
  );
}

/** A quantity’s name within a sentence. */
function Quantity({ tex }: { tex: string }) {
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (element.current) renderReading(tex, element.current);
  }, [tex]);
  return <span ref={element} />;
}
