import { assertNever } from '../../src/engine/assertNever.ts';
import type { Explanation } from '../../src/engine/explain.ts';
import { isLightInHand } from '../../src/engine/lightRun.ts';
import type { FromEngine, ToEngine } from '../../src/engine/protocol.ts';
import type { Piece } from '../../src/engine/trajectory.ts';
import { taskKey, type Task } from '../../src/scene/scene.ts';
import { createBackground } from './background.ts';
import type { EngineClient } from './engineClient.ts';
import { createTrajectory, lightKey, writePiece, writeTrail, type Trajectory } from './trajectories.ts';
import type { WorkerPort } from './workerPort.ts';

export interface ClientOptions {
  readonly spawn: () => WorkerPort<ToEngine, FromEngine>;
  readonly setTimer: (callback: () => void, milliseconds: number) => number;
  readonly clearTimer: (timer: number) => void;
  /** The worker died and its runs are computed again, or (`gaveUp`) it died too often. */
  readonly onDeath: (gaveUp: boolean) => void;
  /** Runs are computed again after the client had given up. */
  readonly onRecovery: () => void;
}

/** With work under way, a worker that is silent this long is asked whether it is there. */
const SILENCE_MILLISECONDS = 1000;
/** One that gives no answer for so long is dead, and not only short of a busy computer’s time. */
const PATIENCE_MILLISECONDS = 3000;
/** So many deaths before all shown runs have ended, and the client gives up until the scene changes. */
const MAX_DEATHS = 3;
/** Complete trajectories kept beside those shown, so that going back shows them at once. */
const KEPT = 24;

interface Entry {
  readonly run: number;
  readonly trajectory: Trajectory;
}

type Question = { readonly run: number; readonly message: ToEngine } & (
  | { readonly kind: 'replay'; readonly answer: (piece: Piece | null) => void }
  | { readonly kind: 'explain'; readonly answer: (explanation: Explanation | null) => void }
);

/** Keeps a worker busy with the runs that are shown, and alive: whatever happens to it, the same numbers arrive. */
export function createEngineClient(options: ClientOptions): EngineClient {
  const listeners = new Set<() => void>();
  const attendedListeners = new Set<() => void>();
  const questions = new Map<number, Question>();
  let entries = new Map<string, Entry>(); // by task key, least recently shown first
  let shown = new Set<string>();
  let nextNumber = 1;
  let deaths = 0;
  let timer: number | null = null;
  let asked = false;
  let heard = false;
  const background = createBackground(
    (message) => worker.postMessage(message),
    () => nextNumber++,
  );
  let worker = start();

  function start(): WorkerPort<ToEngine, FromEngine> {
    const port = options.spawn();
    port.onmessage = ({ data }) => receive(data);
    port.onerror = () => revive();
    return port;
  }

  const isComputing = () => [...shown].some((key) => entries.get(key)?.trajectory.outcome === null);
  const isBusy = () => questions.size > 0 || background.isUnderWay || isComputing();

  function watch(): void {
    if (timer !== null || !isBusy() || deaths >= MAX_DEATHS) return;
    heard = false;
    timer = options.setTimer(
      () => {
        timer = null;
        if (heard || !isBusy()) asked = false;
        else if (asked) {
          revive();
          return;
        } else {
          // The page itself may have been held up: its own question settles who is late.
          asked = true;
          worker.postMessage({ type: 'ping' });
        }
        watch();
      },
      asked ? PATIENCE_MILLISECONDS : SILENCE_MILLISECONDS,
    );
  }

  function revive(): void {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    deaths += 1;
    asked = false;
    if (timer !== null) options.clearTimer(timer);
    timer = null;
    options.onDeath(deaths >= MAX_DEATHS);
    background.lose();
    worker = start();
    if (deaths >= MAX_DEATHS) {
      for (const { answer } of questions.values()) answer(null);
      questions.clear();
      return;
    }
    for (const [key, entry] of entries)
      if (shown.has(key)) begin(entry);
      else entries.delete(key);
    for (const { message } of questions.values()) worker.postMessage(message);
    goOn();
  }

  /** Whoever has nothing of the shown runs left to compute computes what is in the background. */
  function goOn(): void {
    if (deaths < MAX_DEATHS) {
      if (isComputing()) background.pause();
      else background.advance();
    }
    watch();
  }

  // A finished run is begun too: the worker needs its checkpoints to answer questions.
  function begin({ run, trajectory: { task, stride, isLight } }: Entry, turn: number | null = null): void {
    worker.postMessage({ type: 'run', run, task, stride, isLight, turn });
  }

  function receive(message: FromEngine): void {
    heard = true;
    asked = false;
    switch (message.type) {
      case 'progress':
        progress(message);
        return;
      case 'replayed':
      case 'explained': {
        const question = questions.get(message.question);
        questions.delete(message.question);
        if (question?.kind === 'replay' && message.type === 'replayed') question.answer(message.piece);
        if (question?.kind === 'explain' && message.type === 'explained')
          question.answer(message.explanation);
        return;
      }
      case 'pong':
        return;
      default:
        assertNever(message);
    }
  }

  function progress({ pieces, ended }: Extract<FromEngine, { readonly type: 'progress' }>): void {
    let isAttended = false;
    let isShown = false;
    const sort = (isBackground: boolean) => {
      if (isBackground) isAttended = true;
      else isShown = true;
      return isBackground;
    };
    for (const { run, piece, trail } of pieces) {
      if (sort(background.receive(run, piece))) continue;
      const trajectory = trajectoryOf(run);
      if (!trajectory) continue;
      writePiece(trajectory, piece);
      if (trail) writeTrail(trajectory, trail);
    }
    for (const { run, outcome } of ended) {
      if (sort(background.end(run, outcome))) continue;
      const trajectory = trajectoryOf(run);
      if (trajectory) trajectory.outcome = outcome;
    }
    goOn();
    if (!isBusy()) deaths = 0;
    if (isShown) for (const listener of listeners) listener();
    if (isAttended) for (const listener of attendedListeners) listener();
  }

  function trajectoryOf(run: number): Trajectory | undefined {
    for (const entry of entries.values()) if (entry.run === run) return entry.trajectory;
    return undefined;
  }

  function forget(key: string, { run }: Entry): void {
    entries.delete(key);
    worker.postMessage({ type: 'forget', run });
    for (const [number, question] of questions)
      if (question.run === run) {
        questions.delete(number);
        question.answer(null);
      }
  }

  function ask<A>(
    trajectory: Trajectory,
    make: (question: number, run: number, answer: (answer: A | null) => void) => Question,
  ): Promise<A | null> {
    return new Promise((answer) => {
      const entry = entries.get(trajectory.key);
      if (!entry) {
        answer(null);
        return;
      }
      const question = make(nextNumber, entry.run, answer);
      questions.set(nextNumber, question);
      nextNumber += 1;
      worker.postMessage(question.message);
      watch();
    });
  }

  function keep(turns: readonly (readonly Task[])[], isHasty: boolean): Trajectory[][] {
    // After it gave up, the new worker knows of no run: what is still to be shown is begun there.
    const isNewStart = deaths >= MAX_DEATHS;
    if (isNewStart) {
      deaths = 0;
      options.onRecovery();
    }
    const kept = new Map<string, Entry>();
    const trajectories = turns.map((tasks, place) => {
      const turn = place === 0 ? null : nextNumber++;
      return tasks.map((task) => {
        const wholeKey = taskKey(task);
        const isLight = isHasty && !kept.has(wholeKey) && !entries.has(wholeKey) && isLightInHand(task);
        const key = isLight ? lightKey(wholeKey) : wholeKey;
        let entry = kept.get(key) ?? entries.get(key);
        entries.delete(key);
        if (!entry) {
          entry = { run: nextNumber++, trajectory: createTrajectory(key, task, isLight) };
          begin(entry, turn);
        } else if (isNewStart && !kept.has(key)) begin(entry, turn);
        kept.set(key, entry);
        return entry.trajectory;
      });
    });
    const surplus = entries.size - KEPT;
    let index = 0;
    for (const [key, entry] of entries) {
      if (entry.trajectory.outcome === null || entry.trajectory.isLight || index < surplus)
        forget(key, entry);
      index += 1;
    }
    entries = new Map([...entries, ...kept]);
    shown = new Set(kept.keys());
    goOn();
    return trajectories;
  }

  return {
    show: (tasks, isHasty = false) => keep([tasks], isHasty)[0],
    showInTurn: (turns) => keep(turns, true),
    attend(tasks) {
      const members = background.attend(tasks);
      goOn();
      return members;
    },
    onAttended(listener) {
      attendedListeners.add(listener);
      return () => attendedListeners.delete(listener);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    replay: (trajectory, from, to) =>
      ask<Piece>(trajectory, (question, run, answer) => ({
        kind: 'replay',
        run,
        answer,
        message: { type: 'replay', question, run, from, to },
      })),
    explain: (trajectory, step) =>
      ask<Explanation>(trajectory, (question, run, answer) => ({
        kind: 'explain',
        run,
        answer,
        message: { type: 'explain', question, run, step },
      })),
    dispose() {
      if (timer !== null) options.clearTimer(timer);
      worker.terminate();
    },
  };
}
