import { useId, useState, type KeyboardEvent } from 'react';
import { formatSetting } from '../ui/formatNumber.ts';
import { readTyped, type Range } from './readTyped.ts';
import { useGesture } from './useGesture.ts';

export interface NumberFieldProps extends Range {
  /** Names the field, and begins the sentence that refuses what was typed. */
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Of the field, or how wide it is for the text in it; 3.25rem if it is not given. */
  readonly width?: string | ((text: string) => string);
  readonly format?: (value: number) => string;
  /** The value that an arrow key leads to; by one unit of the last digit if it is not given. */
  readonly next?: (value: number, direction: 1 | -1) => number;
  readonly onBegin?: () => void;
  readonly onEnd?: () => void;
  readonly disabled?: boolean;
}

/** What stands in the field while it is not the value: as typed, and why it cannot be taken. */
interface Draft {
  readonly text: string;
  readonly refusal: string;
  /** The value that it stands beside: when that changes, the draft is gone. */
  readonly beside: number;
}

/** A number to be typed. Enter or leaving it takes what was typed; what cannot be taken stays, with a sentence. */
export function NumberField(props: NumberFieldProps) {
  const { label, value, onChange, format = formatSetting, next = byLastDigit, disabled = false } = props;
  const [kept, setDraft] = useState<Draft | null>(null);
  const gesture = useGesture(props.onBegin, props.onEnd);
  const id = useId();
  const draft = kept && Object.is(kept.beside, value) ? kept : null;

  const take = () => {
    if (!draft) return;
    const typed = readTyped(draft.text, label, props);
    if (typed.kind === 'refused') return setDraft({ ...draft, refusal: typed.sentence });
    setDraft(null);
    if (typed.value !== value) onChange(typed.value);
  };
  const step = (direction: 1 | -1) => {
    const typed = draft ? readTyped(draft.text, label, props) : null;
    const from = typed?.kind === 'number' ? typed.value : value;
    const to = next(from, direction);
    if (readTyped(format(to), label, props).kind === 'refused' || to === value) return;
    gesture.begin();
    setDraft(null);
    onChange(to);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter') take();
    else if (event.key === 'ArrowUp') step(1);
    else if (event.key === 'ArrowDown') step(-1);
    else if (event.key === 'Escape' && draft) setDraft(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const refusal = draft?.refusal ?? '';
  const text = draft ? draft.text : format(value);
  const width = typeof props.width === 'function' ? props.width(text) : props.width;
  return (
    <span className="number-field">
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={refusal !== ''}
        aria-describedby={refusal === '' ? undefined : id}
        disabled={disabled}
        // What was taken is undone in the scene; what is only typed, in the field.
        data-undo={draft ? undefined : 'page'}
        style={width === undefined ? undefined : { width }}
        value={text}
        onChange={({ target }) => setDraft({ text: target.value, refusal, beside: value })}
        onFocus={({ target }) => target.select()}
        onKeyDown={onKeyDown}
        onKeyUp={gesture.end}
        onBlur={() => {
          gesture.end();
          take();
        }}
      />
      {refusal !== '' && (
        <span className="field-refusal" id={id} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}

/** One unit of the last of two digits: 0.12 → 0.13, 37 → 38, 5 → 6. */
function byLastDigit(value: number, direction: 1 | -1): number {
  const power = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  const unit = Number.isInteger(value) && Math.abs(value) < 1000 ? 0 : power - 1;
  return Number((value + direction * Number(`1e${unit}`)).toPrecision(12));
}
