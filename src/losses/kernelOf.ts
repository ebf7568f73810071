import type { AnyValues } from '../specs/spec.ts';
import type { LossDefinition, VectorKernel } from './loss.ts';

/** Any loss as one of several numbers: a loss of one number is taken entry by entry, and added up. */
export function kernelOf(definition: LossDefinition, parameters: AnyValues): VectorKernel {
  if (definition.vector) return definition.vector(parameters);
  if (!definition.elementwise) throw new Error(`${definition.name} has no kernel`);
  const each = definition.elementwise(parameters);
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
