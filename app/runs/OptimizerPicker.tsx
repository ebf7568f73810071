import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { runMessages } from '../../src/messages/runs.ts';
import { runSettingMessages as say } from '../../src/messages/runSettings.ts';
import { OPTIMIZERS, type OptimizerId } from '../../src/optimizers/registry.ts';
import { TinyPath } from './TinyPath.tsx';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];

/** Every optimizer with its idea and a small path. Typing filters, arrow keys go from one to the next, Enter chooses. */
export function OptimizerPicker({ onChoose }: { onChoose: (id: OptimizerId) => void }) {
  const [filter, setFilter] = useState('');
  const [wanted, setWanted] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const sought = filter.trim().toLowerCase();
  const found = IDS.filter((id) => {
    const { name, idea } = OPTIMIZERS[id];
    return `${name} ${idea}`.toLowerCase().includes(sought);
  });
  const active = Math.min(wanted, found.length - 1);

  // Before it is seen: whoever sees it may press a key.
  useLayoutEffect(() => {
    // The sheet was open before this arrived. Where fingers point, a field in focus would bring up the keyboard.
    if (!matchMedia('(pointer: coarse)').matches) input.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = found.length - 1;
    if (event.key === 'ArrowDown') setWanted(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setWanted(active <= 0 ? last : active - 1);
    else if (event.key !== 'Enter') return;
    else if (active >= 0) onChoose(found[active]);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="optimizer-picker">
      <input
        ref={input}
        type="text"
        className="text-field"
        role="combobox"
        aria-label={say.filter}
        aria-expanded={true}
        aria-controls={`${prefix}list`}
        aria-activedescendant={active < 0 ? undefined : prefix + found[active]}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={say.filter}
        value={filter}
        onChange={({ target }) => {
          setFilter(target.value);
          setWanted(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 && <p role="status">{say.noneFound(filter.trim())}</p>}
      <div ref={list} id={`${prefix}list`} role="listbox" aria-label={runMessages.addTitle} tabIndex={-1}>
        {found.map((id, i) => (
          <button
            type="button"
            key={id}
            id={prefix + id}
            role="option"
            aria-selected={i === active}
            tabIndex={-1}
            onPointerMove={() => setWanted(i)}
            onClick={() => onChoose(id)}
          >
            <TinyPath id={id} />
            <b>{OPTIMIZERS[id].name}</b>
            <span>{OPTIMIZERS[id].idea}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
