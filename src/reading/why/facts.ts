import type { Explanation } from '../../engine/explain.ts';
import { symmetricEigen } from '../../linalg/eigen.ts';
import type { Vector } from '../../linalg/vector.ts';
import type { ModifierId } from '../../modifiers/registry.ts';
import { createProblem } from '../../problems/createProblem.ts';
import type { Problem } from '../../problems/problem.ts';
import { normal } from '../../random/draws.ts';
import type { Task } from '../../scene/scene.ts';
import type { AnyValues } from '../../specs/spec.ts';
import { angleToLine, difference, dot, scaledBy } from './angles.ts';

/**
 * In a ravine the loss curves up across the floor at least so many times as strongly as it curves along it, either way:
 * an ellipse of equal loss is then more than three times as long as it is wide.
 */
export const RAVINE_RATIO = 10;

/** A long narrow valley around θ, in two dimensions. */
export interface Ravine {
  /** Unit vector along the floor, towards where the loss falls. */
  readonly along: Vector;
  /** Unit vector across it. */
  readonly across: Vector;
  /** Curvature across. */
  readonly steepest: number;
}

/** What the rules go by: recorded quantities of one step, and what f is at its ends. */
export interface Facts {
  readonly task: Task;
  readonly explanation: Explanation;
  readonly problem: Problem;
  /** The optimizer's hyperparameters. */
  readonly h: AnyValues;
  /** ∇f without noise and penalty, of all samples, before and after the step. */
  readonly slope: Vector;
  readonly slopeAfter: Vector;
  /** What noise added to each gradient of this step, or its batch to the one at θ; all 0 where neither did. */
  readonly noise: Vector;
  /** Eigenvalues of ∇²f at θ, ascending. */
  readonly curvatures: Vector;
  /** Null where there is none at θ. */
  readonly ravine: Ravine | null;
  /** Δθ as the optimizer left it, and as it was taken. */
  readonly own: Vector;
  readonly taken: Vector;
  /** Whether nothing came between the two. */
  readonly isOwnTaken: boolean;
  /** Hyperparameters of a modifier, if the run has it. */
  readonly modifier: (id: ModifierId) => AnyValues | null;
}

export function factsOf(task: Task, explanation: Explanation): Facts {
  const problem = createProblem(task.problem);
  const n = problem.dimension;
  const draw = { t: explanation.t, batch: null };
  const gradientOf = (point: Vector, batch: Uint32Array | null) => {
    const out = new Float64Array(n);
    problem.gradient(point, out, { ...draw, batch });
    return out;
  };
  const slopeAt = (point: Vector) => gradientOf(point, null);
  const hessian = new Float64Array(n * n);
  problem.hessian(explanation.theta, hessian, draw);
  const { values, vectors } = symmetricEigen(n, hessian);
  const slope = slopeAt(explanation.theta);
  const own = explanation.updateStages[0].update;
  const { theta, thetaAfter, update } = explanation;
  return {
    task,
    explanation,
    problem,
    h: task.optimizer.hyperparameters,
    slope,
    slopeAfter: slopeAt(thetaAfter),
    noise:
      explanation.batch === null
        ? noiseOf(task, problem, explanation.t)
        : difference(gradientOf(explanation.theta, explanation.batch), slope),
    curvatures: values,
    ravine: problem.kink(theta) ? null : ravineOf(values, vectors, slope),
    own,
    taken: difference(thetaAfter, theta),
    isOwnTaken: own.every((entry, i) => entry === update[i] && theta[i] + entry === thetaAfter[i]),
    modifier: (id) => task.modifiers.find((choice) => choice.id === id)?.hyperparameters ?? null,
  };
}

function ravineOf(values: Vector, vectors: Vector, slope: Vector): Ravine | null {
  if (values.length !== 2) return null;
  const [low, high] = values;
  if (!(high > 0) || !(high >= RAVINE_RATIO * Math.abs(low))) return null;
  const axis = vectors.slice(0, 2);
  return {
    along: dot(axis, slope) > 0 ? scaledBy(-1, axis) : axis,
    across: vectors.slice(2, 4),
    steepest: high,
  };
}

function noiseOf({ sampling }: Task, problem: Problem, t: number): Vector {
  const none = new Float64Array(problem.dimension);
  if (problem.samples > 0 || sampling.noise === 0 || sampling.batchSize === 'full') return none;
  const deviation = sampling.noise / Math.sqrt(sampling.batchSize);
  return none.map((_, i) => deviation * normal(sampling.seed, 'noise', t, i));
}

/** A direction lies mostly along a line with two thirds of its squared length: nearer than acos √⅔. */
const MOSTLY = (Math.acos(Math.sqrt(2 / 3)) * 180) / Math.PI;

/** How a direction mostly lies in the ravine; null between the two, or without one. */
export function lieOf(direction: Vector, ravine: Ravine | null): 'along' | 'across' | null {
  const angle = ravine && angleToLine(direction, ravine.along);
  if (angle === null) return null;
  return angle <= MOSTLY ? 'along' : angle >= 90 - MOSTLY ? 'across' : null;
}
