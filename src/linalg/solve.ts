import type { Vector } from './vector.ts';

/** 2⁻⁵²: the gap between 1 and the next float64. */
const EPSILON = Number.EPSILON;

/**
 * Solves A x = b by LU decomposition with partial pivoting; nothing is allocated.
 *
 * @param n order of A
 * @param matrix A, row-major, n² entries; not changed
 * @param rhs b, n entries; not changed unless it is `out`
 * @param out takes x, n entries; holds nothing of use where false is returned
 * @param scratch n² entries
 * @returns false where A is numerically singular (a pivot of size ≤ n·2⁻⁵²·max|aᵢⱼ|) or not finite
 */
export function solveInto(n: number, matrix: Vector, rhs: Vector, out: Vector, scratch: Vector): boolean {
  let largest = 0;
  for (let i = 0; i < n * n; i++) {
    scratch[i] = matrix[i];
    largest = Math.max(largest, Math.abs(matrix[i]));
  }
  const negligible = n * EPSILON * largest;
  for (let i = 0; i < n; i++) out[i] = rhs[i];

  for (let k = 0; k < n; k++) {
    const pivotRow = rowOfPivot(n, scratch, k);
    // Written so that NaN, which compares with nothing, is refused too.
    if (!(Math.abs(scratch[pivotRow * n + k]) > negligible)) return false;
    if (pivotRow !== k) swapRows(n, scratch, out, k, pivotRow);
    for (let i = k + 1; i < n; i++) {
      const factor = scratch[i * n + k] / scratch[k * n + k];
      for (let j = k + 1; j < n; j++) scratch[i * n + j] -= factor * scratch[k * n + j];
      out[i] -= factor * out[k];
    }
  }

  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) out[i] -= scratch[i * n + j] * out[j];
    out[i] /= scratch[i * n + i];
  }
  return true;
}

/** The row at or below k with the largest entry in column k. */
function rowOfPivot(n: number, matrix: Vector, k: number): number {
  let row = k;
  for (let i = k + 1; i < n; i++) {
    if (Math.abs(matrix[i * n + k]) > Math.abs(matrix[row * n + k])) row = i;
  }
  return row;
}

function swapRows(n: number, matrix: Vector, rhs: Vector, a: number, b: number): void {
  for (let j = 0; j < n; j++) {
    const entry = matrix[a * n + j];
    matrix[a * n + j] = matrix[b * n + j];
    matrix[b * n + j] = entry;
  }
  const entry = rhs[a];
  rhs[a] = rhs[b];
  rhs[b] = entry;
}
