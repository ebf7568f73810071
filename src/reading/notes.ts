import type { TexNode } from '../equations/parseTex.ts';
import { equationMessages as say } from '../messages/equations.ts';
import { createProblem } from '../problems/createProblem.ts';
import type { Task } from '../scene/scene.ts';
import type { Explanation } from '../engine/explain.ts';
import { partsOf } from '../equations/partsOf.ts';
import { epochAt } from '../random/batches.ts';

/** What a reader of a line must know beside its symbols, a sentence each: its functions, and what is in its gradient. */
export function notesOf(node: TexNode, { problem, sampling }: Task): readonly string[] {
  const called = [...new Set(callsIn(node))];
  const notes: string[] = called.flatMap((name) =>
    Object.entries(say.functions).flatMap(([known, sentence]) => (known === name ? [sentence] : [])),
  );
  const { samples, online } = createProblem(problem);
  const isNoisy = samples === 0 && sampling.batchSize !== 'full' && sampling.noise > 0;
  if (isNoisy && called.includes('gradient')) notes.push(say.noise);
  if (online && asksLoss(node)) notes.push(say.online);
  return notes;
}

/** Whether a line asks for f or its derivatives. */
export function asksLoss(node: TexNode): boolean {
  return callsIn(node).some((name) => name === 'value' || name === 'gradient' || name === 'hessian');
}

/** Batches of no more samples are told sample by sample. */
const FEW = 8;

/** Over which samples the mean is taken in a step; null on a problem without samples. Samples are numbered from 1. */
export function samplesNote({ problem, sampling }: Task, { t, batch }: Explanation): string | null {
  const { samples } = createProblem(problem);
  if (samples === 0) return null;
  const all = count(samples);
  if (batch === null) return say.allSamples(all);
  const place = epochAt(sampling, samples, t);
  const numbers = batch.length > FEW ? null : Array.from(batch, (i) => count(i + 1));
  return (
    say.batch(count(batch.length), all, numbers) +
    (place === null ? '' : ` ${say.epoch(count(place.batch), count(place.batches), count(place.epoch))}`)
  );
}

function count(n: number): string {
  return n.toLocaleString('en');
}

function callsIn(node: TexNode): string[] {
  const inside = partsOf(node).flatMap(callsIn);
  return node.kind === 'call' ? [node.name, ...inside] : inside;
}
