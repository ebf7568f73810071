import { useLayoutEffect, useRef } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { dismiss } from '../store/actions.ts';
import type { Notice } from '../store/store.ts';
import { useApp, useAppState } from './AppContext.ts';
import { CloseIcon } from './icons.tsx';

/** Sentences to the person. They stay until dismissed and cover nothing that is worked with. */
export function Notices() {
  const notices = useAppState((state) => state.notices);
  return (
    <div className="notices" role="status" aria-label={say.notices}>
      {notices.map((notice) => (
        <OneNotice key={notice.kind} notice={notice} />
      ))}
    </div>
  );
}

function OneNotice({ notice: { kind, text } }: { notice: Notice }) {
  const { store } = useApp();
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { current: notice } = element;
    return () => {
      // A focus that vanished with its button would leave the keyboard at the top of the page.
      if (notice?.contains(document.activeElement)) focusOnward(notice);
    };
  }, []);
  return (
    <div ref={element} className="notice">
      <p>{text}</p>
      <button type="button" className="quiet" aria-label={say.dismiss} onClick={() => dismiss(store, kind)}>
        <CloseIcon />
      </button>
    </div>
  );
}

/** To the button of the next notice, or of the one before; after the last one to what the page is about. */
function focusOnward(notice: HTMLElement): void {
  const other = notice.nextElementSibling ?? notice.previousElementSibling;
  const target = other?.querySelector('button') ?? document.querySelector('main');
  target?.focus({ preventScroll: true });
}
