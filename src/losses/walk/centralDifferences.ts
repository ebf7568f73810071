import type { VectorKernel } from '../loss.ts';

/** Half the distance between the two points that are compared. */
export const DIFFERENCE = 1e-4;

/** The gradient of a loss from its values alone: (L(s + h) − L(s − h)) / 2h in each entry of the prediction. */
export function centralDifferences(
  kernel: VectorKernel,
  prediction: readonly number[],
  target: readonly number[],
  h = DIFFERENCE,
): number[] {
  const y = Float64Array.from(target);
  return prediction.map((s, k) => {
    const at = Float64Array.from(prediction);
    at[k] = s + h;
    const above = kernel.value(at, y);
    at[k] = s - h;
    return (above - kernel.value(at, y)) / (2 * h);
  });
}
