import { sceneMessages as say } from '../messages/scene.ts';
import type { NumberSpec } from '../specs/spec.ts';
import { closest } from './closest.ts';

/** What is longer is no name written wrongly. */
const LONGEST_NAME = 40;

/** What is wrong, and where: `runs[0].optimizer.hyperparameters.beta1`, "1.2 is not below 1". */
export interface Issue {
  readonly path: string;
  readonly message: string;
  /** The same in a sentence for who has the application to look things up in. */
  readonly brief?: string;
}

/** A place in a JSON document being read. What cannot be taken is reported and replaced, never thrown. */
export interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly issues: Issue[];
}

export function report(place: Place, message: string, brief?: string): void {
  place.issues.push({ path: place.path, message, ...(brief !== undefined && { brief }) });
}

/** A value as a person wrote it, cut to a readable length. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  const text = jsonOf(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '[…]'; // nested too deeply to be written
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The places of an object's fields; fields beside the known ones are reported. Null if it is no object. */
export function readFields<K extends string>(
  place: Place,
  known: readonly K[],
): Readonly<Record<K, Place>> | null {
  if (!isRecord(place.value)) {
    report(place, say.notAnObject(shown(place.value)));
    return null;
  }
  const record = place.value;
  for (const name of Object.keys(record))
    if (!(known as readonly string[]).includes(name)) report(at(place, name), say.unknownField(known));
  return Object.fromEntries(
    known.map((name) => [name, at(place, name, Object.hasOwn(record, name) ? record[name] : undefined)]),
  ) as Record<K, Place>;
}

/** The place of a field. A name that would not read as one stands in brackets: `runs[0]["a b"]`. */
export function at(place: Place, name: string, value?: unknown): Place {
  const plain = /^[\w$-]{1,40}$/.test(name);
  const dotted = place.path === '' ? name : `${place.path}.${name}`;
  return { value, path: plain ? dotted : `${place.path}[${shown(name)}]`, issues: place.issues };
}

/** The places of a list's entries. Null if it is no list. */
export function readEntries(place: Place): readonly Place[] | null {
  if (!Array.isArray(place.value)) {
    report(place, say.notAList(shown(place.value)));
    return null;
  }
  return place.value.map((value: unknown, i) => ({
    value,
    path: `${place.path}[${i}]`,
    issues: place.issues,
  }));
}

type Range = Pick<NumberSpec, 'min' | 'above' | 'max' | 'below' | 'integer'>;

/** Why a number is outside a range; null if it is inside. */
export function outside(value: number, range: Range): string | null {
  if (!Number.isFinite(value)) return say.notFinite(String(value));
  if (range.integer && !Number.isInteger(value)) return say.notWhole(value);
  if (range.min !== undefined && value < range.min) return say.tooSmall(value, range.min);
  if (range.above !== undefined && value <= range.above) return say.notAbove(value, range.above);
  if (range.max !== undefined && value > range.max) return say.tooLarge(value, range.max);
  if (range.below !== undefined && value >= range.below) return say.notBelow(value, range.below);
  return null;
}

/** A finite number in a range; `fallback` where it is left out or cannot be taken. */
export function readNumber<F>(place: Place, range: Range, fallback: F): number | F {
  const { value } = place;
  if (value === undefined) return fallback;
  const problem = typeof value === 'number' ? outside(value, range) : say.notANumber(shown(value));
  if (problem === null) return value as number;
  report(place, problem);
  return fallback;
}

/**
 * One of a few texts; `fallback` where it is left out or unknown.
 * @param seeAll where the application shows all of them, if they are too many to be listed
 */
export function readMember<M extends string, F>(
  place: Place,
  members: readonly M[],
  fallback: F,
  seeAll?: string,
): M | F {
  const { value } = place;
  if (value === undefined) return fallback;
  const member = members.find((candidate) => candidate === value);
  if (member !== undefined) return member;
  const near = typeof value === 'string' ? closest(value.slice(0, LONGEST_NAME), members) : [];
  const brief = seeAll === undefined ? undefined : say.unknownBriefly(shown(value), near, seeAll);
  report(place, say.unknownMember(shown(value), members), brief);
  return fallback;
}

export function readFlag<F>(place: Place, fallback: F): boolean | F {
  if (place.value === undefined) return fallback;
  if (typeof place.value === 'boolean') return place.value;
  report(place, say.notAFlag(shown(place.value)));
  return fallback;
}
