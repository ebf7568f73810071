import { normal } from '../random/draws.ts';
import type { Vector } from './vector.ts';

/** M = U diag(σ) Vᵀ with its factors known: what a test of singular values starts from. */
export interface KnownMatrix {
  /** rows×cols, row-major. */
  readonly matrix: Vector;
  /** U diag(σ′) Vᵀ: the same singular vectors with other singular values. */
  with(singularValues: readonly number[]): Vector;
}

/**
 * A rows×cols matrix with these singular values and random singular vectors.
 * @param singularValues at most min(rows, cols) of them
 */
export function matrixWith(
  rows: number,
  cols: number,
  singularValues: readonly number[],
  seed: number,
): KnownMatrix {
  const u = orthonormal(rows, singularValues.length, seed);
  const v = orthonormal(cols, singularValues.length, seed + 1);
  const compose = (values: readonly number[]) =>
    Float64Array.from({ length: rows * cols }, (_, k) => {
      const i = Math.floor(k / cols);
      const j = k % cols;
      return values.reduce((sum, sigma, r) => sum + sigma * u[r][i] * v[r][j], 0);
    });
  return { matrix: compose(singularValues), with: compose };
}

/** `count` orthonormal vectors: Gram and Schmidt on normal ones, done twice, which leaves rounding errors only. */
function orthonormal(length: number, count: number, seed: number): Vector[] {
  const basis: Vector[] = [];
  for (let k = 0; k < count; k++) {
    let vector = Float64Array.from({ length }, (_, i) => normal(seed, 'data', k + 1, i));
    for (let pass = 0; pass < 2; pass++) {
      for (const other of basis) {
        const along = other.reduce((sum, entry, i) => sum + entry * vector[i], 0);
        vector = vector.map((entry, i) => entry - along * other[i]);
      }
      const norm = Math.hypot(...vector);
      vector = vector.map((entry) => entry / norm);
    }
    basis.push(vector);
  }
  return basis;
}
