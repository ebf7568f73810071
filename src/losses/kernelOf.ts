import type { AnyValues } from '../specs/spec.ts';
import type { ElementwiseKernel, LossDefinition, VectorKernel } from './loss.ts';

/**
 * A loss of one number, for many pairs at once.
 * @throws where it is a loss of several
 */
export function elementwiseOf(definition: LossDefinition, parameters: AnyValues): ElementwiseKernel {
  const kernel = definition.elementwise?.(parameters);
  if (!kernel) throw new Error(`${definition.name} is no loss of one number`);
  return kernel;
}

/** Any loss as one of several numbers: a loss of one number is taken entry by entry, and added up. */
export function kernelOf(definition: LossDefinition, parameters: AnyValues): VectorKernel {
  if (definition.vector) return definition.vector(parameters);
  const each = elementwiseOf(definition, parameters);
  return {
    value(prediction, target) {
      const values = new Float64Array(prediction.length);
      each.values(prediction, target, values, values.length);
      return values.reduce((sum, value) => sum + value, 0);
    },
    gradient(prediction, target, out) {
      each.slopes(prediction, target, out, prediction.length);
    },
    hessian(prediction, target, out) {
      const n = prediction.length;
      const curvatures = new Float64Array(n);
      each.curvatures(prediction, target, curvatures, n);
      out.fill(0, 0, n * n);
      for (let i = 0; i < n; i++) out[i * n + i] = curvatures[i];
    },
  };
}
