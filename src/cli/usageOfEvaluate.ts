import { LOSSES, type LossId } from '../losses/registry.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { evaluateMessages as say } from '../messages/evaluate.ts';

/** The text of `evaluate --help`, with all losses and what each takes. */
export function usageOfEvaluate(): string {
  const ids = Object.keys(LOSSES) as LossId[];
  const width = Math.max(...ids.map((id) => id.length)) + 2;
  const rows = ids.map((id) => {
    const { prediction, target, parameters } = LOSSES[id];
    return `  ${id.padEnd(width)}${say.row(prediction, target, Object.keys(parameters))}`;
  });
  return say.usage(rows, Object.keys(PROBLEMS));
}
