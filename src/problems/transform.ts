import { rotationBy } from '../linalg/rotation.ts';
import type { Vector } from '../linalg/vector.ts';
import { withValue, type DataModel, type LossFunction, type Problem } from './problem.ts';

/** The problem with its loss multiplied by a positive factor. What it computes only when asked, it still does. */
export function scaled(problem: Problem, factor: number): Problem {
  const f: LossFunction = {
    valueInto(theta, out, draw) {
      problem.valueInto(theta, out, draw);
      out[0] *= factor;
    },
    gradient(theta, out, draw) {
      problem.gradient(theta, out, draw);
      for (let i = 0; i < problem.dimension; i++) out[i] *= factor;
    },
    ...(problem.valueAndGradient && {
      valueAndGradient(theta, out, gradient, draw) {
        problem.valueAndGradient?.(theta, out, gradient, draw);
        out[0] *= factor;
        for (let i = 0; i < problem.dimension; i++) gradient[i] *= factor;
      },
    }),
    hessian(theta, out, draw) {
      problem.hessian(theta, out, draw);
      for (let i = 0; i < problem.dimension ** 2; i++) out[i] *= factor;
    },
  };
  const { dimension, shape, saddles, domain, start, plane, samples, finiteWithin, data, online, project } =
    problem;
  return {
    dimension,
    shape,
    saddles,
    domain,
    start,
    plane,
    samples,
    finiteWithin,
    online,
    ...withValue(f),
    ...(project && { project }),
    data: data && scaledData(data, factor),
    kink: (theta) => problem.kink(theta),
    get minimizers() {
      return problem.minimizers;
    },
    get isSearching() {
      return problem.isSearching;
    },
    get minimum() {
      return problem.minimum === null ? null : factor * problem.minimum;
    },
  };
}

function scaledData(data: DataModel, factor: number): DataModel {
  return {
    ...data,
    sampleGradients(theta, out) {
      data.sampleGradients(theta, out);
      for (let i = 0; i < 2 * data.count; i++) out[i] *= factor;
    },
  };
}

/**
 * A problem of two parameters turned counter-clockwise about the origin: z ↦ f(Rᵀz). Its minimizers and saddles
 * turn with it; start and domain stay. The result keeps a scratch vector, so it is not to be shared by threads.
 */
export function rotated(problem: Problem, degrees: number): Problem {
  if (problem.dimension !== 2) throw new RangeError('only a problem of two parameters can be rotated');
  const { cos, sin } = rotationBy(degrees);
  const forth = (point: readonly number[]) => [
    cos * point[0] - sin * point[1],
    sin * point[0] + cos * point[1],
  ];

  const inner = new Float64Array(2);
  const back = (theta: Vector): Vector => {
    inner[0] = cos * theta[0] + sin * theta[1];
    inner[1] = cos * theta[1] - sin * theta[0];
    return inner;
  };

  // ∇f becomes R∇f.
  const turn = (gradient: Vector) => {
    const gx = gradient[0];
    const gy = gradient[1];
    gradient[0] = cos * gx - sin * gy;
    gradient[1] = sin * gx + cos * gy;
  };

  return withValue<Problem>({
    ...problem,
    // Turned, a square lies within one that is wider by √2.
    finiteWithin: problem.finiteWithin / Math.SQRT2,
    valueInto: (theta, out, draw) => problem.valueInto(back(theta), out, draw),
    gradient(theta, out, draw) {
      problem.gradient(back(theta), out, draw);
      turn(out);
    },
    ...(problem.valueAndGradient && {
      valueAndGradient(theta, out, gradient, draw) {
        problem.valueAndGradient?.(back(theta), out, gradient, draw);
        turn(gradient);
      },
    }),
    // R∇²fRᵀ
    hessian(theta, out, draw) {
      problem.hessian(back(theta), out, draw);
      const hxx = out[0];
      const hxy = out[1];
      const hyy = out[3];
      const mixed = cos * sin * (hxx - hyy) + (cos * cos - sin * sin) * hxy;
      out[0] = cos * cos * hxx - 2 * cos * sin * hxy + sin * sin * hyy;
      out[1] = mixed;
      out[2] = mixed;
      out[3] = sin * sin * hxx + 2 * cos * sin * hxy + cos * cos * hyy;
    },
    minimizers: problem.minimizers.map(({ point, kind }) => ({ point: forth(point), kind })),
    saddles: problem.saddles.map(forth),
    kink: (theta) => problem.kink(back(theta)),
  });
}
