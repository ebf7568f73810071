import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { runMessages } from '../../src/messages/runs.ts';
import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import type { Choice, Run } from '../../src/scene/scene.ts';
import { SCHEDULES, type ScheduleId } from '../../src/schedules/registry.ts';
import type { Value } from '../../src/specs/spec.ts';
import { Menu } from '../controls/Menu.tsx';
import { SpecControls } from '../controls/SpecControls.tsx';
import { Words } from '../controls/Words.tsx';
import { Tex } from '../formulas/Tex.tsx';
import { slotOf } from '../plane/slots.ts';
import { beginGesture, endGesture } from '../store/actions.ts';
import { addSchedule, chooseSchedule, removeSchedule, setScheduleValue } from '../store/runActions.ts';
import { useApp } from '../ui/AppContext.ts';
import { AdviceList } from './AdviceList.tsx';
import { ExtraSources } from './ExtraSources.tsx';
import { RatePicture } from './RatePicture.tsx';
import { BinIcon, PlusIcon } from './runIcons.tsx';
import type { RunRowProps } from './runRowProps.ts';
import { scheduleTex } from './scheduleTex.ts';

const IDS = Object.keys(SCHEDULES) as ScheduleId[];
/** What a run without a schedule has. */
const CONSTANT: Run['schedule'] = [{ id: 'constant', hyperparameters: {} }];
/** A specs' shape is a problem's; no schedule has one. */
const NO_SHAPE: readonly number[] = [];

/** The factors of a run's learning rate: each to be chosen, set and removed, and a picture of what they make together. */
export function ScheduleEditor({ id, index, run, announce }: RunRowProps) {
  const { store } = useApp();
  const place = useRef<HTMLDivElement>(null);
  const [removals, setRemovals] = useState(0);
  const factors = run.schedule.length > 0 ? run.schedule : CONSTANT;
  const hasWarmUp = factors.some((factor) => factor.id === 'warmup');
  const nameOf = (schedule: ScheduleId) => SCHEDULES[schedule].name;
  const focusFactor = (at: number) =>
    place.current?.querySelectorAll<HTMLElement>('.extra-name button, button.extra-name').item(at)?.focus();
  const add = (schedule: ScheduleId) => {
    flushSync(() => addSchedule(store, id, schedule));
    announce(runMessages.added(nameOf(schedule)));
  };
  const remove = (at: number) => {
    flushSync(() => {
      removeSchedule(store, id, at);
      setRemovals(removals + 1);
    });
    announce(runMessages.removed(nameOf(factors[at].id)));
    focusFactor(Math.min(at, Math.max(0, factors.length - 2)));
  };
  return (
    <div ref={place} className="extra-panel" role="group" aria-label={say.schedule}>
      <RatePicture index={index} run={run} />
      {factors.map((factor, i) => (
        <Factor
          key={i}
          id={id}
          at={i}
          factor={factor}
          removals={removals}
          color={slotOf(run.slot).color}
          onRemove={run.schedule.length > 0 ? () => remove(i) : null}
        />
      ))}
      <div className="extra-adds">
        {!hasWarmUp && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              add('warmup');
              focusFactor(0);
            }}
          >
            <PlusIcon />
            {say.warmUpFirst}
          </button>
        )}
        {run.schedule.length > 0 && (
          <Menu
            button={
              <>
                <PlusIcon />
                {say.anotherFactor}
              </>
            }
            buttonClass="quiet"
            label={say.anotherFactor}
            items={IDS.filter((schedule) => schedule !== 'constant').map((schedule) => ({
              key: schedule,
              text: nameOf(schedule),
              onChoose: () => add(schedule),
            }))}
          />
        )}
      </div>
      {factors.length > 1 && <p className="extra-note">{say.factorsMultiply}</p>}
      <AdviceList run={run} about="schedule" />
    </div>
  );
}

interface FactorProps {
  readonly id: number;
  /** Its place in the list. */
  readonly at: number;
  readonly factor: Choice<ScheduleId>;
  /** So many factors have been removed: each may have put another one in this place. */
  readonly removals: number;
  readonly color: string;
  /** Null where there is nothing to be removed. */
  readonly onRemove: (() => void) | null;
}

/** One factor: which it is, its idea, formula and settings. */
function Factor({ id, at, factor, removals, color, onRemove }: FactorProps) {
  const { store } = useApp();
  const schedule = SCHEDULES[factor.id];
  const onChange = useCallback(
    (name: string, value: Value) => setScheduleValue(store, id, at, name, value),
    [store, id, at],
  );
  const hands = useMemo(
    () => ({ onBegin: () => beginGesture(store), onEnd: () => endGesture(store) }),
    [store],
  );
  return (
    <div className="extra">
      <div className="extra-head">
        {at > 0 && <span aria-hidden="true">×</span>}
        <Menu
          button={schedule.name}
          buttonClass="extra-name"
          buttonLabel={say.chooseSchedule(schedule.name)}
          label={say.schedules}
          items={IDS.map((other) => ({
            key: other,
            text: SCHEDULES[other].name,
            checked: other === factor.id,
            onChoose: () => chooseSchedule(store, id, at, other),
          }))}
        />
        {onRemove && (
          <button
            type="button"
            className="quiet"
            aria-label={say.removeOf(schedule.name)}
            title={say.removeOf(schedule.name)}
            onClick={onRemove}
          >
            <BinIcon />
          </button>
        )}
      </div>
      <p className="extra-idea">
        <Words text={schedule.idea} />
      </p>
      {factor.id !== 'constant' && (
        <Tex tex={scheduleTex(schedule, factor.hyperparameters)} className="extra-formula" fits />
      )}
      {/* What was typed and refused belongs to one factor: it goes with it. */}
      <SpecControls
        key={`${factor.id} ${removals}`}
        specs={schedule.hyperparameters}
        values={factor.hyperparameters}
        color={color}
        shape={NO_SHAPE}
        onChange={onChange}
        {...hands}
      />
      <ExtraSources cite={schedule.cite} />
    </div>
  );
}
