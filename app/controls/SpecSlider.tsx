import { useId, useMemo, type CSSProperties, type KeyboardEvent, type ReactNode } from 'react';
import { controlMessages as say } from '../../src/messages/controls.ts';
import type { NumberSpec } from '../../src/specs/spec.ts';
import { formatSetting } from '../ui/formatNumber.ts';
import { MathSymbol } from './MathSymbol.tsx';
import { NumberField } from './NumberField.tsx';
import { rangeOf } from './readTyped.ts';
import { sliderScale } from './sliderScale.ts';
import { useGesture } from './useGesture.ts';
import { Words } from './Words.tsx';

export interface SpecSliderProps {
  readonly spec: NumberSpec;
  readonly value: number;
  /** Custom property of the filled part's colour; ink if it is not given. */
  readonly color?: string;
  readonly onChange: (value: number) => void;
  /** A hand begins to move the slider, and has let it go. */
  readonly onBegin?: () => void;
  readonly onEnd?: () => void;
  readonly disabled?: boolean;
  /** Below the words. */
  readonly children?: ReactNode;
}

/** A number of a spec: symbol, words, track with its scale and the default's mark, and the number to be typed. */
export function SpecSlider(props: SpecSliderProps) {
  const { spec, value, color = '--ink', onChange, onBegin, onEnd, disabled = false, children } = props;
  const scale = useMemo(() => sliderScale(spec), [spec]);
  const gesture = useGesture(onBegin, onEnd);
  const help = useId();
  const position = scale.position(value);
  const change = (to: number) => {
    if (to !== value) onChange(to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const to = valueByKey(event.key);
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (to === value) return;
    gesture.begin();
    onChange(to);
  };
  const valueByKey = (key: string): number | null => {
    switch (key) {
      case 'ArrowRight':
      case 'ArrowUp':
        return scale.next(value, 1, 'step');
      case 'ArrowLeft':
      case 'ArrowDown':
        return scale.next(value, -1, 'step');
      case 'PageUp':
        return scale.next(value, 1, 'page');
      case 'PageDown':
        return scale.next(value, -1, 'page');
      case 'Home':
        return scale.low;
      case 'End':
        return scale.high;
      case 'Delete':
      case 'Backspace':
        return spec.default;
      default:
        return null;
    }
  };
  return (
    <div
      className="slider"
      style={{ '--slider-color': `var(${color})`, '--position': position } as CSSProperties}
    >
      <MathSymbol tex={spec.symbol} />
      <span className="slider-words">
        <span aria-hidden="true">
          <Words text={spec.label} />
        </span>
        {children}
      </span>
      <span className="slider-track">
        <span
          className="slider-default"
          title={say.default(formatSetting(spec.default))}
          style={{ '--position': scale.position(spec.default) } as CSSProperties}
        />
        <input
          type="range"
          min={0}
          max={1}
          step="any"
          value={position}
          aria-label={spec.label}
          aria-valuetext={formatSetting(value)}
          aria-describedby={help}
          disabled={disabled}
          onChange={({ target }) => change(scale.value(Number(target.value)))}
          onPointerDown={gesture.follow}
          onKeyDown={onKeyDown}
          onKeyUp={gesture.end}
          onBlur={gesture.end}
          onDoubleClick={() => change(spec.default)}
        />
        <span className="visually-hidden" id={help}>
          {say.sliderHelp}
        </span>
        <span className="slider-scale" aria-hidden="true">
          {scale.marks.map((mark) => (
            <span key={mark.text} style={{ '--position': mark.position } as CSSProperties}>
              {mark.text}
            </span>
          ))}
        </span>
      </span>
      <NumberField
        {...rangeOf(spec)}
        label={spec.label}
        value={value}
        next={(from, direction) => scale.next(from, direction, 'step')}
        disabled={disabled}
        onChange={onChange}
        {...(onBegin && { onBegin })}
        {...(onEnd && { onEnd })}
      />
    </div>
  );
}
