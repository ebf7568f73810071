import type { Vector } from '../linalg/vector.ts';
import type { LossDefinition, PredictionKind } from '../losses/loss.ts';
import { evaluateMessages as say } from '../messages/evaluate.ts';
import { sceneMessages } from '../messages/scene.ts';
import { outside, readEntries, readNumber, report, shown, type Place } from '../scene/reading.ts';

/** Entries of a distribution may be rounded, to three decimals or so, or be moved a little for a finite difference. */
const SUM_TOLERANCE = 1e-3;

export interface Prediction {
  readonly at: Vector;
  /** Whether it was given as a number. */
  readonly isNumber: boolean;
}

/** The prediction of a loss; null, with its issues reported, where it is none of its kind. */
export function readPrediction(place: Place, kind: PredictionKind): Prediction | null {
  if (isMissing(place, say.prediction)) return null;
  switch (kind) {
    case 'score':
    case 'number':
      return single(readNumber(place, {}, null));
    case 'probability':
      return single(readNumber(place, { min: 0, max: 1 }, null));
    case 'numbers':
    case 'weights':
      if (!Array.isArray(place.value)) return single(readNumber(place, {}, null));
      return several(readNumbers(place));
    case 'scores':
      return several(readNumbers(place));
    case 'distribution':
      return several(readDistribution(place));
  }
}

/** The target that belongs to a prediction, as the loss's kernel takes it; null where it is none of its kind. */
export function readTarget(
  place: Place,
  { name, target: kind }: LossDefinition,
  { at: { length: n } }: Prediction,
): Vector | null {
  if (kind === 'none') {
    if (place.value === undefined || place.value === null) return new Float64Array(0);
    return refuse(place, say.noTarget(name));
  }
  if (isMissing(place, say.target)) return null;
  const { value } = place;
  switch (kind) {
    case 'sign':
      return value === -1 || value === 1 ? Float64Array.of(value) : refuse(place, say.notASign(shown(value)));
    case 'label':
      return value === 0 || value === 1 ? Float64Array.of(value) : refuse(place, say.notALabel(shown(value)));
    case 'class': {
      const index = Array.isArray(value) ? hotIndex(value, n) : value;
      if (isIndex(index, n)) return Float64Array.of(index);
      return refuse(place, say.notAClass(shown(value), n));
    }
    case 'number':
      return single(readNumber(place, {}, null))?.at ?? null;
    case 'numbers':
      return ofLength(place, n, Array.isArray(value) ? readNumbers(place) : readOne(place));
    case 'distribution':
      if (Array.isArray(value)) return ofLength(place, n, readDistribution(place));
      if (isIndex(value, n)) return new Float64Array(n).with(value, 1);
      if (typeof value === 'number') return refuse(place, say.notAClass(shown(value), n));
      return refuse(place, sceneMessages.notAList(shown(value)));
    case 'samples':
      return readSamples(place, n);
  }
}

/** Rows of inputs with a sign, one after the other. */
function readSamples(place: Place, n: number): Vector | null {
  const rows = readEntries(place)?.map((row) => {
    const entries = readEntries(row);
    if (!entries) return null;
    if (entries.length !== n + 1) return refuse(row, say.rowLength(entries.length, n));
    const [sign, ...inputs] = [entries[n], ...entries.slice(0, n)];
    const numbers = inputs.map((entry) => readNumber(entry, {}, null));
    if (sign.value !== -1 && sign.value !== 1) return refuse(sign, say.notASign(shown(sign.value)));
    return numbers.includes(null) ? null : Float64Array.from([...numbers, sign.value], Number);
  });
  if (!rows || rows.includes(null)) return null;
  return Float64Array.from(rows.flatMap((row) => [...(row ?? [])]));
}

function readDistribution(place: Place): Vector | null {
  const entries = readNumbers(place, 0);
  const sum = entries?.reduce((total, entry) => total + entry, 0);
  if (sum === undefined || Math.abs(sum - 1) <= SUM_TOLERANCE) return entries;
  return refuse(place, say.notOne(Number(sum.toPrecision(6))));
}

/** A list that is not empty, of numbers no less than `min`. */
function readNumbers(place: Place, min = Number.NEGATIVE_INFINITY): Vector | null {
  const entries = readEntries(place);
  if (entries?.length === 0) return refuse(place, say.empty);
  const numbers = entries?.map((entry) => readNumber(entry, { min }, null));
  return !numbers || numbers.includes(null) ? null : Float64Array.from(numbers, Number);
}

function readOne(place: Place): Vector | null {
  return single(readNumber(place, {}, null))?.at ?? null;
}

function ofLength(place: Place, n: number, numbers: Vector | null): Vector | null {
  if (!numbers || numbers.length === n) return numbers;
  return refuse(place, say.otherLength(numbers.length, n));
}

function single(number: number | null): Prediction | null {
  return number === null ? null : { at: Float64Array.of(number), isNumber: true };
}

function several(at: Vector | null): Prediction | null {
  return at && { at, isNumber: false };
}

/** The place of the 1 of a one-hot list; null where it is none. */
function hotIndex(list: readonly unknown[], n: number): number | null {
  const isHot = list.length === n && list.every((entry) => entry === 0 || entry === 1);
  return isHot && list.indexOf(1) === list.lastIndexOf(1) ? list.indexOf(1) : null;
}

function isIndex(value: unknown, n: number): value is number {
  return typeof value === 'number' && outside(value, { min: 0, below: n, integer: true }) === null;
}

function isMissing(place: Place, what: string): boolean {
  if (place.value !== undefined) return false;
  report(place, sceneMessages.missing(what));
  return true;
}

function refuse(place: Place, sentence: string): null {
  report(place, sentence);
  return null;
}
