import { useId, useState } from 'react';
import type { NumbersSpec } from '../../src/specs/spec.ts';
import { formatSetting } from '../ui/formatNumber.ts';
import { MathSymbol } from './MathSymbol.tsx';
import { readTypedList } from './readTypedList.ts';
import { Words } from './Words.tsx';

export interface NumbersControlProps {
  readonly spec: NumbersSpec;
  readonly value: readonly number[];
  readonly onChange: (value: readonly number[]) => void;
}

/** A list of numbers to be typed, separated by spaces. What cannot be taken stays, with a sentence. */
export function NumbersControl({ spec, value, onChange }: NumbersControlProps) {
  const [kept, setDraft] = useState<{ text: string; refusal: string; beside: readonly number[] } | null>(
    null,
  );
  const id = useId();
  const draft = kept?.beside === value ? kept : null;
  const refusal = draft?.refusal ?? '';
  const take = () => {
    if (!draft) return;
    const typed = readTypedList(draft.text, spec);
    if (typed.kind === 'refused') return setDraft({ ...draft, refusal: typed.sentence });
    setDraft(null);
    onChange(typed.value);
  };
  return (
    <label className="numbers">
      <MathSymbol tex={spec.symbol} />
      <span>
        <Words text={spec.label} />
      </span>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={spec.label}
        aria-invalid={refusal !== ''}
        aria-describedby={refusal === '' ? undefined : id}
        value={draft ? draft.text : value.map(formatSetting).join('  ')}
        onChange={({ target }) => setDraft({ text: target.value, refusal, beside: value })}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
          else if (event.key !== 'Escape' || !draft) return;
          else setDraft(null);
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {refusal !== '' && (
        <span className="field-refusal" id={id} role="alert">
          {refusal}
        </span>
      )}
    </label>
  );
}
