import { useEffect, useRef } from 'react';
import { typeset } from '../../src/equations/equation.ts';
import { appMessages as say } from '../../src/messages/app.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import type { Value } from '../../src/specs/spec.ts';
import { useAppState } from '../ui/AppContext.ts';

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

/** f(x, y) = … with numbers for parameters. */
export function formulaTex(formula: string, params: Readonly<Record<string, Value>>, scale: number): string {
  const body = typeset(formula, (name) => String(params[name]));
  return `f(x, y) = ${scale === 1 ? '' : `${scale} \\left(`}${body}${scale === 1 ? '' : '\\right)'}`;
}
