import type { Vector } from '../linalg/vector.ts';
import { LOSSES, type LossId } from '../losses/registry.ts';
import { evaluateMessages as say } from '../messages/evaluate.ts';
import { sceneMessages } from '../messages/scene.ts';
import { createProblem, type ProblemSelection } from '../problems/createProblem.ts';
import {
  isRecord,
  readEntries,
  readFields,
  readMember,
  readNumber,
  report,
  shown,
  type Issue,
  type Place,
} from '../scene/reading.ts';
import { readScene } from '../scene/readScene.ts';
import { readValues } from '../scene/readValues.ts';
import type { AnyValues } from '../specs/spec.ts';
import { readPrediction, readTarget } from './readPairs.ts';

interface CaseOf {
  /** The prediction of a loss, or the point of a problem. */
  readonly at: Vector;
  /** Whether it was given as a number, and so are its derivatives. */
  readonly isNumber: boolean;
}

/** What is to be evaluated, validated. */
export type Case =
  | (CaseOf & {
      readonly kind: 'loss';
      readonly loss: LossId;
      readonly parameters: AnyValues;
      readonly target: Vector;
    })
  | (CaseOf & { readonly kind: 'problem'; readonly problem: ProblemSelection });

export interface ReadCases {
  readonly cases: readonly Case[];
  readonly issues: readonly Issue[];
}

/** What is known of a case beforehand, as of a reference: accepted, and not looked at. */
const KNOWN_BEFORE = ['value', 'gradient', 'hessian'] as const;

/** Reads `{"cases": […]}`, or one case, from parsed JSON; paths are from the file's top. */
export function readCases(json: unknown): ReadCases {
  const issues: Issue[] = [];
  if (!isRecord(json) || !Object.hasOwn(json, 'cases')) {
    const one = readCase({ value: json, path: '', issues });
    return { cases: one ? [one] : [], issues };
  }
  const fields = readFields({ value: json, path: '', issues }, ['version', 'cases']);
  if (!fields) return { cases: [], issues };
  const version = readNumber(fields.version, { min: 1, integer: true }, 1);
  if (version > 1) report(fields.version, sceneMessages.laterVersion(version, 1));
  return { cases: (readEntries(fields.cases) ?? []).flatMap((place) => readCase(place) ?? []), issues };
}

/** A case; null, with its issues reported, where it cannot be taken. */
function readCase(place: Place): Case | null {
  const { value } = place;
  const named = place.path === '' ? { ...place, path: say.wholeCase } : place;
  if (!isRecord(value)) {
    report(named, sceneMessages.notAnObject(shown(value)));
    return null;
  }
  if (Object.hasOwn(value, 'problem')) {
    if (!Object.hasOwn(value, 'loss')) return readProblemCase(place);
    report(named, say.notBoth);
    return null;
  }
  if (Object.hasOwn(value, 'loss')) return readLossCase(place);
  report(named, sceneMessages.missing(say.loss));
  return null;
}

function readLossCase(place: Place): Case | null {
  const fields = readFields(place, ['loss', 'params', 'prediction', 'target', ...KNOWN_BEFORE]);
  const loss = fields && readMember(fields.loss, Object.keys(LOSSES) as LossId[], null);
  if (!fields || !loss) return null;
  const definition = LOSSES[loss];
  const parameters = readValues(fields.params, definition.parameters, []);
  const prediction = readPrediction(fields.prediction, definition.prediction);
  const target = prediction && readTarget(fields.target, definition, prediction);
  return prediction && target && { kind: 'loss', loss, parameters, target, ...prediction };
}

function readProblemCase(place: Place): Case | null {
  const fields = readFields(place, ['problem', 'at', ...KNOWN_BEFORE]);
  if (!fields) return null;
  const { path, issues, value } = fields.problem;
  const isName = typeof value === 'string';
  const { scene, issues: found } = readScene({ problem: isName ? { id: value } : value });
  // The paths of a scene's problem begin with `problem`, as those of a case do.
  const prefix = path.slice(0, path.length - 'problem'.length);
  for (const issue of found) issues.push({ ...issue, path: isName ? path : `${prefix}${issue.path}` });
  if (found.length > 0) return null;
  const at = readPoint(fields.at, createProblem(scene.problem).dimension);
  return at && { kind: 'problem', problem: scene.problem, ...at };
}

function readPoint(place: Place, dimension: number): CaseOf | null {
  if (place.value === undefined) {
    report(place, sceneMessages.missing(say.at));
    return null;
  }
  const isNumber = typeof place.value === 'number' && dimension === 1;
  const entries = isNumber ? [place] : readEntries(place);
  if (!entries) return null;
  if (entries.length !== dimension) {
    report(place, sceneMessages.wrongLength(entries.length, dimension));
    return null;
  }
  const numbers = entries.map((entry) => readNumber(entry, {}, null));
  if (numbers.includes(null)) return null;
  return { at: Float64Array.from(numbers, Number), isNumber };
}
