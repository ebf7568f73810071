import type { Value } from '../specs/spec.ts';

// For tests only: rules written out line by line as the slides print them, in the slides' letters.

export type Numbers = readonly number[];

/** What a literal rule is given. */
export interface Given {
  readonly gradient: (point: Numbers) => Numbers;
  readonly hessian: (point: Numbers) => Numbers;
  readonly start: Numbers;
  readonly steps: number;
  /** Of the run that follows the form. */
  readonly h: Readonly<Record<string, Value>>;
}

export type Literal = (given: Given) => Numbers[];

/** Entry by entry. */
export function each(f: (...entries: number[]) => number, ...vectors: readonly Numbers[]): Numbers {
  return vectors[0].map((_, i) => f(...vectors.map((vector) => vector[i])));
}

/** The points of a rule, the start first. */
export function points({ start, steps }: Given, next: (x: Numbers, t: number) => Numbers): Numbers[] {
  const path = [start];
  for (let t = 1; t <= steps; t++) path.push(next(path[t - 1], t));
  return path;
}

export function zeros({ start }: Given): Numbers {
  return start.map(() => 0);
}

export const norm = (x: Numbers): number => Math.sqrt(x.reduce((sum, entry) => sum + entry * entry, 0));

/** Of 2 × 2 matrices, row-major. */
export const times = ([a, b, c, d]: Numbers, [p, q, r, s]: Numbers): Numbers => [
  a * p + b * r,
  a * q + b * s,
  c * p + d * r,
  c * q + d * s,
];
export const transposed = ([a, b, c, d]: Numbers): Numbers => [a, c, b, d];
export const inverse = ([a, b, c, d]: Numbers): Numbers => {
  const determinant = a * d - b * c;
  return [d, -b, -c, a].map((entry) => entry / determinant);
};

/** msign(M) = M(MᵀM)^(−1/2), for an M that has an inverse; the root of a 2 × 2 matrix is (A + √det I)/√(tr + 2√det). */
export function msign(M: Numbers): Numbers {
  const A = times(transposed(M), M);
  const root = Math.sqrt(A[0] * A[3] - A[1] * A[2]);
  const scale = Math.sqrt(A[0] + A[3] + 2 * root);
  return times(M, inverse([(A[0] + root) / scale, A[1] / scale, A[2] / scale, (A[3] + root) / scale]));
}
