import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues, NumberSpec, NumbersSpec, Shape, Spec, Specs, Value } from '../specs/spec.ts';

/**
 * Every combination of choices, flags, shapes and lengths of lists, with the numbers at their defaults.
 * @param n number of parameters
 */
export function formsOf(specs: Specs, n: number): AnyValues[] {
  let forms = [defaultsOf(specs, [n, 1])];
  for (const [name, spec] of Object.entries(specs))
    forms = forms.flatMap((form) => optionsOf(spec, n).map((option) => ({ ...form, [name]: option })));
  return forms;
}

/**
 * Settings for a contract to go through: every form, each with its numbers at their defaults, with every number by
 * itself at both `endsOf` its range, and with all of them but the first, the learning rate, at their least.
 * @param n number of parameters
 */
export function variantsOf(specs: Specs, n: number): AnyValues[] {
  const [rate] = Object.keys(specs);
  const numbers = Object.entries(specs).flatMap(([name, spec]) =>
    spec.kind === 'number' ? [{ name, ends: name === rate ? endsOfRate(spec) : endsOf(name, spec) }] : [],
  );
  const least = numbers.filter(({ name }) => name !== rate).map(({ name, ends }) => [name, ends[0]]);
  const settings: AnyValues[] = [
    {},
    ...numbers.flatMap(({ name, ends }) => ends.map((end) => ({ [name]: end }))),
    Object.fromEntries(least),
  ];
  return formsOf(specs, n).flatMap((form) => settings.map((setting) => ({ ...form, ...setting })));
}

function optionsOf(spec: Spec, n: number): readonly Value[] {
  switch (spec.kind) {
    case 'choice':
      return spec.options;
    case 'flag':
      return [false, true];
    case 'shape':
      return shapesOf(n);
    case 'numbers':
      return listsOf(spec);
    case 'number':
      return [spec.default];
  }
}

/** The default, and the shortest and the longest list that can be made by repeating it. */
function listsOf({ default: list, minLength, maxLength }: NumbersSpec): (readonly number[])[] {
  const repeated = (length: number) => Array.from({ length }, (_, i) => list[i % list.length]);
  return [list, repeated(minLength), repeated(maxLength)];
}

function shapesOf(n: number): Shape[] {
  const rows = Array.from({ length: n }, (_, i) => i + 1).filter((side) => n % side === 0);
  return [...rows.map((side) => [side, n / side] as const), 'diagonal'];
}

/** A learning rate stays moderate. */
function endsOfRate(spec: NumberSpec): readonly [number, number] {
  return [0, 0.6 * spec.default];
}

/** Both ends of a number's range, or of its slider where the range is open. */
function endsOf(name: string, spec: NumberSpec): readonly [number, number] {
  const low = spec.min ?? spec.slider?.[0];
  const high = spec.slider?.[1] ?? spec.max ?? (spec.scale === 'oneMinusLog' ? 0.999 : undefined);
  if (low === undefined || high === undefined) throw new RangeError(`${name} has neither range nor slider`);
  return [low, high];
}
