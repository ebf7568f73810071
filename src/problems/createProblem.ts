import type { AnyValues } from '../specs/spec.ts';
import { withValue, type Minimizer, type Plane, type Problem, type ProblemCore } from './problem.ts';
import { PROBLEMS, type ProblemId } from './registry.ts';
import { rotated, scaled } from './transform.ts';

/** What a scene says of its problem, complete and validated. */
export interface ProblemSelection {
  readonly id: ProblemId;
  readonly params: AnyValues;
  /** The loss is multiplied by it; positive. */
  readonly scale: number;
  /** Degrees, counter-clockwise; 0 unless the problem has two parameters. */
  readonly rotation: number;
}

const XY: Plane = { kind: 'parameters', origin: [0, 0], u: [1, 0], v: [0, 1], axes: ['x', 'y'] };

const created = new WeakMap<ProblemSelection, Problem>();

/**
 * The problem that a scene selects: f(z) = scale·f₀(Rᵀz). Without scale and rotation it calls f₀ itself. The same
 * selection gives the same problem: one may be costly to make.
 */
export function createProblem(selection: ProblemSelection): Problem {
  const known = created.get(selection);
  if (known) return known;
  const { id, params, scale, rotation } = selection;
  const problem = completeProblem(PROBLEMS[id].create(params));
  const turned = rotation === 0 ? problem : rotated(problem, rotation);
  const made = scale === 1 ? turned : scaled(turned, scale);
  created.set(selection, made);
  return made;
}

/** Whether a problem may be turned about the origin: one of two parameters that are not the weights of a model. */
export function canRotate({ dimension, samples }: Problem): boolean {
  return dimension === 2 && samples === 0;
}

const NONE: readonly Minimizer[] = [];

/** Fills in what is the same for most problems, and the least value there is. */
export function completeProblem(core: ProblemCore): Problem {
  const { findMinimizers, ...f } = withValue(core);
  const known: { minimizers?: readonly Minimizer[] | null; minimum?: number | null } = {};
  const minimizers = () => (known.minimizers ??= findMinimizers ? findMinimizers() : core.minimizers);
  return {
    shape: null,
    saddles: [],
    kink: () => false,
    samples: 0,
    finiteWithin: 0,
    data: null,
    online: false,
    plane: XY,
    ...f,
    get minimizers() {
      return minimizers() ?? NONE;
    },
    get isSearching() {
      return minimizers() === null;
    },
    get minimum() {
      known.minimum ??= minimumOf(f, minimizers() ?? NONE);
      return known.minimum;
    },
  };
}

function minimumOf(f: Pick<Problem, 'value'>, minimizers: readonly Minimizer[]): number | null {
  const values = minimizers
    .filter(({ kind }) => kind === 'global')
    .map(({ point }) => f.value(Float64Array.from(point)));
  return values.length === 0 ? null : Math.min(...values);
}
