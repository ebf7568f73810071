import './data/atOnce.ts';
import { rotationBy } from '../linalg/rotation.ts';
import type { Vector } from '../linalg/vector.ts';
import { defaultsOf } from '../specs/defaults.ts';
import type { AnyValues, NumberSpec, Refusal, Spec } from '../specs/spec.ts';
import { canRotate, createProblem } from './createProblem.ts';
import type { DataModel, Problem, ProblemDefinition } from './problem.ts';
import { PROBLEMS, type ProblemId } from './registry.ts';

// For tests only: every problem in many settings, and points in them.

export const IDS = Object.keys(PROBLEMS) as ProblemId[];
/** Their choices are too many for every combination: those of loss, model and penalty are tried in `data/`. */
export const DATA_IDS: readonly ProblemId[] = ['iris', 'blobs', 'flipped-blobs', 'outlier-line'];

/** More samples only take longer. */
const MOST_SAMPLES = 1000;

function refusalOf(id: ProblemId, params: AnyValues): Refusal | null {
  const definition: ProblemDefinition = PROBLEMS[id];
  return definition.refuse?.(params) ?? null;
}

export function numbersOf(id: ProblemId): [string, NumberSpec][] {
  return Object.entries(PROBLEMS[id].parameters).flatMap(([name, spec]): [string, NumberSpec][] => {
    if (spec.kind === 'choice') return [];
    if (spec.kind !== 'number')
      throw new Error(`${id}.${name}: give the contract settings for a ${spec.kind}`);
    return [[name, spec]];
  });
}

/** Every combination of choices with the numbers at their defaults; of problems with data each choice by itself, as far as it is not refused. */
export function formsOf(id: ProblemId): AnyValues[] {
  const { parameters } = PROBLEMS[id];
  const defaults = defaultsOf(parameters);
  const choices = Object.entries<Spec>(parameters).filter(([, { kind }]) => kind === 'choice');
  const optionsOf = ([name, spec]: [string, Spec], form: AnyValues) =>
    spec.kind === 'choice' ? spec.options.map((option) => ({ ...form, [name]: option })) : [];
  if (!DATA_IDS.includes(id)) {
    let forms = [defaults];
    for (const choice of choices) forms = forms.flatMap((form) => optionsOf(choice, form));
    return forms;
  }
  const others = choices.flatMap((choice) =>
    optionsOf(choice, defaults).filter((form) => form[choice[0]] !== defaults[choice[0]]),
  );
  return [defaults, ...others].filter((form) => !refusalOf(id, form));
}

/** Every form, and in it each number by itself at both ends of its slider; of problems with data in the first form alone. */
function settingsOf(id: ProblemId): AnyValues[] {
  return formsOf(id).flatMap((form, i) => {
    if (DATA_IDS.includes(id) && i > 0) return [form];
    const ends = numbersOf(id).flatMap(([name, spec]) =>
      (spec.slider ?? [spec.min!, spec.max!]).map((end) => ({
        ...form,
        [name]: name === 'count' ? Math.min(end, MOST_SAMPLES) : end,
      })),
    );
    return [form, ...ends];
  });
}

const TRANSFORMS = [
  { scale: 1, rotation: 0 },
  { scale: 0.25, rotation: 0 },
  { scale: 1, rotation: 30 },
  { scale: 3, rotation: -125 },
];

interface Case {
  readonly name: string;
  readonly problem: Problem;
  /** The same problem before it was scaled and rotated. */
  readonly plain: Problem;
  readonly scale: number;
  readonly rotation: number;
}

export const CASES: Case[] = IDS.flatMap((id) =>
  settingsOf(id).flatMap((params) => {
    const plain = createProblem({ id, params, scale: 1, rotation: 0 });
    return TRANSFORMS.filter(({ rotation }) => rotation === 0 || canRotate(plain)).map((transform) => ({
      name: `${id} ${JSON.stringify(params)} scale ${transform.scale} rotation ${transform.rotation}`,
      problem: createProblem({ id, params, ...transform }),
      plain,
      ...transform,
    }));
  }),
);

/** Number k of the van der Corput sequence in a base: evenly spread over [0, 1), the same in every run. */
function vanDerCorput(k: number, base: number): number {
  let value = 0;
  for (let digits = k, place = 1 / base; digits > 0; digits = Math.floor(digits / base), place /= base)
    value += (digits % base) * place;
  return value;
}

/** Point k of a Halton sequence in the domain; its parameters' ranges are taken in turn. */
function pointIn({ domain, dimension, plane }: Problem, k: number): Vector {
  const ranges = plane.kind === 'time' ? [domain.y] : [domain.x, domain.y];
  return Float64Array.from([2, 3, 5, 7].slice(0, dimension), (base, i) => {
    const [low, high] = ranges[i % ranges.length];
    return low + (high - low) * vanDerCorput(k, base);
  });
}

/** Whether setting some coordinates of size ≤ 1e-3 to 0 leads to a declared kink. */
function nearKink({ plain, rotation }: Case, theta: Vector): boolean {
  if (plain.data) return nearCorner(plain.data, theta);
  const { cos, sin } = rotationBy(rotation);
  const [x, y] = theta;
  const inner = rotation === 0 ? theta : Float64Array.of(cos * x + sin * y, cos * y - sin * x);
  return plain.kink(inner.map((coordinate) => (Math.abs(coordinate) <= 1e-3 ? 0 : coordinate)));
}

/** Whether differences about θ reach over a score of −1, 0 or 1, or the target: there losses of samples have their corners. */
function nearCorner({ inputs, targets }: DataModel, theta: Vector): boolean {
  const reach = theta.map((coordinate) => 4 * Math.cbrt(Number.EPSILON) * Math.max(1, Math.abs(coordinate)));
  return targets.some((target, i) => {
    const [x, y] = inputs.subarray(2 * i);
    const score = x * theta[0] + y * theta[1];
    const width = Math.abs(x) * reach[0] + Math.abs(y) * reach[1];
    return [-1, 0, 1, target].some((corner) => Math.abs(score - corner) <= width);
  });
}

export function smoothPoints(item: Case): Vector[] {
  const points: Vector[] = [];
  for (let k = 1; points.length < 50; k++) {
    const theta = pointIn(item.problem, k);
    if (!nearKink(item, theta)) points.push(theta);
  }
  return points;
}
