import { useCallback, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { runMessages } from '../../src/messages/runs.ts';
import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import { MODIFIERS, type ModifierId } from '../../src/modifiers/registry.ts';
import type { Choice, Run } from '../../src/scene/scene.ts';
import type { Value } from '../../src/specs/spec.ts';
import { SpecControls } from '../controls/SpecControls.tsx';
import { Words } from '../controls/Words.tsx';
import { slotOf } from '../plane/slots.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { addModifier, removeModifier, setModifierValue } from '../store/runActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { AdviceList } from './AdviceList.tsx';
import { ExtraSources } from './ExtraSources.tsx';
import { inOrder } from './extraNames.ts';
import { BinIcon, PlusIcon } from './runIcons.tsx';
import type { RunRowProps } from './runRowProps.ts';

const IDS = Object.keys(MODIFIERS) as ModifierId[];
/** A specs' shape is a problem's; no modifier has one. */
const NO_SHAPE: readonly number[] = [];

/** The modifiers around a run's optimizer, in the order in which they apply: each to be added, set and removed. */
export function ModifierEditor({ id, run, announce }: RunRowProps) {
  const { store } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const chosen = inOrder(run.modifiers);
  const others = IDS.filter((modifier) => chosen.every((choice) => choice.id !== modifier));
  const focusOn = (selector: string) => place.current?.querySelector<HTMLElement>(selector)?.focus();
  const add = (modifier: ModifierId) => {
    flushSync(() => addModifier(store, id, modifier));
    announce(runMessages.added(MODIFIERS[modifier].name));
    focusOn(`[data-modifier="${modifier}"] input`);
  };
  const remove = (modifier: ModifierId) => {
    flushSync(() => removeModifier(store, id, modifier));
    announce(runMessages.removed(MODIFIERS[modifier].name));
    focusOn(`[data-add="${modifier}"]`);
  };
  return (
    <div ref={place} className="extra-panel" role="group" aria-label={say.modifiers}>
      {chosen.length === 0 && <p className="extra-note">{say.noModifiers}</p>}
      {chosen.map((choice) => (
        <ModifierSettings
          key={choice.id}
          id={id}
          run={run}
          choice={choice}
          onRemove={() => remove(choice.id)}
        />
      ))}
      {chosen.length > 1 && <p className="extra-note">{say.inThisOrder}</p>}
      {others.length > 0 && (
        <div className="extra-adds">
          {others.map((modifier) => (
            <button
              type="button"
              key={modifier}
              className="quiet"
              data-add={modifier}
              title={MODIFIERS[modifier].idea}
              onClick={() => add(modifier)}
            >
              <PlusIcon />
              {MODIFIERS[modifier].name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

interface ModifierSettingsProps {
  readonly id: number;
  readonly run: Run;
  readonly choice: Choice<ModifierId>;
  readonly onRemove: () => void;
}

/** One modifier: its idea and settings, and what is to be said of it around this optimizer. */
function ModifierSettings({ id, run, choice, onRemove }: ModifierSettingsProps) {
  const { store } = useApp();
  const modifier = MODIFIERS[choice.id];
  const onChange = useCallback(
    (name: string, value: Value) => setModifierValue(store, id, choice.id, name, value),
    [store, id, choice.id],
  );
  const hands = useMemo(
    () => ({ onBegin: () => beginGesture(store), onEnd: () => endGesture(store) }),
    [store],
  );
  return (
    <div className="extra" data-modifier={choice.id}>
      <div className="extra-head">
        <b>{modifier.name}</b>
        <button
          type="button"
          className="quiet"
          aria-label={say.removeOf(modifier.name)}
          title={say.removeOf(modifier.name)}
          onClick={onRemove}
        >
          <BinIcon />
        </button>
      </div>
      <p className="extra-idea">
        <Words text={modifier.idea} />
      </p>
      <SpecControls
        specs={modifier.hyperparameters}
        values={choice.hyperparameters}
        color={slotOf(run.slot).color}
        shape={NO_SHAPE}
        onChange={onChange}
        {...hands}
      />
      <AdviceList run={run} about={choice.id} />
      <ExtraSources cite={modifier.cite} />
    </div>
  );
}
