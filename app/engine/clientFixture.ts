import { expect } from 'vitest';
import '../../src/problems/data/atOnce.ts';
import type { FromEngine, ToEngine } from '../../src/engine/protocol.ts';
import { createServer } from '../../src/engine/server.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskOf, type Task } from '../../src/scene/scene.ts';
import { createEngineClient } from './client.ts';
import type { EngineClient } from './engineClient.ts';
import type { WorkerPort } from './workerPort.ts';

// For tests only: an engine with its worker, without threads.

/** A page without threads: workers, timers and the event loop are lists that the test empties. */
export function createPage() {
  const loop: (() => void)[] = [];
  const timers = new Map<number, { at: number; callback: () => void }>();
  const deaths: boolean[] = [];
  let recoveries = 0;
  const posted: ToEngine[] = [];
  let clock = 0;
  let nextTimer = 1;
  let living: { alive: boolean } = { alive: true };
  let spawned = 0;

  const spawn = (): WorkerPort<ToEngine, FromEngine> => {
    spawned += 1;
    const state = { alive: true };
    living = state;
    const inWorker = (work: () => void) =>
      loop.push(() => {
        if (state.alive) work();
      });
    const port: WorkerPort<ToEngine, FromEngine> = {
      onmessage: null,
      onerror: null,
      postMessage(message) {
        posted.push(message);
        inWorker(() => server.receive(structuredClone(message)));
      },
      terminate() {
        state.alive = false;
      },
    };
    const server = createServer({
      send: (message) => loop.push(() => port.onmessage?.({ data: message })),
      now: () => (clock += 0.5),
      later: inWorker,
    });
    return port;
  };
  const client = createEngineClient({
    spawn,
    setTimer(callback, milliseconds) {
      timers.set(nextTimer, { at: clock + milliseconds, callback });
      return nextTimer++;
    },
    clearTimer: (timer) => timers.delete(timer),
    onDeath: (gaveUp) => deaths.push(gaveUp),
    onRecovery: () => {
      recoveries += 1;
    },
  });
  return {
    client,
    deaths,
    posted,
    spawned: () => spawned,
    recoveries: () => recoveries,
    kill: () => (living.alive = false),
    turn: () => loop.shift()?.(),
    isIdle: () => loop.length === 0,
    /** Lets time pass until the next timer. */
    wait() {
      const [timer, due] = [...timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (timer === undefined || !due) return false;
      timers.delete(timer);
      clock = Math.max(clock, due.at);
      due.callback();
      return true;
    },
    settle() {
      while (loop.length > 0) loop.shift()?.();
    },
  };
}

export function tasksOf(
  steps: number,
  start: readonly number[],
  ids: readonly string[] = ['adam', 'momentum'],
): Task[] {
  const { scene, issues } = readScene({
    problem: { id: 'rosenbrock' },
    start,
    steps,
    sampling: { seed: 11, noise: 0.3 },
    runs: ids.map((id) => ({ optimizer: { id, hyperparameters: { learningRate: 0.001 } } })),
  });
  expect(issues).toEqual([]);
  return scene.runs.map((run) => taskOf(scene, run));
}

/** Tasks over data, each step of which sees a batch. */
export function dataTasksOf(
  steps: number,
  start: readonly number[],
  ids: readonly string[] = ['adam', 'momentum'],
): Task[] {
  const { scene, issues } = readScene({
    problem: { id: 'iris' },
    start,
    steps,
    sampling: { seed: 11, batchSize: 16 },
    runs: ids.map((id) => ({ optimizer: { id } })),
  });
  expect(issues).toEqual([]);
  return scene.runs.map((run) => taskOf(scene, run));
}

/** All numbers of the shown runs, after everything has arrived. */
export function numbersOf(client: EngineClient, tasks: readonly Task[]) {
  return client.show(tasks).map(({ rows, steps, points, losses, outcome, dimension }) => ({
    steps: steps.slice(0, rows),
    points: points.slice(0, rows * dimension),
    losses: losses.slice(0, rows),
    outcome,
  }));
}
