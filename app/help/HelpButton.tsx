import { Suspense, useEffect, useState } from 'react';
import { appMessages as say } from '../../src/messages/app.ts';
import { useApp } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { HelpIcon } from '../ui/icons.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { useFetchAhead } from '../ui/useFetchAhead.ts';
import { NARROW, useMedia } from '../ui/useMedia.ts';

const loadDialog = () => import('./HelpDialog.tsx');
const HelpDialog = lazyPart(async () => (await loadDialog()).HelpDialog);

/** Opens the help, as the key `?` does; on a phone the header’s menu does it. */
export function HelpButton() {
  const { commands } = useApp();
  const isNarrow = useMedia(NARROW);
  const [open, setOpen] = useState(false);
  useEffect(() => commands.set('show-help', () => setOpen(true)), [commands]);
  useFetchAhead(loadDialog);
  const close = () => setOpen(false);
  return (
    <>
      {!isNarrow && (
        <button
          type="button"
          className="quiet"
          aria-label={say.helpButton}
          title={say.helpButtonTitle}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <HelpIcon />
        </button>
      )}
      {open && (
        <ErrorBoundary sheet={{ title: say.helpButton, closingKey: '?', onClose: close }}>
          <Suspense fallback={null}>
            <HelpDialog onClose={close} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
