import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { Curve } from '../../../src/losses/curves/curve.ts';
import { readCurve } from '../../../src/losses/curves/readCurve.ts';
import { lossCurvesMessages as say } from '../../../src/messages/lossCurves.ts';
import { spokenNumber } from '../../../src/reading/speech.ts';
import type { ReadingView } from '../../../src/scene/scene.ts';
import { createLineView, fitLines, type LineView } from '../../reading/lineView.ts';
import { renderReading } from '../../reading/readingKatex.ts';
import '../../styles/step-lines.css';

/** Formulas are typeset anew when their numbers have rested so long. */
const REST_MILLISECONDS = 400;

/** The formulas of a loss with the numbers of the prediction, line by line; numbers change around React. */
export function CurveFormulas({
  curve,
  prediction,
  mode,
}: {
  curve: Curve;
  prediction: number;
  mode: ReadingView['numbers'];
}) {
  const root = useRef<HTMLDivElement>(null);
  const views = useRef<readonly LineView[]>([]);
  const lines = useMemo(() => readCurve(curve, prediction), [curve, prediction]);

  useLayoutEffect(() => {
    const elements = root.current?.querySelectorAll<HTMLElement>('.step-line') ?? [];
    const make = () =>
      Array.from(elements, (element) => createLineView(element, renderReading, () => undefined));
    const show = () => {
      const changes = views.current.map((view, i) => view.show(lines[i], mode));
      // Measuring holds up the frame: what has grown a little waits until the hand rests.
      if (changes.includes('typeset')) fitLines(views.current);
    };
    if (views.current.length !== elements.length) views.current = make();
    show();
    // While a hand moves, numbers keep the room of the widest; then each has its own.
    const timer = window.setTimeout(() => {
      views.current = make();
      show();
    }, REST_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [lines, mode]);

  useEffect(() => {
    if (!root.current) return undefined;
    const resized = new ResizeObserver(() => fitLines(views.current));
    resized.observe(root.current);
    return () => resized.disconnect();
  }, []);

  return (
    <div ref={root} className={`curves-lines step-lines in-${mode}`} role="group" aria-label={say.equations}>
      {lines.map(({ name, left }) => (
        <div key={name} className="step-line">
          <span className="visually-hidden">{say.line(name, spokenNumber(left.slots[0]))}</span>
          <span className="step-formula" aria-hidden="true" />
          <small className="step-remarks" />
        </div>
      ))}
    </div>
  );
}
