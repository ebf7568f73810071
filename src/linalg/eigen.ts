import type { Vector } from './vector.ts';

const MAX_SWEEPS = 60;

export interface SymmetricEigen {
  /** Eigenvalues, ascending; all NaN where the matrix is not finite. */
  readonly values: Vector;
  /** Orthonormal eigenvectors as rows: the one of `values[k]` is entries k·n … k·n+n−1. */
  readonly vectors: Vector;
}

/**
 * All eigenvalues and eigenvectors of a symmetric matrix, by cyclic Jacobi rotations
 * (Golub, Van Loan, Matrix Computations, 4th ed., Algorithm 8.5.3).
 *
 * @param n order of the matrix
 * @param matrix row-major, n² entries; not changed
 */
export function symmetricEigen(n: number, matrix: Vector): SymmetricEigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
  if (!a.every(Number.isFinite)) return { values: new Float64Array(n).fill(Number.NaN), vectors };
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    if (!sweepOnce(n, a, vectors)) break;
  }
  return sorted(n, a, vectors);
}

/** Rotates every pair of coordinates once; false when no off-diagonal entry was left to remove. */
function sweepOnce(n: number, a: Vector, vectors: Vector): boolean {
  let rotated = false;
  for (let p = 0; p < n - 1; p++) {
    for (let q = p + 1; q < n; q++) {
      const app = a[p * n + p];
      const aqq = a[q * n + q];
      const apq = a[p * n + q];
      // Adding a quarter of an ulp changes neither diagonal entry, so neither would the rotation.
      const diagonal = Math.min(Math.abs(app), Math.abs(aqq));
      if (apq === 0 || Math.abs(apq) < (Number.EPSILON / 4) * diagonal) continue;
      const cotangent = (aqq - app) / (2 * apq);
      const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.sqrt(cotangent * cotangent + 1));
      const cos = 1 / Math.sqrt(tangent * tangent + 1);
      rotate(n, a, vectors, p, q, cos, tangent * cos);
      a[p * n + p] = app - tangent * apq;
      a[q * n + q] = aqq + tangent * apq;
      a[p * n + q] = 0;
      a[q * n + p] = 0;
      rotated = true;
    }
  }
  return rotated;
}

/** A ← JᵀAJ outside the entries where p and q meet, and the same turn for the eigenvectors. */
function rotate(n: number, a: Vector, vectors: Vector, p: number, q: number, cos: number, sin: number): void {
  for (let k = 0; k < n; k++) {
    const vp = vectors[p * n + k];
    const vq = vectors[q * n + k];
    vectors[p * n + k] = cos * vp - sin * vq;
    vectors[q * n + k] = sin * vp + cos * vq;
    if (k === p || k === q) continue;
    const akp = a[k * n + p];
    const akq = a[k * n + q];
    a[k * n + p] = cos * akp - sin * akq;
    a[k * n + q] = sin * akp + cos * akq;
    a[p * n + k] = a[k * n + p];
    a[q * n + k] = a[k * n + q];
  }
}

function sorted(n: number, a: Vector, vectors: Vector): SymmetricEigen {
  const order = Array.from({ length: n }, (_, k) => k).sort((p, q) => a[p * n + p] - a[q * n + q]);
  const result = { values: new Float64Array(n), vectors: new Float64Array(n * n) };
  order.forEach((k, rank) => {
    result.values[rank] = a[k * n + k];
    result.vectors.set(vectors.subarray(k * n, k * n + n), rank * n);
  });
  return result;
}
