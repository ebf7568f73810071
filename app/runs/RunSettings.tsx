import { useId, useMemo, useState } from 'react';
import { runMessages as say } from '../../src/messages/runs.ts';
import { MODIFIERS } from '../../src/modifiers/registry.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import { defaultOf } from '../../src/specs/defaults.ts';
import type { AnyValues, Value } from '../../src/specs/spec.ts';
import { SpecControls } from '../controls/SpecControls.tsx';
import { slotOf } from '../plane/slots.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { setHyperparameter } from '../store/runActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { BestButton, type FoundText } from './BestButton.tsx';
import type { RunRowProps } from './runRowProps.ts';

/** An optimizer with more settings than this shows the first few; the others are one press away. */
const MOST_SHOWN = 4;
const SHOWN_FIRST = 3;

/** All hyperparameters and variants of a run, by their specs, and what stands beside its optimizer. */
export function RunSettings({ id, run }: RunRowProps) {
  const { store } = useApp();
  const problem = useAppState(({ scene }) => scene.problem);
  const [found, setFound] = useState<FoundText | null>(null);
  const [open, setOpen] = useState(false);
  const restId = useId();
  const { hyperparameters } = run.optimizer;
  const specs = Object.entries(OPTIMIZERS[run.optimizer.id].hyperparameters);
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
  const below = useMemo(
    () => ({
      learningRate: <BestButton id={id} sought="rate" onFound={setFound} />,
      momentum: <BestButton id={id} sought="rate-and-momentum" onFound={setFound} />,
    }),
    [id],
  );
  const first = specs.slice(0, specs.length > MOST_SHOWN ? SHOWN_FIRST : specs.length);
  const rest = specs.slice(first.length);
  const changed = rest.filter(
    ([name, spec]) => !isSame(hyperparameters[name], defaultOf(spec, ownShape)),
  ).length;
  const schedules = run.schedule.map((schedule) => midSentence(SCHEDULES[schedule.id].name));
  const modifiers = run.modifiers.map((modifier) => midSentence(MODIFIERS[modifier.id].name));
  const controls = {
    ...hands,
    values: hyperparameters,
    color: slotOf(run.slot).color,
    shape: ownShape,
  };
  return (
    <>
      <SpecControls {...controls} specs={Object.fromEntries(first)} below={below} />
      <p className="best-found" role="status">
        {found && isStill(found.settings, hyperparameters) ? found.text : ''}
      </p>
      <p className="run-extras">
        <span>
          {say.schedule} <b>{schedules.length > 0 ? schedules.join(say.times) : say.constant}</b>
        </span>
        <span>
          {say.modifiers} <b>{modifiers.length > 0 ? modifiers.join(', ') : say.none}</b>
        </span>
        {rest.length > 0 && (
          <button
            type="button"
            className="more-settings"
            aria-expanded={open}
            aria-controls={open ? restId : undefined}
            onClick={() => setOpen(!open)}
          >
            {changed > 0 ? say.moreChanged(rest.length, changed) : say.more(rest.length)}
          </button>
        )}
      </p>
      {open && (
        <div id={restId}>
          <SpecControls {...controls} specs={Object.fromEntries(rest)} />
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

/** A name within a sentence: Cosine is cosine, SAM stays SAM. */
function midSentence(name: string): string {
  return name === name.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
