import { sceneMessages as say } from '../messages/scene.ts';
import { defaultOf } from '../specs/defaults.ts';
import type { AnyValues, NumbersSpec, Refusal, Spec, Specs, Value } from '../specs/spec.ts';
import {
  at,
  outside,
  readEntries,
  readFields,
  readFlag,
  readMember,
  readNumber,
  report,
  shown,
  type Place,
} from './reading.ts';

/**
 * Values by their specs, complete and in the specs' order: what is left out, or cannot be taken, has its default.
 * @param shape the problem's own, or a column: the default of a shape
 */
export function readValues(place: Place, specs: Specs, shape: readonly number[]): AnyValues {
  const fields = place.value === undefined ? null : readFields(place, Object.keys(specs));
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [
      name,
      readValue(fields?.[name] ?? at(place, name), spec, shape),
    ]),
  );
}

/**
 * The same, of which each makes sense beside the others: what does not is reported, and has its default.
 * @param refuse the value that makes none, if there is one
 */
export function readFittingValues(
  place: Place,
  specs: Specs,
  refuse: ((values: AnyValues) => Refusal | null) | undefined,
): AnyValues {
  let values = readValues(place, specs, []);
  const refused = new Set<string>();
  for (;;) {
    const refusal = refuse?.(values);
    if (!refusal || refused.has(refusal.parameter)) return values;
    const { parameter, reason } = refusal;
    refused.add(parameter);
    report(at(place, parameter), reason);
    values = { ...values, [parameter]: defaultOf(specs[parameter], []) };
  }
}

function readValue(place: Place, spec: Spec, shape: readonly number[]): Value {
  switch (spec.kind) {
    case 'number':
      return readNumber(place, spec, spec.default);
    case 'choice':
      return readMember(place, spec.options, spec.default);
    case 'flag':
      return readFlag(place, spec.default);
    case 'numbers':
      return readNumbers(place, spec);
    case 'shape':
      return readShape(place, defaultOf(spec, shape), shape[0] * shape[1]);
  }
}

function readNumbers(place: Place, spec: NumbersSpec): readonly number[] {
  const entries = place.value === undefined ? null : readEntries(place);
  if (!entries) return spec.default;
  if (entries.length < spec.minLength || entries.length > spec.maxLength) {
    report(place, say.listLength(entries.length, spec.minLength, spec.maxLength));
    return spec.default;
  }
  const numbers = entries.map((entry) => readNumber(entry, spec.each, null));
  return numbers.every((entry) => entry !== null) ? numbers : spec.default;
}

function readShape(place: Place, fallback: Value, n: number): Value {
  const { value } = place;
  if (value === undefined) return fallback;
  if (value === 'diagonal') return value;
  if (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((side) => typeof side === 'number' && outside(side, { min: 1, integer: true }) === null) &&
    value[0] * value[1] === n
  )
    return value as readonly number[];
  report(place, say.notAShape(shown(value), n));
  return fallback;
}
