import { useCallback, useEffect, useRef } from 'react';
import { useApp, useAppState } from '../ui/AppContext.ts';

export interface ReadingFocus {
  /** Is given the panel's heading once it is there. */
  readonly take: (heading: HTMLElement) => void;
  /** After it was opened: the focus stays where it is. */
  readonly stay: () => void;
}

/**
 * The focus goes to the panel's heading when somebody opens it, and back to where they were when it closes. A link that
 * opens it takes the focus from nobody, nor does a tab, which keeps it.
 */
export function useReadingFocus(): ReadingFocus {
  const { store } = useApp();
  const isReading = useAppState(({ reading }) => reading !== null);
  const opener = useRef<Element | null>(null);
  const isAwaited = useRef(false);
  const wasReading = useRef(isReading);

  useEffect(
    () =>
      store.subscribe(({ reading }, before) => {
        if (reading === null || before.reading !== null) return;
        opener.current = document.activeElement;
        isAwaited.current = true;
      }),
    [store],
  );
  useEffect(() => {
    const isClosed = wasReading.current && !isReading;
    wasReading.current = isReading;
    // Who has gone elsewhere meanwhile stays there.
    if (!isClosed || (document.activeElement && document.activeElement !== document.body)) return;
    const from = opener.current?.matches('[role="tab"]')
      ? document.querySelector('.panel-tabs [aria-selected="true"]')
      : opener.current;
    const target =
      from instanceof HTMLElement && from.checkVisibility() ? from : document.querySelector('main');
    target?.focus({ preventScroll: true });
  }, [isReading]);

  const take = useCallback((heading: HTMLElement) => {
    if (isAwaited.current) heading.focus({ preventScroll: true });
    isAwaited.current = false;
  }, []);
  const stay = useCallback(() => {
    isAwaited.current = false;
  }, []);
  return { take, stay };
}
