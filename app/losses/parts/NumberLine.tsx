import { useEffect, useLayoutEffect, useRef } from 'react';
import type { ShownLine } from '../../../src/losses/reading/shownLine.ts';
import { fitFormula, keepFitted } from '../../formulas/fitFormula.ts';
import { createFormulaView, type FormulaView } from '../../reading/formulaView.ts';
import { renderReading } from '../../reading/readingKatex.ts';
import '../../styles/step-lines.css';
import { useAppState } from '../../ui/AppContext.ts';
import { renderHeard } from './heardTex.ts';

/** A formula is typeset anew when its numbers have rested so long. */
const REST_MILLISECONDS = 400;

/**
 * A formula with numbers in it. While a hand moves, its numbers change in their places, which only grow, and nothing is
 * typeset; at rest each number has its own width, and the line is there for those who hear it.
 */
export function NumberLine({ line, className }: { line: ShownLine; className: string }) {
  const element = useRef<HTMLDivElement>(null);
  const eye = useRef<HTMLSpanElement>(null);
  const ear = useRef<HTMLSpanElement>(null);
  const view = useRef<FormulaView | null>(null);
  /** The line as it was typeset, where each number has its own width, and as it was last heard. */
  const typeset = useRef('');
  const heard = useRef('');
  const isMoving = useAppState(({ moving }) => moving);
  const { tex, slots, relation, plain } = line;

  useLayoutEffect(() => {
    if (!eye.current || !element.current) return;
    view.current ??= createFormulaView(eye.current, renderReading, () => undefined);
    if (view.current.show(tex, slots, relation) === 'typeset') {
      typeset.current = plain;
      fitFormula(element.current);
    }
    // What is printed says all of the slots.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [tex, plain]);

  useEffect(() => {
    if (isMoving || heard.current === plain) return undefined;
    const rest = () => {
      if (!eye.current || !ear.current || !element.current) return;
      if (typeset.current !== plain) {
        view.current = createFormulaView(eye.current, renderReading, () => undefined);
        view.current.show(tex, slots, relation);
        typeset.current = plain;
        fitFormula(element.current);
      }
      heard.current = plain;
      renderHeard(plain, ear.current);
    };
    const timer = window.setTimeout(rest, REST_MILLISECONDS);
    return () => window.clearTimeout(timer);
    // As above.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [tex, plain, isMoving]);

  useEffect(() => (element.current ? keepFitted(element.current) : undefined), []);

  return (
    <div ref={element} className={`step-line number-line ${className}`}>
      <span ref={ear} className="visually-hidden" />
      <span ref={eye} className="step-formula" aria-hidden="true" />
    </div>
  );
}
