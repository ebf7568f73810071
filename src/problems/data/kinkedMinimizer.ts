import { solveInto } from '../../linalg/solve.ts';
import type { Vector } from '../../linalg/vector.ts';
import type { Kink } from '../../losses/loss.ts';
import { bestBiases } from './bestBiases.ts';
import { placeOf } from './placeOf.ts';

/** f(θ) = mean of φᵢ(θ·xᵢ) + ½θᵀΛθ, where φᵢ has one corner and is straight on both sides of it. */
export interface KinkedFunction {
  readonly count: number;
  /** count × 2, row-major. */
  readonly inputs: Vector;
  readonly kinks: readonly Kink[];
  /** The diagonal of Λ. */
  readonly penalties: readonly [number, number];
}

/** Corners are rounded over this part of the spread of the scores at first, and over a part of that in each round. */
const ROUNDS = 14;
const SHARPER = 1 / 8;
const NEWTON_STEPS = 60;
/**
 * Where f is straight along a direction, only the lift of its curvature holds Newton’s step. It is cut to this length, in
 * parts of 1 + |θ|, and halved down to a part of that.
 */
const LONGEST = 4;
const SHORTEST = 2 ** -40;
/** More lines of corners than this are not taken in pairs; of more, so few, until nothing is sharper. */
const MOST_ACTIVE = 24;
const FEW_ACTIVE = 6;
/** Where a function is least: at one point, on the segment between two, or at one and somewhere around it. */
export interface LeastPoints {
  readonly points: readonly (readonly number[])[];
  readonly extent: 'point' | 'segment' | 'region';
  /** Where it is least around a point only. */
  readonly local?: readonly (readonly number[])[];
}

/**
 * Where a convex function with corners is least: corners are rounded off and the rounding is taken away step by step,
 * until those that a minimizer lies on are known. Then it is the solution of linear equations, and it is one because no
 * direction leads down from it. Null where none is found.
 */
export function kinkedMinimizer(f: KinkedFunction): LeastPoints | null {
  const theta = new Float64Array(2);
  let width = spreadOf(f);
  let among: LeastPoints | null = null;
  for (let round = 0; round < ROUNDS; round++, width *= SHARPER) {
    settle(f, width, theta);
    const active = f.kinks.flatMap(({ at }, i) => (Math.abs(scoreOf(f, theta, i) - at) <= width ? [i] : []));
    const lines = new Map(
      active.map((i) => [`${f.inputs[2 * i]} ${f.inputs[2 * i + 1]} ${f.kinks[i].at}`, i]),
    );
    // Where many corners meet in one point, some of their lines are enough; else a sharper round has fewer.
    const taken = thinned([...lines.values()], round + 1 < ROUNDS ? FEW_ACTIVE : MOST_ACTIVE);
    // Between corners only the bias can be free.
    const ends = active.length === 0 ? bestBiases(f, theta[0]) : null;
    if (ends) return { points: ends, extent: 'segment' };
    for (const candidate of candidatesFrom(f, theta, active, taken)) {
      const place = candidate.every(Number.isFinite) ? placeOf(f, candidate) : 'higher';
      if (place === 'least') return { points: [candidate], extent: 'point' };
      if (place !== 'among least') continue;
      const around = bestBiases(f, candidate[0]);
      if (around) return { points: around, extent: 'segment' };
      among ??= { points: [candidate], extent: 'region' };
    }
  }
  return among;
}

/** All, if they are not too many; else so many that are spread evenly among them. */
function thinned(lines: readonly number[], few: number): readonly number[] {
  if (lines.length <= MOST_ACTIVE) return lines;
  return Array.from({ length: few }, (_, i) => lines[Math.floor((i * lines.length) / few)]);
}

function scoreOf({ inputs }: KinkedFunction, theta: ArrayLike<number>, i: number): number {
  return inputs[2 * i] * theta[0] + inputs[2 * i + 1] * theta[1];
}

function spreadOf({ kinks }: KinkedFunction): number {
  return 1 + kinks.reduce((most, { at }) => Math.max(most, Math.abs(at)), 0);
}

/** Newton's iteration on f with its corners rounded off over ±width, with steps halved until f falls. */
function settle(f: KinkedFunction, width: number, theta: Vector): void {
  const gradient = new Float64Array(2);
  const hessian = new Float64Array(4);
  const step = new Float64Array(2);
  const ahead = new Float64Array(2);
  const scratch = new Float64Array(4);
  let present = rounded(f, width, theta, gradient, hessian);
  for (let i = 0; i < NEWTON_STEPS; i++) {
    const lift = 1e-12 + 1e-10 * (hessian[0] + hessian[3]);
    hessian[0] += lift;
    hessian[3] += lift;
    if (!solveInto(2, hessian, gradient, step, scratch)) return;
    const promise = gradient[0] * step[0] + gradient[1] * step[1];
    const longest = (LONGEST * (1 + Math.hypot(...theta))) / Math.hypot(...step);
    let length = Math.min(1, longest);
    const shortest = length * SHORTEST;
    for (; length > shortest; length /= 2) {
      for (let k = 0; k < 2; k++) ahead[k] = theta[k] - length * step[k];
      const reached = rounded(f, width, ahead, gradient, hessian);
      if (reached < present - 1e-4 * length * promise) {
        present = reached;
        break;
      }
    }
    if (length <= shortest) return;
    theta.set(ahead);
  }
}

/** The value of the rounded function; its gradient and Hessian are written. */
function rounded(f: KinkedFunction, width: number, theta: Vector, gradient: Vector, hessian: Vector): number {
  const { count, inputs, kinks, penalties } = f;
  let [value, a, b, aa, ab, bb] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    const x = inputs[2 * i];
    const y = inputs[2 * i + 1];
    const { at, from, to } = kinks[i];
    const beyond = x * theta[0] + y * theta[1] - at;
    const inside = Math.abs(beyond) < width;
    const slope = inside ? from + ((to - from) * (beyond + width)) / (2 * width) : beyond < 0 ? from : to;
    value += inside ? from * beyond + ((to - from) * (beyond + width) ** 2) / (4 * width) : slope * beyond;
    a += slope * x;
    b += slope * y;
    if (!inside) continue;
    const curvature = (to - from) / (2 * width);
    aa += curvature * x * x;
    ab += curvature * x * y;
    bb += curvature * y * y;
  }
  const [first, second] = penalties;
  gradient[0] = a / count + first * theta[0];
  gradient[1] = b / count + second * theta[1];
  hessian[0] = aa / count + first;
  hessian[1] = ab / count;
  hessian[2] = hessian[1];
  hessian[3] = bb / count + second;
  return value / count + 0.5 * (first * theta[0] ** 2 + second * theta[1] ** 2);
}

/**
 * Where two lines of corners meet, where f is least along one, and where it is least away from all: of these near θ one
 * may be right.
 * @param active samples that are at their corners, or may be
 * @param lines one sample for each of their lines in the plane: those of equal samples are one
 */
function* candidatesFrom(
  f: KinkedFunction,
  theta: Vector,
  active: readonly number[],
  lines: readonly number[],
): Generator<number[]> {
  const { inputs, kinks, count, penalties } = f;
  const isActive = new Set(active);
  const slopes = [0, 0];
  for (let i = 0; i < count; i++) {
    if (isActive.has(i)) continue;
    const { at, from, to } = kinks[i];
    const slope = scoreOf(f, theta, i) < at ? from : to;
    slopes[0] += (slope * inputs[2 * i]) / count;
    slopes[1] += (slope * inputs[2 * i + 1]) / count;
  }
  const solve = (n: number, matrix: readonly number[], rhs: readonly number[]) => {
    const out = new Float64Array(n);
    const isSolved = solveInto(
      n,
      Float64Array.from(matrix),
      Float64Array.from(rhs),
      out,
      new Float64Array(n * n),
    );
    return isSolved ? [[out[0], out[1]]] : [];
  };
  if (active.length === 0) yield* solve(2, [penalties[0], 0, 0, penalties[1]], [-slopes[0], -slopes[1]]);
  for (const [k, i] of lines.entries()) {
    const [x, y] = [inputs[2 * i], inputs[2 * i + 1]];
    for (const j of lines.slice(k + 1))
      yield* solve(2, [x, y, inputs[2 * j], inputs[2 * j + 1]], [kinks[i].at, kinks[j].at]);
    yield* solve(3, [penalties[0], 0, x, 0, penalties[1], y, x, y, 0], [-slopes[0], -slopes[1], kinks[i].at]);
  }
}
