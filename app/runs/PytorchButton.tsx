import { Suspense, useState } from 'react';
import { pytorchMessages as say } from '../../src/messages/pytorch.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { useFetchAhead } from '../ui/useFetchAhead.ts';
import { ScriptIcon } from './runIcons.tsx';
import type { RunRowProps } from './runRowProps.ts';

const loadSheet = () => import('./PytorchSheet.tsx');
const PytorchSheet = lazyPart(async () => (await loadSheet()).PytorchSheet);

/** Opens a run as a PyTorch script. */
export function PytorchButton({ run, name }: Pick<RunRowProps, 'run' | 'name'>) {
  const [open, setOpen] = useState(false);
  useFetchAhead(loadSheet);
  const close = () => setOpen(false);
  return (
    <>
      <button type="button" className="quiet" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <ScriptIcon />
        {say.button}
      </button>
      {open && (
        <ErrorBoundary sheet={{ title: say.title(name), onClose: close }}>
          <Suspense fallback={null}>
            <PytorchSheet run={run} name={name} onClose={close} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
