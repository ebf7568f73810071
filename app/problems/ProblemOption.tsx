import { useEffect, useRef, type KeyboardEvent, type Ref } from 'react';
import { PROBLEMS, type ProblemId } from '../../src/problems/registry.ts';
import { symbolicTex } from '../formulas/problemTex.ts';
import { useElementSize } from '../plane/useElementSize.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import type { Pictures } from './pictures.ts';
import type { Slices } from './slices.ts';

/** What draws pictures, and formulas a few in each frame. */
export interface Gallery {
  readonly pictures: Pictures;
  readonly slices: Slices;
}

/** One problem to choose: its picture, name and formula, and what it teaches. */
export function ProblemOption({
  id,
  gallery,
  isCurrent,
  isActive,
  onChoose,
  onKeyDown,
  ref,
}: {
  id: ProblemId;
  gallery: Gallery;
  /** It is the problem on the map. */
  isCurrent: boolean;
  /** It is the one that Tab leads to. */
  isActive: boolean;
  onChoose: (id: ProblemId) => void;
  onKeyDown: (event: KeyboardEvent) => void;
  ref: Ref<HTMLDivElement>;
}) {
  const { name, lesson } = PROBLEMS[id];
  return (
    <div
      ref={ref}
      role="option"
      className="problem-option"
      aria-selected={isCurrent}
      aria-labelledby={`problem-name-${id}`}
      aria-describedby={`problem-lesson-${id}`}
      tabIndex={isActive ? 0 : -1}
      data-autofocus={isActive || undefined}
      onFocus={({ currentTarget }) => {
        // For who came by keyboard; a press leaves the sheet where it is.
        if (currentTarget.matches(':focus-visible')) currentTarget.scrollIntoView({ block: 'nearest' });
      }}
      onClick={() => onChoose(id)}
      onKeyDown={onKeyDown}
    >
      <Picture id={id} gallery={gallery} />
      <p id={`problem-name-${id}`} className="problem-name">
        {name}
      </p>
      <Formula id={id} gallery={gallery} />
      <p id={`problem-lesson-${id}`} className="problem-lesson">
        {lesson}
      </p>
    </div>
  );
}

function Picture({ id, gallery }: { id: ProblemId; gallery: Gallery }) {
  const theme = useAppState((state) => state.theme);
  const canvas = useRef<HTMLCanvasElement>(null);
  // It grows with the window's type, and is then drawn anew.
  const { width, height, pixelRatio } = useElementSize(canvas);
  useEffect(
    () => (canvas.current ? gallery.pictures.draw(canvas.current, id, theme) : undefined),
    [id, theme, gallery, width, height, pixelRatio],
  );
  return <canvas ref={canvas} className="problem-picture" aria-hidden="true" />;
}

function Formula({ id, gallery }: { id: ProblemId; gallery: Gallery }) {
  const { firstPaths } = useApp();
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let takeBack: (() => void) | null = null;
    let cancelled = false;
    void firstPaths
      .then(() => import('../formulas/katex.ts'))
      .then(({ render }) => {
        if (cancelled) return;
        takeBack = gallery.slices.add(() => {
          const place = element.current;
          if (!place) return;
          render(symbolicTex(id), place);
          place.classList.toggle('cut', place.scrollWidth > place.clientWidth);
        });
      })
      // Without it there are name, picture and lesson.
      .catch(() => undefined);
    return () => {
      cancelled = true;
      takeBack?.();
    };
  }, [id, firstPaths, gallery]);
  return <div ref={element} className="problem-formula" aria-hidden="true" />;
}
