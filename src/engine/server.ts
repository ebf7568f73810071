import type { Task } from '../scene/scene.ts';
import { assertNever } from './assertNever.ts';
import { explain } from './explain.ts';
import { createTrail, hasTrail, type Trail, type TrailRecorder } from './lightRun.ts';
import type { FromEngine, ToEngine } from './protocol.ts';
import { simulate, type Chunk } from './simulate.ts';
import { CHECKPOINT_INTERVAL, pieceOf, type Checkpoint, type Outcome, type Piece } from './trajectory.ts';

/** A slice of work: after it the worker looks at its messages, so that a newer scene cancels an older one at once. */
const SLICE_MILLISECONDS = 4;

/** So many problems are kept: a few settings of a slider. */
const MOST_PROBLEMS = 8;

/** What the server needs of the thread it runs in. */
export interface Thread {
  send(message: FromEngine, transfer: ArrayBuffer[]): void;
  /** Milliseconds, of any origin. */
  now(): number;
  /** Calls back after pending messages have been received. */
  later(callback: () => void): void;
}

type Question = Extract<ToEngine, { readonly question: number }>;
type Run = Extract<ToEngine, { readonly type: 'run' }>;

interface RunState {
  readonly task: Task;
  readonly generator: Generator<Chunk, Outcome | null, void>;
  readonly checkpoints: Checkpoint[];
  readonly trail: TrailRecorder | null;
}

/** The worker's side of the protocol, without the worker: computes runs in slices, round and round, and answers questions. */
export function createServer(thread: Thread): { receive(message: ToEngine): void } {
  const runs = new Map<number, RunState>();
  const known = createMemory();
  const active = new Set<number>();
  /** Those that wait until their run has a checkpoint near enough: a slice must stay short. */
  let questions: Question[] = [];
  let sliceBegan = 0;
  let scheduled = false;

  /** The runs of the turn that is next, and the turn that was begun last. */
  let waiting: Run[] = [];
  let begunTurn: number | null = null;

  const isOver = () => thread.now() - sliceBegan > SLICE_MILLISECONDS;

  const begin = (message: Run) => {
    begunTurn = message.turn;
    runs.set(message.run, begun({ ...message, task: known(message.task) }, isOver));
    active.add(message.run);
    schedule();
  };

  const beginWaiting = () => {
    const next = waiting;
    waiting = [];
    for (const message of next) begin(message);
  };

  const schedule = () => {
    if (scheduled || active.size === 0) return;
    scheduled = true;
    thread.later(slice);
  };

  const slice = () => {
    scheduled = false;
    sliceBegan = thread.now();
    const pieces: { run: number; piece: Piece; trail: Trail | null }[] = [];
    const ended: { run: number; outcome: Outcome }[] = [];
    while (active.size > 0 && !isOver()) {
      for (const run of active) {
        const state = runs.get(run) as RunState;
        const next = state.generator.next();
        if (next.done) {
          active.delete(run);
          ended.push({ run, outcome: next.value as Outcome });
        } else {
          pieces.push({ run, piece: next.value.piece, trail: state.trail?.take() ?? null });
          if (next.value.checkpoint) state.checkpoints.push(next.value.checkpoint);
        }
        if (isOver()) {
          // The run that took its turn goes to the end of the queue, so that all of them advance.
          if (active.delete(run)) active.add(run);
          break;
        }
      }
      if (active.size === 0) beginWaiting();
    }
    thread.send(
      { type: 'progress', pieces, ended },
      pieces.flatMap(({ piece, trail }) => (trail ? [bufferOf(piece), bufferOf(trail)] : [bufferOf(piece)])),
    );
    answer();
    schedule();
  };

  const answer = () => {
    questions = questions.filter((question) => {
      const state = runs.get(question.run);
      const step = question.type === 'replay' ? question.from : question.step;
      if (state && active.has(question.run) && !hasCheckpointBefore(state, step)) return true;
      thread.send(answerTo(question, state), []);
      return false;
    });
  };

  return {
    receive(message) {
      switch (message.type) {
        case 'run':
          if (message.turn === null || message.turn === begunTurn || active.size === 0) begin(message);
          else waiting = [...waiting.filter(({ turn }) => turn === message.turn), message];
          return;
        case 'forget':
          runs.delete(message.run);
          active.delete(message.run);
          waiting = waiting.filter(({ run }) => run !== message.run);
          if (active.size === 0) beginWaiting();
          answer();
          return;
        case 'replay':
        case 'explain':
          questions.push(message);
          answer();
          return;
        case 'ping':
          thread.send({ type: 'pong' }, []);
          return;
        default:
          assertNever(message);
      }
    },
  };
}

function begun({ task, stride, isLight }: Run, pause: () => boolean): RunState {
  const trail = isLight && hasTrail(task) ? createTrail(task.start.length) : null;
  const light = isLight ? { light: true, ...(trail && { onPoint: trail.add }) } : {};
  return { task, generator: simulate(task, { stride, pause, ...light }), checkpoints: [], trail };
}

/**
 * Gives tasks of equal problems one and the same: each message brings a copy of its own, and a problem over data is dear to
 * make.
 */
function createMemory(): (task: Task) => Task {
  const problems = new Map<string, Task['problem']>();
  return (task) => {
    const content = JSON.stringify(task.problem);
    const problem = problems.get(content) ?? task.problem;
    problems.delete(content);
    problems.set(content, problem);
    const [oldest] = problems.keys();
    if (problems.size > MOST_PROBLEMS) problems.delete(oldest);
    return { ...task, problem };
  };
}

/** The one buffer behind all views of a piece. */
function bufferOf({ points }: Piece | Trail): ArrayBuffer {
  return points.buffer as ArrayBuffer;
}

function checkpointBefore({ checkpoints }: RunState, step: number): Checkpoint | undefined {
  return checkpoints.findLast((checkpoint) => checkpoint.step < step);
}

/** Whether a step can be replayed from less than a checkpoint interval before it. */
function hasCheckpointBefore({ checkpoints }: RunState, step: number): boolean {
  const needed = Math.floor((step - 1) / CHECKPOINT_INTERVAL) * CHECKPOINT_INTERVAL;
  return needed <= 0 || (checkpoints.at(-1)?.step ?? 0) >= needed;
}

function answerTo(message: Question, state: RunState | undefined): FromEngine {
  const { question } = message;
  if (message.type === 'replay')
    return { type: 'replayed', question, piece: state ? replay(state, message.from, message.to) : null };
  const { step } = message;
  const explanation = state ? explain(state.task, step, checkpointBefore(state, step)) : null;
  return { type: 'explained', question, explanation };
}

/** All rows from step `from` to step `to`, both included, as far as the run went. */
function replay(state: RunState, from: number, to: number): Piece {
  const checkpoint = checkpointBefore(state, from);
  const options = { until: Math.min(to, state.task.steps), ...(checkpoint ? { from: checkpoint } : {}) };
  const pieces: Piece[] = [];
  for (const { piece } of simulate(state.task, options)) pieces.push(piece);
  return rowsFrom(joined(pieces, state.task.start.length), from, state.task.start.length);
}

function joined(pieces: readonly Piece[], n: number): Piece {
  const rows = pieces.reduce((sum, { steps }) => sum + steps.length, 0);
  const steps = new Uint32Array(rows);
  gather(steps, pieces, ({ steps: part }) => part);
  return pieceOf(n, steps, (column, width) => {
    const all = new Float64Array(rows * width);
    gather(all, pieces, (piece) => piece[column]);
    return all;
  });
}

function gather<A extends Uint32Array | Float64Array>(
  into: A,
  pieces: readonly Piece[],
  partOf: (piece: Piece) => A,
): void {
  let offset = 0;
  for (const piece of pieces) {
    const part = partOf(piece);
    into.set(part, offset);
    offset += part.length;
  }
}

function rowsFrom(piece: Piece, step: number, n: number): Piece {
  let row = 0;
  while (row < piece.steps.length && piece.steps[row] < step) row++;
  return pieceOf(n, piece.steps.slice(row), (column, width) => piece[column].slice(row * width));
}
