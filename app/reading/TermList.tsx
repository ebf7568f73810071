import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { taskOf, type Run } from '../../src/scene/scene.ts';
import { lightTerm } from '../store/viewActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { renderReading } from './readingKatex.ts';
import { ruleStructure } from './ruleStructure.ts';
import type { Term } from './terms.ts';

/**
 * What each symbol of the rule stands for. Arrows up and down go from one to the next, so that those to the left and right
 * still step; the one that has the focus is lit wherever it stands.
 */
export function TermList({ run }: { run: Run }) {
  const scene = useAppState((state) => state.scene);
  const { terms } = ruleStructure(taskOf(scene, run));
  const list = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const current = Math.min(at, terms.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = (current + way + terms.length) % terms.length;
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <section className="step-terms">
      <h3 title={say.termsHelp}>{say.terms}</h3>
      <div ref={list} role="toolbar" aria-label={say.terms} aria-orientation="vertical">
        {terms.map((term, i) => (
          <TermItem
            key={term.name}
            term={term}
            isCurrent={i === current}
            onFocus={() => setAt(i)}
            onKeyDown={onKeyDown}
          />
        ))}
      </div>
    </section>
  );
}

function TermItem({
  term: { name, symbol, label, role },
  isCurrent,
  onFocus,
  onKeyDown,
}: {
  readonly term: Term;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) {
  const { store } = useApp();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (place.current) renderReading(symbol, place.current);
  }, [symbol]);
  return (
    <button
      type="button"
      data-term={name}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={() => lightTerm(store, name)}
    >
      <span ref={place} className="term-symbol" data-role={role ?? undefined} aria-hidden="true" />
      {label}
    </button>
  );
}
