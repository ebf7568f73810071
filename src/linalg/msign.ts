import type { Vector } from './vector.ts';

/** Singular values at or below this part of the largest count as zero, and leave msign's rank. */
export const RANK_CUT = 1e-12;

const MAX_SWEEPS = 40;
const ORTHOGONAL = 1e-15;

/** Numbers of scratch space that `msignInto` needs for a rows×cols matrix. */
export function msignScratchSize(rows: number, cols: number): number {
  const short = Math.min(rows, cols);
  return rows * cols + short * short;
}

/**
 * The matrix sign msign(M) = U_r V_rᵀ of M = U Σ Vᵀ, r its rank: all non-zero singular values become 1.
 * A column or row becomes m/‖m‖. msign(0) = 0; where an entry is not finite, all are NaN. One-sided Jacobi
 * (Hestenes 1958), so small singular values keep their relative accuracy; nothing is allocated.
 *
 * @param m rows×cols, row-major
 * @param out rows×cols, row-major; may be `m`
 * @param scratch at least `msignScratchSize(rows, cols)` numbers
 * Source: Westlake, “Understanding the Matrix Sign Function”; its rank-r form.
 */
export function msignInto(rows: number, cols: number, m: Vector, out: Vector, scratch: Vector): void {
  const size = rows * cols;
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, Math.abs(m[i]));
  if (largest === 0 || !Number.isFinite(largest)) {
    out.fill(largest === 0 ? 0 : Number.NaN, 0, size);
    return;
  }
  if (rows === 1 || cols === 1) normalizeInto(size, m, largest, out);
  else jacobiSignInto(rows, cols, m, largest, out, scratch);
}

function normalizeInto(size: number, m: Vector, largest: number, out: Vector): void {
  let squares = 0;
  for (let i = 0; i < size; i++) squares += (m[i] / largest) ** 2;
  const norm = Math.sqrt(squares);
  for (let i = 0; i < size; i++) out[i] = m[i] / largest / norm;
}

function jacobiSignInto(
  rows: number,
  cols: number,
  m: Vector,
  largest: number,
  out: Vector,
  scratch: Vector,
): void {
  // Work on the tall orientation: `columns` vectors of `length`, stored one after the other in w.
  const length = Math.max(rows, cols);
  const columns = Math.min(rows, cols);
  const rowStride = rows >= cols ? cols : 1;
  const columnStride = rows >= cols ? 1 : cols;
  const w = scratch;
  const v = rows * cols; // offset of the columns×columns rotation
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < length; i++) w[j * length + i] = m[i * rowStride + j * columnStride] / largest;
    for (let k = 0; k < columns; k++) w[v + j * columns + k] = j === k ? 1 : 0;
  }
  for (let sweep = 0; sweep < MAX_SWEEPS; sweep++) {
    let rotated = false;
    for (let p = 0; p < columns - 1; p++)
      for (let q = p + 1; q < columns; q++)
        if (orthogonalize(w, p * length, q * length, length, v + p * columns, v + q * columns, columns))
          rotated = true;
    if (!rotated) break;
  }
  let sigmaMax = 0;
  for (let j = 0; j < columns; j++) sigmaMax = Math.max(sigmaMax, norm(w, j * length, length));
  out.fill(0, 0, rows * cols);
  for (let j = 0; j < columns; j++) {
    const sigma = norm(w, j * length, length);
    if (!(sigma > RANK_CUT * sigmaMax)) continue;
    for (let i = 0; i < length; i++)
      for (let k = 0; k < columns; k++)
        out[i * rowStride + k * columnStride] += (w[j * length + i] / sigma) * w[v + j * columns + k];
  }
}

/** Rotates the vectors at p and q (and their rows of V) until they are orthogonal; false if they already were. */
function orthogonalize(
  w: Vector,
  p: number,
  q: number,
  length: number,
  vp: number,
  vq: number,
  columns: number,
): boolean {
  let alpha = 0;
  let beta = 0;
  let gamma = 0;
  for (let i = 0; i < length; i++) {
    alpha += w[p + i] * w[p + i];
    beta += w[q + i] * w[q + i];
    gamma += w[p + i] * w[q + i];
  }
  if (!(Math.abs(gamma) > ORTHOGONAL * Math.sqrt(alpha * beta))) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const tangent = (zeta >= 0 ? 1 : -1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  rotate(w, p, q, length, cosine, sine);
  rotate(w, vp, vq, columns, cosine, sine);
  return true;
}

function rotate(w: Vector, p: number, q: number, length: number, cosine: number, sine: number): void {
  for (let i = 0; i < length; i++) {
    const a = w[p + i];
    const b = w[q + i];
    w[p + i] = cosine * a - sine * b;
    w[q + i] = sine * a + cosine * b;
  }
}

function norm(w: Vector, offset: number, length: number): number {
  let squares = 0;
  for (let i = 0; i < length; i++) squares += w[offset + i] * w[offset + i];
  return Math.sqrt(squares);
}
