import type { ElementwiseKernel, VectorKernel } from '../loss.ts';
import { LOSSES, type LossId } from '../registry.ts';

/**
 * The kernel of a loss of several numbers that has no parameters.
 * @throws where the loss is one of one number
 */
export function vectorKernel(id: LossId): VectorKernel {
  const kernel = LOSSES[id].vector?.({});
  if (!kernel) throw new Error(`${id} is no loss of several numbers`);
  return kernel;
}

/**
 * The kernel of a loss of one number that has no parameters.
 * @throws where the loss is one of several
 */
export function elementwiseKernel(id: LossId): ElementwiseKernel {
  const kernel = LOSSES[id].elementwise?.({});
  if (!kernel) throw new Error(`${id} is no loss of one number`);
  return kernel;
}
