import { useEffect, useRef } from 'react';
import { useAppState } from '../ui/AppContext.ts';
import { problemTex } from './problemTex.ts';

/** The problem's formula with the values of its parameters. KaTeX arrives after the first paths. */
export function ProblemFormula() {
  const selection = useAppState(({ scene }) => scene.problem);
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let cancelled = false;
    const tex = problemTex(selection);
    void import('./katex.ts').then(({ render }) => {
      if (!cancelled && element.current) render(tex, element.current);
    });
    return () => {
      cancelled = true;
    };
  }, [selection]);
  return <span ref={element} className="formula" />;
}
