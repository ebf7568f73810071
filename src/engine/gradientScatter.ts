import type { Vector } from '../linalg/vector.ts';
import type { Sampling } from '../scene/scene.ts';

/** Mean and covariance of the gradients of single samples, in the plane of two parameters. */
export interface GradientMoments {
  readonly mean: readonly [number, number];
  /** Entries of the covariance over all samples, each counted 1/N. */
  readonly xx: number;
  readonly xy: number;
  readonly yy: number;
  /** σ: the root mean square distance of one sample's gradient from the mean, √(xx + yy). */
  readonly deviation: number;
}

/** @param gradients two numbers a sample */
export function gradientMoments(gradients: Vector, count: number): GradientMoments {
  let [sumX, sumY] = [0, 0];
  for (let i = 0; i < count; i++) {
    sumX += gradients[2 * i];
    sumY += gradients[2 * i + 1];
  }
  const [meanX, meanY] = [sumX / count, sumY / count];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    const dx = gradients[2 * i] - meanX;
    const dy = gradients[2 * i + 1] - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  return {
    mean: [meanX, meanY],
    xx: xx / count,
    xy: xy / count,
    yy: yy / count,
    deviation: Math.sqrt((xx + yy) / count),
  };
}

/**
 * The root mean square distance of a batch's mean gradient from that of all samples, as a part of σ: 1/√B with replacement,
 * and √((N−B)/(N−1))/√B where no sample is drawn twice (Cochran, Sampling Techniques, 3rd ed., Theorem 2.2).
 * @param samples N
 * @param size B; in an order of epochs at most N
 */
export function partOfDeviation(samples: number, size: number, order: Sampling['order']): number {
  const alone = 1 / Math.sqrt(size);
  if (order === 'replacement') return alone;
  return samples <= 1 ? 0 : alone * Math.sqrt(Math.max(0, samples - size) / (samples - 1));
}

/** Writes the mean gradient of a batch into two entries. */
export function batchMeanInto(gradients: Vector, batch: Uint32Array, out: Vector, offset: number): void {
  let x = 0;
  let y = 0;
  for (let j = 0; j < batch.length; j++) {
    x += gradients[2 * batch[j]];
    y += gradients[2 * batch[j] + 1];
  }
  out[offset] = x / batch.length;
  out[offset + 1] = y / batch.length;
}

/** The root mean square distance of points, two numbers each, from a point that was not estimated from them. */
export function deviationFrom([x, y]: readonly [number, number], points: Vector): number {
  let squares = 0;
  for (let k = 0; k < points.length; k += 2) squares += (points[k] - x) ** 2 + (points[k + 1] - y) ** 2;
  return Math.sqrt(squares / (points.length / 2));
}

/** Half the axes of the ellipse of one standard deviation, and the angle of the longer one. */
export interface DeviationEllipse {
  readonly major: number;
  readonly minor: number;
  /** Radians from the first coordinate's axis towards the second's. */
  readonly angle: number;
}

/** @param moments of single samples; a batch's ellipse is this one times its part of the deviation */
export function deviationEllipse({ xx, xy, yy }: GradientMoments): DeviationEllipse {
  const middle = (xx + yy) / 2;
  const radius = Math.hypot((xx - yy) / 2, xy);
  return {
    major: Math.sqrt(middle + radius),
    minor: Math.sqrt(Math.max(0, middle - radius)),
    angle: Math.atan2(2 * xy, xx - yy) / 2,
  };
}
