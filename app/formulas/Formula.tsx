import { useEffect, useRef } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { useAppState } from '../ui/AppContext.ts';
import { formulaTex } from './problemTex.ts';

/** The problem's formula with the values of its parameters. KaTeX arrives after the first paths. */
export function ProblemFormula() {
  const { id, params, scale } = useAppState(({ scene }) => scene.problem);
  const element = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let cancelled = false;
    const tex = formulaTex(PROBLEMS[id].formula, params, scale);
    void import('./katex.ts').then(({ render }) => {
      if (!cancelled && element.current) render(tex, element.current);
    });
    return () => {
      cancelled = true;
    };
  }, [id, params, scale]);
  return <span ref={element} className="formula" role="math" aria-label={say.formulaLabel} />;
}
