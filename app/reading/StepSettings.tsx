import { useId, useMemo, useState } from 'react';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Run } from '../../src/scene/scene.ts';
import { SpecControls } from '../controls/SpecControls.tsx';
import { slotOf } from '../plane/slots.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { setHyperparameter } from '../store/runActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { nameOfSetting } from './terms.ts';

/** The run's sliders, to be turned while one reads: each lights its symbol in the equations. */
export function StepSettings({ id, run }: { id: number; run: Run }) {
  const { store } = useApp();
  const problem = useAppState(({ scene }) => scene.problem);
  const [open, setOpen] = useState(false);
  const list = useId();
  const shape = useMemo(() => {
    const { shape: own, dimension } = createProblem(problem);
    return own ?? [dimension, 1];
  }, [problem]);
  // What is chosen and not turned has its place in the list of runs.
  const numbers = Object.entries(OPTIMIZERS[run.optimizer.id].hyperparameters).filter(([, { kind }]) =>
    ['number', 'numbers'].includes(kind),
  );
  return (
    <section className="step-settings">
      <button
        type="button"
        className="more-settings"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        onClick={() => setOpen(!open)}
      >
        {say.settings}
      </button>
      {open && (
        <div id={list} className="step-sliders">
          {numbers.map(([name, spec]) => (
            <div key={name} className="step-setting" data-term={nameOfSetting(run, name)}>
              <SpecControls
                specs={{ [name]: spec }}
                values={run.optimizer.hyperparameters}
                color={slotOf(run.slot).color}
                shape={shape}
                onChange={(changed, value) => setHyperparameter(store, id, changed, value)}
                onBegin={() => beginGesture(store)}
                onEnd={() => endGesture(store)}
              />
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
