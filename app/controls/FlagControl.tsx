import { controlMessages as say } from '../../src/messages/controls.ts';
import type { FlagSpec } from '../../src/specs/spec.ts';
import { MathSymbol } from './MathSymbol.tsx';
import { Words } from './Words.tsx';

export interface FlagControlProps {
  readonly spec: FlagSpec;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

/** A switch. */
export function FlagControl({ spec, value, onChange }: FlagControlProps) {
  return (
    <label className="flag">
      <MathSymbol tex={spec.symbol} />
      <span>
        <Words text={spec.label} />
      </span>
      <span className="switch">
        <input
          type="checkbox"
          role="switch"
          aria-label={spec.label}
          checked={value}
          aria-checked={value}
          onChange={({ target }) => onChange(target.checked)}
        />
        <span aria-hidden="true">{value ? say.on : say.off}</span>
      </span>
    </label>
  );
}
