import type { Vector } from './vector.ts';

/** Coefficients (a, b, c) of X ← aX + bXXᵀX + c(XXᵀ)²X. */
export type Coefficients = readonly [number, number, number];

export const NEWTON_SCHULZ_COEFFICIENTS = {
  /** Keller Jordan's, tuned for speed: singular values end in a band around 1 (Memphis, “Pytorch code” of Muon). */
  jordan: [3.4445, -4.775, 2.0315],
  /** The Taylor expansion of msign: singular values converge to 1 (Westlake, “Efficient Implementation via Newton-Schulz”). */
  taylor: [15 / 8, -5 / 4, 3 / 8],
} as const satisfies Record<string, Coefficients>;

/** Added to the norm by which M is first divided (Memphis, `newtonschulz5` of “Pytorch code”). */
const NORM_EPSILON = 1e-7;

/** Numbers of scratch space that `newtonSchulzInto` needs for a rows×cols matrix. */
export function newtonSchulzScratchSize(rows: number, cols: number): number {
  const short = Math.min(rows, cols);
  return 2 * short * short + Math.max(rows, cols);
}

/**
 * Approximates msign(M): X = M/(‖M‖_F + 1e-7), then `steps` times X ← aX + bXXᵀX + c(XXᵀ)²X.
 * Works with the Gram matrix of the shorter side, so a column or row costs no more than its norm.
 * @param m rows×cols, row-major
 * @param out rows×cols, row-major; may be `m`
 * @param scratch at least `newtonSchulzScratchSize(rows, cols)` numbers
 */
export function newtonSchulzInto(
  rows: number,
  cols: number,
  m: Vector,
  steps: number,
  coefficients: Coefficients,
  out: Vector,
  scratch: Vector,
): void {
  // By index: taking a list apart allocates its iterator.
  const a = coefficients[0];
  const b = coefficients[1];
  const c = coefficients[2];
  const size = rows * cols;
  const norm = normOf(size, m) + NORM_EPSILON;
  for (let i = 0; i < size; i++) out[i] = m[i] / norm;

  // The k vectors of the shorter side: vector j has its entry i at i·entryStride + j·vectorStride.
  const k = Math.min(rows, cols);
  const length = Math.max(rows, cols);
  const entryStride = rows >= cols ? cols : 1;
  const vectorStride = rows >= cols ? 1 : cols;
  const polynomial = k * k; // offsets into scratch: Gram matrix, then bG + cG², then one line of X
  const line = 2 * k * k;
  for (let step = 0; step < steps; step++) {
    for (let p = 0; p < k; p++)
      for (let q = 0; q < k; q++) {
        let dot = 0;
        for (let i = 0; i < length; i++)
          dot += out[i * entryStride + p * vectorStride] * out[i * entryStride + q * vectorStride];
        scratch[p * k + q] = dot;
      }
    for (let p = 0; p < k; p++)
      for (let q = 0; q < k; q++) {
        let square = 0;
        for (let r = 0; r < k; r++) square += scratch[p * k + r] * scratch[r * k + q];
        scratch[polynomial + p * k + q] = b * scratch[p * k + q] + c * square;
      }
    for (let i = 0; i < length; i++) {
      for (let q = 0; q < k; q++) {
        const entry = out[i * entryStride + q * vectorStride];
        let sum = a * entry;
        for (let r = 0; r < k; r++)
          sum += out[i * entryStride + r * vectorStride] * scratch[polynomial + r * k + q];
        scratch[line + q] = sum;
      }
      for (let q = 0; q < k; q++) out[i * entryStride + q * vectorStride] = scratch[line + q];
    }
  }
}

/** The same iteration on a diagonal matrix, given by its diagonal: each entry goes its own way. */
export function newtonSchulzDiagonalInto(
  size: number,
  m: Vector,
  steps: number,
  coefficients: Coefficients,
  out: Vector,
): void {
  const a = coefficients[0];
  const b = coefficients[1];
  const c = coefficients[2];
  const norm = normOf(size, m) + NORM_EPSILON;
  for (let i = 0; i < size; i++) {
    let x = m[i] / norm;
    for (let step = 0; step < steps; step++) {
      const square = x * x;
      x *= a + square * (b + c * square);
    }
    out[i] = x;
  }
}

/** ‖m‖, by way of the largest entry, so that no square overflows. */
function normOf(size: number, m: Vector): number {
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, Math.abs(m[i]));
  if (largest === 0) return 0;
  let squares = 0;
  for (let i = 0; i < size; i++) squares += (m[i] / largest) ** 2;
  return largest * Math.sqrt(squares);
}
