import { useId, useMemo, useState } from 'react';
import { scheduleScope } from '../../src/engine/rule.ts';
import { readingMessages as say } from '../../src/messages/reading.ts';
import { MODIFIERS } from '../../src/modifiers/registry.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Run } from '../../src/scene/scene.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import type { AnyValues, Specs, Value } from '../../src/specs/spec.ts';
import { SpecControls } from '../controls/SpecControls.tsx';
import { slotOf } from '../plane/slots.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { setHyperparameter, setModifierValue, setScheduleValue } from '../store/runActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { nameOfSetting } from './terms.ts';

/** What one member of a run's rule has to be turned. */
interface SettingPart {
  readonly specs: Specs;
  readonly values: AnyValues;
  /** What a setting is called in the equations. */
  readonly nameOf: (name: string) => string;
  readonly onChange: (name: string, value: Value) => void;
}

/** What is chosen and not turned has its place in the list of runs. */
const turned = (specs: Specs) =>
  Object.entries(specs).filter(([, { kind }]) => ['number', 'numbers'].includes(kind));

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
  const { schedule, modifiers, optimizer } = run;
  const parts: readonly SettingPart[] = [
    {
      specs: OPTIMIZERS[optimizer.id].hyperparameters,
      values: optimizer.hyperparameters,
      nameOf: (name) => nameOfSetting(run, name),
      onChange: (name, value) => setHyperparameter(store, id, name, value),
    },
    ...schedule.map((factor, at) => ({
      specs: SCHEDULES[factor.id].hyperparameters,
      values: factor.hyperparameters,
      nameOf: (name: string) => `${scheduleScope(at)}.${name}`,
      onChange: (name: string, value: Value) => setScheduleValue(store, id, at, name, value),
    })),
    ...modifiers.map((modifier) => ({
      specs: MODIFIERS[modifier.id].hyperparameters,
      values: modifier.hyperparameters,
      nameOf: (name: string) => `${modifier.id}.${name}`,
      onChange: (name: string, value: Value) => setModifierValue(store, id, modifier.id, name, value),
    })),
  ];
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
          {parts.flatMap(({ specs, values, nameOf, onChange }) =>
            turned(specs).map(([name, spec]) => (
              <div key={nameOf(name)} className="step-setting" data-term={nameOf(name)}>
                <SpecControls
                  specs={{ [name]: spec }}
                  values={values}
                  color={slotOf(run.slot).color}
                  shape={shape}
                  onChange={onChange}
                  onBegin={() => beginGesture(store)}
                  onEnd={() => endGesture(store)}
                />
              </div>
            )),
          )}
        </div>
      )}
    </section>
  );
}
