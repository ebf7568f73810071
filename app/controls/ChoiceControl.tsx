import { controlMessages as say } from '../../src/messages/controls.ts';
import type { ChoiceSpec } from '../../src/specs/spec.ts';
import { Segments } from './Segments.tsx';

export interface ChoiceControlProps {
  readonly spec: ChoiceSpec;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Why an option cannot be chosen; undefined where it can. */
  readonly refused?: ((option: string) => string | undefined) | undefined;
}

/** One of a few named variants. */
export function ChoiceControl({ spec, value, onChange, refused }: ChoiceControlProps) {
  return (
    <Segments
      symbol={spec.symbol}
      label={spec.label}
      segments={spec.options.map((id) => ({ key: id, text: say.option(id), refused: refused?.(id) }))}
      chosen={value}
      onChoose={onChange}
    />
  );
}
