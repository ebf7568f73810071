import { controlMessages as say } from '../../src/messages/controls.ts';
import type { ShapeSpec, Value } from '../../src/specs/spec.ts';
import { Segments, type Segment } from './Segments.tsx';

export interface ShapeControlProps {
  readonly spec: ShapeSpec;
  readonly value: Value;
  /** The problem's own shape, or a column: as many parameters as rows times columns. */
  readonly shape: readonly number[];
  readonly onChange: (value: Value) => void;
}

const DIAGONAL = 'diagonal';

/** How the parameters stand as a matrix: rows × columns that they fill, or a diagonal. */
export function ShapeControl({ spec, value, shape, onChange }: ShapeControlProps) {
  const count = shape[0] * shape[1];
  const shapes = Array.from({ length: count }, (_, i) => [count - i, count / (count - i)] as const).filter(
    ([, columns]) => Number.isInteger(columns),
  );
  const segments: Segment[] = shapes.map((sides) => ({
    key: sides.join('×'),
    text: say.shape(...sides),
    spoken: say.shapeSpoken(...sides),
  }));
  return (
    <Segments
      symbol={spec.symbol}
      label={spec.label}
      segments={[...segments, { key: DIAGONAL, text: say.diagonal }]}
      chosen={Array.isArray(value) ? value.join('×') : DIAGONAL}
      onChoose={(key) => onChange(key === DIAGONAL ? key : key.split('×').map(Number))}
    />
  );
}
