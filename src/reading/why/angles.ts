import type { Vector } from '../../linalg/vector.ts';

export function dot(a: Vector, b: Vector): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

/** Euclidean length, without overflow. */
export function lengthOf(vector: Vector): number {
  return Math.hypot(...vector);
}

export function scaledBy(factor: number, vector: Vector): Vector {
  return vector.map((entry) => factor * entry);
}

export function difference(a: Vector, b: Vector): Vector {
  return a.map((entry, i) => entry - b[i]);
}

/**
 * The angle between two directions in degrees, 0 to 180; null where one has none: it is 0 or not finite. From the
 * difference and the sum of the unit vectors, which is accurate for every angle (Kahan, “Miscalculating Area and Angles
 * of a Needle-like Triangle”, §12).
 */
export function angleBetween(a: Vector, b: Vector): number | null {
  const [u, v] = [unit(a), unit(b)];
  if (!u || !v) return null;
  const apart = lengthOf(difference(u, v));
  const together = lengthOf(u.map((entry, i) => entry + v[i]));
  return (2 * Math.atan2(apart, together) * 180) / Math.PI;
}

/** The angle between a direction and a line in degrees, 0 to 90. */
export function angleToLine(a: Vector, line: Vector): number | null {
  const angle = angleBetween(a, line);
  return angle === null ? null : Math.min(angle, 180 - angle);
}

/** The direction of a vector, of length 1; null where it has none. */
export function unit(vector: Vector): Vector | null {
  const largest = vector.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  if (!(largest > 0) || !vector.every(Number.isFinite)) return null;
  const scaled = vector.map((entry) => entry / largest);
  const length = lengthOf(scaled);
  return scaled.map((entry) => entry / length);
}

/** Below this no angle is stated: it would not be seen on the map. */
export const LEAST_ANGLE = 2;

/** Whether an angle is known and large enough to be stated. */
export function isTurned(angle: number | null): angle is number {
  return angle !== null && angle >= LEAST_ANGLE;
}
