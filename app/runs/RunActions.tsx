import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { runMessages } from '../../src/messages/runs.ts';
import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import { MAX_RUNS } from '../../src/scene/scene.ts';
import {
  duplicateRun,
  isOnlyShown,
  moveRun,
  removeRun,
  resetHyperparameters,
  soloRun,
  toggleHidden,
} from '../store/runActions.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { CopyIcon, ResetIcon } from '../ui/icons.tsx';
import { PytorchButton } from './PytorchButton.tsx';
import { RunName } from './RunName.tsx';
import { rowId, type RunRowProps } from './runRowProps.ts';
import { BinIcon, DownIcon, EyeIcon, EyeOffIcon, SoloIcon, UpIcon } from './runIcons.tsx';
import { SlotMenu } from './SlotMenu.tsx';

/** What can be done with one run. */
export function RunActions(props: RunRowProps) {
  const { id, index, count, run, name, announce } = props;
  const { store } = useApp();
  const isSolo = useAppState(({ scene }) => isOnlyShown(scene.runs, index));
  const move = (to: number) => {
    moveRun(store, id, to);
    announce(runMessages.movedTo(name, to + 1, count));
  };
  const remove = () => {
    const { runIds } = store.getState();
    const neighbour = runIds[index + 1] ?? runIds[index - 1];
    flushSync(() => removeRun(store, id));
    announce(runMessages.removed(name));
    focusRow(neighbour);
  };
  return (
    <>
      <div className="run-identity">
        <RunName id={id} run={run} name={name} />
        <SlotMenu id={id} run={run} name={name} />
      </div>
      <div className="run-actions">
        <Action icon={run.hidden ? <EyeIcon /> : <EyeOffIcon />} onAct={() => toggleHidden(store, id)}>
          {run.hidden ? say.show : say.hide}
        </Action>
        <Action icon={<SoloIcon />} disabled={count < 2} onAct={() => soloRun(store, id)}>
          {isSolo ? say.unsolo : say.solo}
        </Action>
        <Action
          icon={<CopyIcon />}
          disabled={count >= MAX_RUNS}
          reason={runMessages.full(MAX_RUNS)}
          onAct={() => duplicateRun(store, id)}
        >
          {say.duplicate}
        </Action>
        <Action icon={<UpIcon />} disabled={index === 0} onAct={() => move(index - 1)}>
          {say.up}
        </Action>
        <Action icon={<DownIcon />} disabled={index === count - 1} onAct={() => move(index + 1)}>
          {say.down}
        </Action>
        <Action icon={<ResetIcon />} onAct={() => resetHyperparameters(store, id)}>
          {say.reset}
        </Action>
        <PytorchButton run={run} name={name} />
        <Action icon={<BinIcon />} onAct={remove}>
          {say.remove}
        </Action>
      </div>
    </>
  );
}

interface ActionProps {
  readonly icon: ReactNode;
  readonly children: string;
  readonly disabled?: boolean;
  /** Why it is disabled. */
  readonly reason?: string;
  readonly onAct: () => void;
}

function Action({ icon, children, disabled = false, reason, onAct }: ActionProps) {
  return (
    <button
      type="button"
      className="quiet"
      aria-disabled={disabled || undefined}
      title={disabled ? reason : undefined}
      onClick={() => {
        if (!disabled) onAct();
      }}
    >
      {icon}
      {children}
    </button>
  );
}

/** The focus goes to a run's row, or to where one adds a run. */
function focusRow(id: number | undefined): void {
  const row = id === undefined ? null : document.getElementById(rowId(id));
  (row ?? document.querySelector('.runs'))?.querySelector('button')?.focus();
}
