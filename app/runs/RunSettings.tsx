import { useId, useMemo, useState, type ReactNode } from 'react';
import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import type { Run } from '../../src/scene/scene.ts';
import { defaultOf } from '../../src/specs/defaults.ts';
import type { AnyValues, Value } from '../../src/specs/spec.ts';
import { SpecControls } from '../controls/SpecControls.tsx';
import { slotOf } from '../plane/slots.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { setHyperparameter } from '../store/runActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { AdviceList } from './AdviceList.tsx';
import { BestButton, type FoundText } from './BestButton.tsx';
import { modifierSummary, scheduleSummary } from './extraNames.ts';
import { ModifierEditor } from './ModifierEditor.tsx';
import type { RunRowProps } from './runRowProps.ts';
import { ScheduleEditor } from './ScheduleEditor.tsx';

/** An optimizer with more settings than this shows the first few; the others are one press away. */
const MOST_SHOWN = 4;
const SHOWN_FIRST = 3;

/** What unfolds below the first settings. */
type Part = 'rest' | 'schedule' | 'modifiers';

/** What was found, and for which schedule and modifiers. */
type FoundFor = FoundText & Pick<Run, 'schedule' | 'modifiers'>;

/** All hyperparameters and variants of a run, by their specs, its schedule and its modifiers. */
export function RunSettings(props: RunRowProps) {
  const { id, run } = props;
  const { store } = useApp();
  const problem = useAppState(({ scene }) => scene.problem);
  const [found, setFound] = useState<FoundFor | null>(null);
  const [open, setOpen] = useState<readonly Part[]>([]);
  const partId = useId();
  const { hyperparameters } = run.optimizer;
  const optimizer = OPTIMIZERS[run.optimizer.id];
  const specs = Object.entries(optimizer.hyperparameters);
  const ownShape = useMemo(() => {
    const { shape, dimension } = createProblem(problem);
    return shape ?? [dimension, 1];
  }, [problem]);
  const hands = useMemo(
    () => ({
      onChange: (name: string, value: Value) => setHyperparameter(store, id, name, value),
      onBegin: () => beginGesture(store),
      onEnd: () => endGesture(store),
    }),
    [store, id],
  );
  const below = useMemo(() => {
    const onFound = (text: FoundText) => {
      const { scene, runIds } = store.getState();
      const { schedule, modifiers } = scene.runs[runIds.indexOf(id)];
      setFound({ ...text, schedule, modifiers });
    };
    return {
      [optimizer.rate]: <BestButton id={id} sought="rate" onFound={onFound} />,
      momentum: <BestButton id={id} sought="rate-and-momentum" onFound={onFound} />,
    };
  }, [store, id, optimizer.rate]);
  const first = specs.slice(0, specs.length > MOST_SHOWN ? SHOWN_FIRST : specs.length);
  const rest = specs.slice(first.length);
  const changed = rest.filter(
    ([name, spec]) => !isSame(hyperparameters[name], defaultOf(spec, ownShape)),
  ).length;
  const controls = {
    ...hands,
    values: hyperparameters,
    color: slotOf(run.slot).color,
    shape: ownShape,
  };
  const toggle = (part: Part, words: ReactNode) => (
    <button
      type="button"
      className="more-settings"
      aria-expanded={open.includes(part)}
      aria-controls={open.includes(part) ? partId + part : undefined}
      onClick={() => setOpen(open.includes(part) ? open.filter((other) => other !== part) : [...open, part])}
    >
      {words}
    </button>
  );
  const isFound = found?.schedule === run.schedule && found.modifiers === run.modifiers;
  return (
    <>
      <SpecControls {...controls} specs={Object.fromEntries(first)} below={below} />
      <p className="best-found" role="status">
        {isFound && isStill(found.settings, hyperparameters) ? found.text : ''}
      </p>
      <AdviceList run={run} about="optimizer" />
      <div className="run-extras">
        {toggle(
          'schedule',
          <>
            {say.schedule} <b>{scheduleSummary(run.schedule)}</b>
          </>,
        )}
        {toggle(
          'modifiers',
          <>
            {say.modifiers} <b>{modifierSummary(run.modifiers)}</b>
          </>,
        )}
        {rest.length > 0 &&
          toggle('rest', changed > 0 ? say.moreChanged(rest.length, changed) : say.more(rest.length))}
      </div>
      {open.includes('rest') && (
        <div id={partId + 'rest'}>
          <SpecControls {...controls} specs={Object.fromEntries(rest)} />
        </div>
      )}
      {open.includes('schedule') && (
        <div id={partId + 'schedule'}>
          <ScheduleEditor {...props} />
        </div>
      )}
      {open.includes('modifiers') && (
        <div id={partId + 'modifiers'}>
          <ModifierEditor {...props} />
        </div>
      )}
    </>
  );
}

/** Whether a run has these settings. */
function isStill(settings: AnyValues, hyperparameters: AnyValues): boolean {
  return Object.entries(settings).every(([name, value]) => hyperparameters[name] === value);
}

function isSame(a: Value, b: Value): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
