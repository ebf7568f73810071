import { useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { problemMessages as say } from '../../src/messages/problems.ts';
import { PROBLEMS, type ProblemId } from '../../src/problems/registry.ts';
import { useAppState } from '../ui/AppContext.ts';
import { optionByKey, optionByTyping, typeLetter } from './gridKeys.ts';
import { ProblemOption, type Gallery } from './ProblemOption.tsx';

const IDS = Object.keys(PROBLEMS) as ProblemId[];
const NAMES = IDS.map((id) => PROBLEMS[id].name);

/** What the sheet around the picker asks of it. */
export interface PickerHandle {
  /** Takes the focus, and leaves the sheet where it is. */
  enter(): void;
  /** Takes the focus, and shows itself. */
  show(): void;
}

/** All problems in a grid; arrows and letters lead through it, Enter or a click chooses. */
export function ProblemPicker({
  gallery,
  onChoose,
  ref,
}: {
  gallery: Gallery;
  onChoose: (id: ProblemId) => void;
  ref: Ref<PickerHandle>;
}) {
  const current = useAppState(({ scene }) => scene.problem.id);
  const [active, setActive] = useState(() => IDS.indexOf(current));
  const grid = useRef<HTMLDivElement>(null);
  const options = useRef<Partial<Record<ProblemId, HTMLDivElement>>>({});
  const typed = useRef({ text: '', at: 0 });

  const focusOption = (index: number) => {
    setActive(index);
    const option = options.current[IDS[index]];
    option?.focus({ preventScroll: true });
    option?.scrollIntoView({ block: 'nearest' });
  };

  const optionFor = (event: KeyboardEvent): number | null => {
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    if (event.key.length === 1 && event.key !== ' ') {
      typed.current = typeLetter(typed.current, event.key, event.timeStamp);
      return optionByTyping(typed.current.text, active, NAMES) ?? active;
    }
    return optionByKey(event.key, active, columnsOf(grid.current), IDS.length);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isChoice = event.key === 'Enter' || event.key === ' ';
    const option = isChoice ? active : optionFor(event);
    if (option === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isChoice) focusOption(option);
    else if (!event.repeat) onChoose(IDS[option]);
  };

  useImperativeHandle(ref, () => ({
    enter: () => options.current[IDS[active]]?.focus({ preventScroll: true }),
    show: () => focusOption(active),
  }));

  return (
    <div ref={grid} role="listbox" aria-label={say.picker} className="problem-grid" tabIndex={-1}>
      {IDS.map((id, i) => (
        <ProblemOption
          key={id}
          id={id}
          gallery={gallery}
          isCurrent={id === current}
          isActive={i === active}
          onChoose={onChoose}
          onKeyDown={onKeyDown}
          ref={(element) => {
            if (element) options.current[id] = element;
          }}
        />
      ))}
    </div>
  );
}

/** The columns that the page's width leaves. */
function columnsOf(grid: HTMLElement | null): number {
  return grid ? getComputedStyle(grid).gridTemplateColumns.split(' ').length : 1;
}
