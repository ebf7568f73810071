import type { TexNode } from '../equations/parseTex.ts';
import { equationMessages as say } from '../messages/equations.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Task } from '../scene/scene.ts';
import { partsOf } from '../equations/partsOf.ts';

/** What a reader of a line must know beside its symbols, a sentence each: its functions, and what is in its gradient. */
export function notesOf(node: TexNode, { problem, sampling }: Task): readonly string[] {
  const called = [...new Set(callsIn(node))];
  const notes: string[] = called.flatMap((name) =>
    Object.entries(say.functions).flatMap(([known, sentence]) => (known === name ? [sentence] : [])),
  );
  const isNoisy = sampling.batchSize !== 'full' && sampling.noise > 0;
  const asks = called.some((name) => name === 'value' || name === 'gradient' || name === 'hessian');
  if (isNoisy && called.includes('gradient')) notes.push(say.noise);
  if (asks && createProblem(problem).online) notes.push(say.online);
  return notes;
}

function callsIn(node: TexNode): string[] {
  const inside = partsOf(node).flatMap(callsIn);
  return node.kind === 'call' ? [node.name, ...inside] : inside;
}
