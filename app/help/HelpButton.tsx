import { lazy, Suspense, useEffect, useState } from 'react';
import { helpMessages as say } from '../../src/messages/help.ts';
import { useApp } from '../ui/AppContext.ts';
import { HelpIcon } from '../ui/icons.tsx';
import { NARROW, useMedia } from '../ui/useMedia.ts';

const loadDialog = () => import('./HelpDialog.tsx');
const HelpDialog = lazy(async () => ({ default: (await loadDialog()).HelpDialog }));

/** Opens the help, as the key `?` does; on a phone the header’s menu does it. */
export function HelpButton() {
  const { commands, firstPaths } = useApp();
  const isNarrow = useMedia(NARROW);
  const [open, setOpen] = useState(false);
  useEffect(() => commands.set('show-help', () => setOpen(true)), [commands]);
  useEffect(() => {
    // Ready before it is asked for, and after all that is needed at once.
    void firstPaths.then(loadDialog);
  }, [firstPaths]);
  return (
    <>
      {!isNarrow && (
        <button
          type="button"
          className="quiet"
          aria-label={say.button}
          title={say.buttonTitle}
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        >
          <HelpIcon />
        </button>
      )}
      {open && (
        <Suspense fallback={null}>
          <HelpDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
