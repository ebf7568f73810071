import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { transportMessages as say } from '../../src/messages/transport.ts';
import { readTyped } from '../controls/readTyped.ts';
import { fieldWidth } from '../footer/fieldWidth.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { formatCount } from '../ui/formatNumber.ts';
import { useFrame } from '../ui/useFrame.ts';

/**
 * The step shown, as a number to be typed. It runs along outside React; typing pauses, Enter or leaving it goes there,
 * and what cannot be taken stays, with a sentence.
 * @param onDone after Enter: where the focus goes on, so that keys play and step again
 */
export function StepField({ onDone }: { onDone: () => void }) {
  const { playback, hints } = useApp();
  const steps = useAppState(({ scene }) => scene.steps);
  const input = useRef<HTMLInputElement>(null);
  const isTyped = useRef(false);
  const [refusal, setRefusal] = useState('');
  const id = useId();

  const show = () => {
    if (input.current && !isTyped.current) input.current.value = formatCount(Math.floor(playback.playhead));
  };
  useFrame(show);

  const restore = () => {
    isTyped.current = false;
    setRefusal('');
    show();
  };
  /** @returns whether it could be taken */
  const take = (): boolean => {
    if (!isTyped.current || !input.current) return true;
    const typed = readTyped(input.current.value, say.step, { min: 0, max: steps, integer: true });
    if (typed.kind === 'refused') {
      setRefusal(typed.sentence);
      return false;
    }
    playback.seek(typed.value);
    hints.done('play');
    restore();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      if (take()) onDone();
    } else if (event.key === 'Escape' && isTyped.current) restore();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <span className="number-field step-field">
      <input
        ref={input}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        aria-label={say.stepField}
        aria-invalid={refusal !== ''}
        aria-describedby={refusal === '' ? undefined : id}
        style={{ width: fieldWidth(formatCount(steps)) }}
        onFocus={({ target }) => {
          playback.pause();
          show();
          target.select();
        }}
        onChange={() => {
          isTyped.current = true;
        }}
        onKeyDown={onKeyDown}
        onBlur={take}
      />
      {refusal !== '' && (
        <span className="field-refusal" id={id} role="alert">
          {refusal}
        </span>
      )}
    </span>
  );
}
