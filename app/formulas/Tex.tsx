import { useEffect, useRef } from 'react';
import { useApp } from '../ui/AppContext.ts';

/** A formula. KaTeX arrives after the first paths are on screen; until then its place is empty. */
export function Tex({ tex, className }: { tex: string; className: string }) {
  const { firstPaths } = useApp();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let cancelled = false;
    void firstPaths
      .then(() => import('./katex.ts'))
      .then(({ render }) => {
        if (!cancelled && element.current) render(tex, element.current);
      });
    return () => {
      cancelled = true;
    };
  }, [tex, firstPaths]);
  return <div ref={element} className={className} />;
}
