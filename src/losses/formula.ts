import { evaluateTex, type Value } from '../equations/evaluateTex.ts';
import type { Vector } from '../linalg/vector.ts';
import type { AnyValues } from '../specs/spec.ts';
import type { LossDefinition } from './loss.ts';

/**
 * What the names of a loss's displayed lines are worth, those of the lines included, by the lines themselves.
 * @param target as its kernel takes it
 */
export function formulaValues(
  definition: Pick<LossDefinition, 'equations' | 'target'>,
  parameters: AnyValues,
  prediction: Vector,
  target: Vector,
): Readonly<Record<string, Value>> {
  const settings = Object.entries(parameters).flatMap(([name, value]): [string, Value][] =>
    typeof value === 'number' ? [[name, value]] : [],
  );
  const names: Record<string, Value> = {
    ...Object.fromEntries(settings),
    prediction,
    ...targetNames(definition, prediction.length, target),
  };
  for (const { left, right } of definition.equations)
    names[left] = evaluateTex(right, { names, functions: {} });
  return names;
}

function targetNames(
  { target: kind }: Pick<LossDefinition, 'target'>,
  n: number,
  target: Vector,
): Record<string, Value> {
  if (kind === 'class') return { target: target[0] + 1 };
  if (kind !== 'samples') return { target };
  const rows = target.length / (n + 1);
  return {
    inputs: { rows, cols: n, data: target.filter((_, i) => i % (n + 1) < n) },
    target: target.filter((_, i) => i % (n + 1) === n),
  };
}
