import { useId, useState } from 'react';
import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import { sceneMessages } from '../../src/messages/scene.ts';
import { typingMessages } from '../../src/messages/typing.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { MAX_NAME } from '../../src/scene/readScene.ts';
import type { Run } from '../../src/scene/scene.ts';
import { renameRun } from '../store/runActions.ts';
import { useApp } from '../ui/AppContext.ts';

/** A run's own name, to be typed; empty, it has its optimizer's. */
export function RunName({ id, run, name }: { id: number; run: Run; name: string }) {
  const { store } = useApp();
  const [draft, setDraft] = useState<string | null>(null);
  const refusalId = useId();
  const length = draft?.trim().length ?? 0;
  const refusal =
    length > MAX_NAME ? typingMessages.refused(say.name, sceneMessages.tooLong(length, MAX_NAME)) : '';
  const take = () => {
    if (draft === null || refusal !== '') return;
    setDraft(null);
    const next = draft.trim() === '' ? null : draft.trim();
    if (next !== run.name) renameRun(store, id, next);
  };
  return (
    <label className="run-rename">
      <span aria-hidden="true">{say.name}</span>
      <input
        type="text"
        className="text-field"
        autoComplete="off"
        spellCheck={false}
        aria-label={say.nameOf(name)}
        aria-invalid={refusal !== ''}
        aria-describedby={refusal === '' ? undefined : refusalId}
        placeholder={OPTIMIZERS[run.optimizer.id].name}
        value={draft ?? run.name ?? ''}
        onChange={({ target }) => setDraft(target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          else if (event.key === 'Escape' && draft !== null) setDraft(null);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {refusal !== '' && (
        <span className="field-refusal" id={refusalId} role="alert">
          {refusal}
        </span>
      )}
    </label>
  );
}
