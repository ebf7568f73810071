import { sceneMessages as say } from '../messages/scene.ts';
import { MODIFIERS } from '../modifiers/registry.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { canRotate, createProblem, type ProblemSelection } from '../problems/createProblem.ts';
import type { Problem, ProblemDefinition } from '../problems/problem.ts';
import { PROBLEMS, type ProblemId } from '../problems/registry.ts';
import { ROTATION, SCALE } from '../problems/transformSpecs.ts';
import { MAX_BATCH } from '../random/batches.ts';
import { SCHEDULES } from '../schedules/registry.ts';
import type { Specs } from '../specs/spec.ts';
import {
  readEntries,
  readFields,
  readFlag,
  readMember,
  readNumber,
  report,
  shown,
  type Issue,
  type Place,
} from './reading.ts';
import { readFittingValues, readValues } from './readValues.ts';
import { readView } from './readView.ts';
import {
  DIVERGED_ABOVE,
  MAX_RUNS,
  MAX_STEPS,
  SAMPLING_ORDERS,
  type Choice,
  type Run,
  type Sampling,
  type Scene,
} from './scene.ts';

/** Defaults of a scene's own fields; those of problems and optimizers stand in their specs. */
export const SCENE_DEFAULTS = {
  problem: 'rosenbrock',
  steps: 300,
  scale: 1,
  rotation: 0,
  sampling: { seed: 7, noise: 0, batchSize: 1, order: 'replacement' },
} as const;

export const MAX_NAME = 40;
const VERSION = 1;

/** What was read, and what could not be taken. With no issues, the scene is exactly what was written. */
export interface ReadScene {
  readonly scene: Scene;
  readonly issues: readonly Issue[];
}

/**
 * Reads a scene from parsed JSON. What is left out takes its default; what is unknown or out of range is reported
 * with its path, and left out of the scene returned. A file with issues is refused by its reader, a link opens
 * with the rest.
 */
export function readScene(json: unknown): ReadScene {
  const issues: Issue[] = [];
  const place: Place = { value: json, path: '', issues };
  const fields = readFields(place, ['version', 'problem', 'start', 'steps', 'sampling', 'runs', 'view']);
  const empty: Place = { value: undefined, path: '', issues };
  const field = (name: keyof NonNullable<typeof fields>) => fields?.[name] ?? empty;
  readVersion(field('version'));
  const selection = readProblem(field('problem'));
  const problem = createProblem(selection);
  const shape = problem.shape ?? [problem.dimension, 1];
  const runs = readRuns(field('runs'), shape);
  const scene: Scene = {
    version: VERSION,
    problem: selection,
    start: readStart(field('start'), problem),
    steps: readNumber(field('steps'), { min: 0, max: MAX_STEPS, integer: true }, SCENE_DEFAULTS.steps),
    sampling: readSampling(field('sampling'), problem),
    runs: runs.filter((run) => run !== null),
    view: readView(
      field('view'),
      runs.map((run) => run !== null),
    ),
  };
  return { scene, issues };
}

function readVersion(place: Place): void {
  const version = readNumber(place, { min: 1, integer: true }, VERSION);
  if (version > VERSION) report(place, say.laterVersion(version, VERSION));
}

function readProblem(place: Place): ProblemSelection {
  const fields = place.value === undefined ? null : readFields(place, ['id', 'params', 'scale', 'rotation']);
  if (fields && fields.id.value === undefined) report(fields.id, say.missing(say.id));
  const known = Object.keys(PROBLEMS) as ProblemId[];
  const id = fields && readMember(fields.id, known, null, say.allProblems);
  // The parameters of a problem that is not known mean nothing: they are left out with it.
  if (!fields || !id)
    return {
      id: SCENE_DEFAULTS.problem,
      params: readValues({ ...place, value: undefined }, PROBLEMS[SCENE_DEFAULTS.problem].parameters, []),
      scale: SCENE_DEFAULTS.scale,
      rotation: SCENE_DEFAULTS.rotation,
    };
  const definition: ProblemDefinition = PROBLEMS[id];
  const params = readFittingValues(
    fields.params,
    definition.parameters,
    (values) => definition.refuse?.(values) ?? null,
  );
  const scale = readNumber(fields.scale, SCALE, SCENE_DEFAULTS.scale);
  let rotation = readNumber(fields.rotation, ROTATION, SCENE_DEFAULTS.rotation);
  if (rotation !== 0) {
    const problem = createProblem({ id, params, scale: 1, rotation: 0 });
    if (!canRotate(problem)) {
      report(fields.rotation, problem.samples > 0 ? say.notOverData : say.onlyInThePlane);
      rotation = 0;
    }
  }
  return { id, params, scale, rotation };
}

function readStart(place: Place, problem: Problem): readonly number[] {
  const entries = place.value === undefined ? null : readEntries(place);
  if (!entries) return problem.start;
  if (entries.length !== problem.dimension) {
    report(place, say.wrongLength(entries.length, problem.dimension));
    return problem.start;
  }
  return entries.map((entry, i) =>
    readNumber(entry, { min: -DIVERGED_ABOVE, max: DIVERGED_ABOVE }, problem.start[i]),
  );
}

function readSampling(place: Place, { samples }: Problem): Sampling {
  const fields =
    place.value === undefined ? null : readFields(place, ['seed', 'noise', 'batchSize', 'order']);
  const defaults = SCENE_DEFAULTS.sampling;
  if (!fields) return defaults;
  const order = readMember(fields.order, SAMPLING_ORDERS, defaults.order);
  const drawsEach = samples > 0 && order === 'replacement';
  const batchSize = readBatchSize(fields.batchSize, defaults.batchSize);
  const isTooLarge = drawsEach && batchSize !== 'full' && batchSize > MAX_BATCH;
  if (isTooLarge) report(fields.batchSize, say.batchTooLarge(batchSize, MAX_BATCH));
  return {
    seed: readNumber(fields.seed, { min: 0, max: 2 ** 32 - 1, integer: true }, defaults.seed),
    noise: readNumber(fields.noise, { min: 0 }, defaults.noise),
    batchSize: isTooLarge ? defaults.batchSize : batchSize,
    order,
  };
}

function readBatchSize(place: Place, fallback: Sampling['batchSize']): Sampling['batchSize'] {
  const { value } = place;
  if (value === 'full') return value;
  if (value === undefined || typeof value === 'number')
    return readNumber(place, { min: 1, integer: true }, fallback);
  report(place, say.notABatch(shown(value)));
  return fallback;
}

/** The runs in their places, null where one cannot be taken. */
function readRuns(place: Place, shape: readonly number[]): readonly (Run | null)[] {
  const entries = place.value === undefined ? null : readEntries(place);
  if (!entries) return [];
  if (entries.length > MAX_RUNS) report(place, say.tooManyRuns(entries.length, MAX_RUNS));
  return entries.slice(0, MAX_RUNS).map((entry, i) => readRun(entry, i, shape));
}

function readRun(place: Place, index: number, shape: readonly number[]): Run | null {
  const fields = readFields(place, ['optimizer', 'schedule', 'modifiers', 'name', 'slot', 'hidden']);
  if (!fields) return null;
  const optimizer = readChoice(fields.optimizer, OPTIMIZERS, shape, say.allOptimizers);
  const schedules = Array.isArray(fields.schedule.value)
    ? readEntries(fields.schedule)
    : fields.schedule.value === undefined
      ? []
      : [fields.schedule];
  const modifiers = fields.modifiers.value === undefined ? [] : readEntries(fields.modifiers);
  const run = {
    schedule: (schedules ?? []).flatMap(
      (entry) => readChoice(entry, SCHEDULES, shape, say.allInSettings) ?? [],
    ),
    modifiers: withoutTwins(modifiers ?? [], (entry) =>
      readChoice(entry, MODIFIERS, shape, say.allInSettings),
    ),
    name: readName(fields.name),
    slot: readNumber(fields.slot, { min: 1, max: MAX_RUNS, integer: true }, index + 1),
    hidden: readFlag(fields.hidden, false),
  };
  return optimizer && { optimizer, ...run };
}

/** A member of a family with its hyperparameters; null where the member is not known. */
function readChoice<Id extends string>(
  place: Place,
  registry: Readonly<Record<Id, { readonly hyperparameters: Specs }>>,
  shape: readonly number[],
  seeAll: string,
): Choice<Id> | null {
  if (place.value === undefined) {
    report(place, say.missing(say.optimizer));
    return null;
  }
  const fields = readFields(place, ['id', 'hyperparameters']);
  if (!fields) return null;
  if (fields.id.value === undefined) report(fields.id, say.missing(say.id));
  const id = readMember(fields.id, Object.keys(registry) as Id[], null, seeAll);
  return (
    id && { id, hyperparameters: readValues(fields.hyperparameters, registry[id].hyperparameters, shape) }
  );
}

function withoutTwins<C extends Choice<string>>(
  places: readonly Place[],
  read: (place: Place) => C | null,
): readonly C[] {
  const choices: C[] = [];
  for (const place of places) {
    const choice = read(place);
    if (!choice) continue;
    if (choices.some(({ id }) => id === choice.id)) report(place, say.twice(choice.id));
    else choices.push(choice);
  }
  return choices;
}

function readName(place: Place): string | null {
  const { value } = place;
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') report(place, say.notText(shown(value)));
  else if (value.length > MAX_NAME) report(place, say.tooLong(value.length, MAX_NAME));
  else return value.trim() === '' ? null : value.trim();
  return null;
}
