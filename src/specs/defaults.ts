import type { AnyValues, Spec, Specs, Value } from './spec.ts';

/** What a value is where nothing is said. A `shape` has no default of its own: it is the problem's, or a column. */
export function defaultOf(spec: Spec, shape: readonly number[]): Value {
  return spec.kind === 'shape' ? shape : spec.default;
}

/** Every default of a family of specs; its shapes are left out where no shape is given. */
export function defaultsOf(specs: Specs, shape?: readonly number[]): AnyValues {
  const values: Record<string, Value> = {};
  for (const [name, spec] of Object.entries(specs)) {
    if (spec.kind !== 'shape') values[name] = spec.default;
    else if (shape) values[name] = shape;
  }
  return values;
}
