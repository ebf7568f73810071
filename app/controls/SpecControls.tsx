import { memo, type ReactNode } from 'react';
import { assertNever } from '../../src/engine/assertNever.ts';
import type { AnyValues, Spec, Specs, Value } from '../../src/specs/spec.ts';
import { ChoiceControl } from './ChoiceControl.tsx';
import { FlagControl } from './FlagControl.tsx';
import { NumbersControl } from './NumbersControl.tsx';
import { ShapeControl } from './ShapeControl.tsx';
import { SpecSlider } from './SpecSlider.tsx';

export interface SpecControlsProps {
  readonly specs: Specs;
  readonly values: AnyValues;
  /** Custom property of the sliders' colour. */
  readonly color?: string;
  /** The problem's own shape, or a column. */
  readonly shape: readonly number[];
  readonly onChange: (name: string, value: Value) => void;
  /** A hand begins to move a slider, and has let it go. */
  readonly onBegin?: () => void;
  readonly onEnd?: () => void;
  /** Why an option of a choice makes no sense beside the other values, in a sentence; undefined where it does. */
  readonly refused?: (name: string, option: string) => string | undefined;
  /** What stands below the words of a number, by its name. */
  readonly below?: Readonly<Record<string, ReactNode>>;
}

/** Controls for all specs of a member of a family, in the order of the specs. */
export function SpecControls({ specs, values, below, ...props }: SpecControlsProps) {
  return (
    <div className="spec-controls">
      {Object.entries(specs).map(([name, spec]) => (
        <SpecControl
          key={name}
          name={name}
          spec={spec}
          value={values[name]}
          below={below?.[name]}
          {...props}
        />
      ))}
    </div>
  );
}

interface SpecControlProps extends Omit<SpecControlsProps, 'specs' | 'values' | 'below'> {
  readonly name: string;
  readonly spec: Spec;
  readonly value: Value;
  readonly below: ReactNode;
}

/** While one of them moves, the others need not render again. */
const SpecControl = memo(function SpecControl(props: SpecControlProps) {
  const { name, spec, value, color, shape, onChange, onBegin, onEnd, refused, below } = props;
  const change = (to: Value) => onChange(name, to);
  switch (spec.kind) {
    case 'number':
      return (
        <SpecSlider
          spec={spec}
          value={value as number}
          onChange={change}
          {...(color !== undefined && { color })}
          {...(onBegin && { onBegin })}
          {...(onEnd && { onEnd })}
        >
          {below}
        </SpecSlider>
      );
    case 'choice':
      return (
        <ChoiceControl
          spec={spec}
          value={value as string}
          onChange={change}
          refused={refused && ((option) => refused(name, option))}
        />
      );
    case 'flag':
      return <FlagControl spec={spec} value={value as boolean} onChange={change} />;
    case 'numbers':
      return <NumbersControl spec={spec} value={value as readonly number[]} onChange={change} />;
    case 'shape':
      return <ShapeControl spec={spec} value={value} shape={shape} onChange={change} />;
    default:
      return assertNever(spec);
  }
});
