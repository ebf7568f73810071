import { useState } from 'react';
import { runMessages as say } from '../../src/messages/runs.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { MAX_RUNS } from '../../src/scene/scene.ts';
import { Popover } from '../controls/Popover.tsx';
import { addRun } from '../store/runActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import type { OptimizerPicker } from './OptimizerPicker.tsx';
import { PlusIcon } from './runIcons.tsx';

type Picker = typeof OptimizerPicker;

/** Adds a run of an optimizer that is chosen from all of them. */
export function AddRun({ announce }: { announce: (text: string) => void }) {
  const { store } = useApp();
  // Its small paths need the engine, which the page otherwise leaves to the worker: both arrive when they are wanted.
  const [Picker, setPicker] = useState<Picker | null>(null);
  const load = () =>
    void import('./OptimizerPicker.tsx').then(({ OptimizerPicker }) => setPicker(() => OptimizerPicker));
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
      onOpen={load}
    >
      {(close) =>
        Picker && (
          <Picker
            onChoose={(id) => {
              close();
              addRun(store, id);
              announce(say.added(OPTIMIZERS[id].name));
            }}
          />
        )
      }
    </Popover>
  );
}
