import { simulate, type Chunk } from '../engine/simulate.ts';
import { CHECKPOINT_INTERVAL, type Outcome, type Piece } from '../engine/trajectory.ts';
import { pytorchScript } from '../export/pytorch/script.ts';
import { cliMessages } from '../messages/cli.ts';
import { OPTIMIZERS } from '../optimizers/registry.ts';
import { taskOf, type Run, type Scene, type Task } from '../scene/scene.ts';

/** Makes the text of a trace, piece by piece: a long run is never held as one string, nor all of its points. */
export type Format = (scenes: readonly Scene[]) => Generator<string, void, void>;

export const FORMATS = { json: formatJson, csv: formatCsv, pytorch: formatPytorch } as const satisfies Record<
  string,
  Format
>;

const { columns } = cliMessages;

function* formatJson(scenes: readonly Scene[]): Generator<string, void, void> {
  yield '{"scenes":[';
  for (const [s, scene] of scenes.entries()) {
    yield `${s === 0 ? '' : ','}{"runs":[`;
    for (const [r, run] of scene.runs.entries()) {
      if (r > 0) yield ',';
      yield* jsonOfRun(taskOf(scene, run));
    }
    yield ']}';
  }
  yield ']}\n';
}

function* jsonOfRun(task: Task): Generator<string, void, void> {
  const n = task.start.length;
  // The outcome is printed first and known last: a first pass without records finds it.
  const outcome = outcomeOf(task);
  yield `{"outcome":"${outcome.kind}"`;
  if (outcome.kind === 'stopped') yield `,"reason":"${outcome.reason.kind}"`;
  const losses: Float64Array[] = [];
  yield ',"points":[';
  for (const piece of piecesOf(task)) {
    if (losses.length > 0) yield ',';
    yield Array.from(piece.losses, (_, i) => `[${jsonOf(pointOf(piece, i, n))}]`).join(',');
    losses.push(piece.losses);
  }
  yield '],"losses":[';
  for (const [i, some] of losses.entries()) yield (i === 0 ? '' : ',') + jsonOf(some);
  yield `],"evaluations":${JSON.stringify(outcome.evaluations)}}`;
}

/** Numbers with all their digits; null for one that is not finite. */
function jsonOf(numbers: Float64Array): string {
  return Array.from(numbers, (value) => (Number.isFinite(value) ? String(value) : 'null')).join(',');
}

function* formatCsv(scenes: readonly Scene[]): Generator<string, void, void> {
  const widest = Math.max(1, ...scenes.map(({ start }) => start.length));
  const parameters =
    widest <= columns.plane.length
      ? columns.plane.slice(0, widest)
      : Array.from({ length: widest }, (_, i) => columns.parameter(i + 1));
  const head = [columns.scene, columns.run, columns.optimizer, columns.step];
  const tail = [columns.loss, columns.gradientNorm, ...columns.evaluations];
  yield `${[...head, ...parameters, ...tail].join(',')}\n`;
  for (const [s, scene] of scenes.entries())
    for (const [r, run] of scene.runs.entries())
      for (const piece of piecesOf(taskOf(scene, run)))
        yield rowsOf(piece, [s + 1, r + 1, nameOf(run)], widest, scene);
}

/** Scripts one after the other are one script, which prints the runs of all scenes in order. */
function* formatPytorch(scenes: readonly Scene[]): Generator<string, void, void> {
  for (const [s, scene] of scenes.entries()) yield (s === 0 ? '' : '\n\n') + pytorchScript(scene);
}

function rowsOf(piece: Piece, head: readonly (number | string)[], widest: number, { start }: Scene): string {
  const n = start.length;
  const blanks = Array.from({ length: widest - n }, () => '');
  return Array.from(piece.steps, (step, i) => {
    const evaluations = piece.evaluations.subarray(3 * i, 3 * i + 3);
    const row = [...head, step, ...pointOf(piece, i, n), ...blanks, piece.losses[i], piece.gradientNorms[i]];
    return `${[...row, ...evaluations].join(',')}\n`;
  }).join('');
}

function nameOf({ optimizer }: Run): string {
  return OPTIMIZERS[optimizer.id].name;
}

function pointOf({ points }: Piece, row: number, n: number): Float64Array {
  return points.subarray(row * n, row * n + n);
}

function outcomeOf(task: Task): Outcome {
  const run = simulate(task, { stride: CHECKPOINT_INTERVAL });
  for (;;) {
    const next: IteratorResult<Chunk, Outcome | null> = run.next();
    // Null belongs to runs that are told to go no further than a step.
    if (next.done) return next.value as Outcome;
  }
}

function* piecesOf(task: Task): Generator<Piece, void, void> {
  for (const { piece } of simulate(task)) yield piece;
}
