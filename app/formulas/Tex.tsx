import { useEffect, useRef } from 'react';
import { useApp } from '../ui/AppContext.ts';
import { fitFormula, keepFitted } from './fitFormula.ts';

interface TexProps {
  readonly tex: string;
  readonly className: string;
  /** Whether it is set smaller where it would be too wide. */
  readonly fits?: boolean;
}

/** A formula. KaTeX arrives after the first paths are on screen; until then its place is empty. */
export function Tex({ tex, className, fits = false }: TexProps) {
  const { firstPaths } = useApp();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let cancelled = false;
    void firstPaths
      .then(() => import('./katex.ts'))
      .then(({ render }) => {
        if (cancelled || !element.current) return;
        render(tex, element.current);
        if (fits) fitFormula(element.current);
      })
      // Without the network its place stays empty; the next formula asks again.
      .catch(() => undefined);
    return () => {
      cancelled = true;
    };
  }, [tex, firstPaths, fits]);
  useEffect(() => {
    if (fits && element.current) return keepFitted(element.current);
    return undefined;
  }, [fits]);
  return <div ref={element} className={className} />;
}
