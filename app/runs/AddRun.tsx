import { Suspense } from 'react';
import { runMessages as say } from '../../src/messages/runs.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { MAX_RUNS } from '../../src/scene/scene.ts';
import { Popover } from '../controls/Popover.tsx';
import { addRun } from '../store/runActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { lazyPart } from '../ui/lazyPart.tsx';
import { PlusIcon } from './runIcons.tsx';

/** Its small paths need the engine, which the page otherwise leaves to the worker: both arrive when they are wanted. */
const OptimizerPicker = lazyPart(async () => (await import('./OptimizerPicker.tsx')).OptimizerPicker);

/** Adds a run of an optimizer that is chosen from all of them. */
export function AddRun({ announce }: { announce: (text: string) => void }) {
  const { store } = useApp();
  const isFull = useAppState(({ scene }) => scene.runs.length >= MAX_RUNS);
  return (
    <Popover
      button={
        isFull ? (
          say.full(MAX_RUNS)
        ) : (
          <>
            <PlusIcon />
            {say.add}
          </>
        )
      }
      buttonClass="quiet add-run"
      disabled={isFull}
      label={say.addTitle}
      sheetClass="optimizer-sheet"
      align="end"
    >
      {(close) => (
        <ErrorBoundary>
          <Suspense fallback={null}>
            <OptimizerPicker
              onChoose={(id) => {
                close();
                addRun(store, id);
                announce(say.added(OPTIMIZERS[id].name));
              }}
            />
          </Suspense>
        </ErrorBoundary>
      )}
    </Popover>
  );
}
