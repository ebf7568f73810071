import { useEffect, useRef, type RefObject } from 'react';
import { lightTerm } from '../store/viewActions.ts';
import { useApp } from '../ui/AppContext.ts';
import type { Term } from './terms.ts';

/** Elements that stand for a name of the equations have it as `data-term`. */
const TERM = '[data-term]';

/** Gives each term of a formula the role that its colour goes by, and lights the one that is pointed at. */
export function dressTerms(element: HTMLElement, terms: readonly Term[], lit: string | null): void {
  for (const found of element.querySelectorAll<HTMLElement>(TERM)) {
    const role = terms.find(({ name }) => name === found.dataset.term)?.role;
    if (role) found.dataset.role = role;
    found.classList.toggle('lit', found.dataset.term === lit);
  }
}

/** The term that is lit now, for what is written around React. */
export function useLit(): RefObject<string | null> {
  const { store } = useApp();
  const lit = useRef(store.getState().lit);
  useEffect(() => store.subscribe((state) => (lit.current = state.lit)), [store]);
  return lit;
}

/** Lights the terms within an element, wherever they are pointed at or focused, and lets them point by themselves. */
export function useLitTerms(root: RefObject<HTMLElement | null>): void {
  const { store } = useApp();
  useEffect(() => {
    const panel = root.current;
    if (!panel) return;
    const termAt = (target: EventTarget | null) =>
      target instanceof Element ? (target.closest<HTMLElement>(TERM)?.dataset.term ?? null) : null;
    const light = ({ target }: Event) => lightTerm(store, termAt(target));
    // What is focused stays lit when the mouse has gone.
    const leave = () =>
      lightTerm(store, panel.contains(document.activeElement) ? termAt(document.activeElement) : null);
    const blur = () => lightTerm(store, null);
    panel.addEventListener('pointerover', light);
    panel.addEventListener('pointerleave', leave);
    panel.addEventListener('focusin', light);
    panel.addEventListener('focusout', blur);
    const stop = store.subscribe((state, before) => {
      if (state.lit === before.lit) return;
      for (const element of panel.querySelectorAll<HTMLElement>(TERM))
        element.classList.toggle('lit', element.dataset.term === state.lit);
    });
    return () => {
      panel.removeEventListener('pointerover', light);
      panel.removeEventListener('pointerleave', leave);
      panel.removeEventListener('focusin', light);
      panel.removeEventListener('focusout', blur);
      stop();
    };
  }, [store, root]);
}
