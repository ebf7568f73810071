import { expect } from 'vitest';
import type { Piece } from '../../src/engine/trajectory.ts';
import '../../src/problems/data/atOnce.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskKey, type Scene, type Task } from '../../src/scene/scene.ts';
import { createAppStore } from '../store/store.ts';
import { createPlayback } from '../transport/playback.ts';
import type { EngineClient } from './engineClient.ts';
import { createSession } from './session.ts';
import { createTrajectory, lightKey, writePiece, type Trajectory } from './trajectories.ts';

// For tests only: a session whose engine says what it is told to.

/** A scene without noise, of runs with default settings. */
export function sceneOf(
  steps: number,
  start: readonly number[],
  ids: readonly string[],
  problem = 'rosenbrock',
): Scene {
  const runs = ids.map((id) => ({ optimizer: { id } }));
  const { scene, issues } = readScene({ problem: { id: problem }, start, steps, runs });
  expect(issues).toEqual([]);
  return scene;
}

/** Rows for these steps, whose loss says which step they are. */
export function pieceOf(steps: readonly number[]): Piece {
  return {
    steps: Uint32Array.from(steps),
    points: new Float64Array(2 * steps.length),
    losses: Float64Array.from(steps, (step) => 1000 - step / 64),
    gradientNorms: new Float64Array(steps.length),
    evaluations: new Float64Array(3 * steps.length),
    effectiveSteps: new Float64Array(3 * steps.length),
    learningRates: new Float64Array(steps.length),
    lossRanges: new Float64Array(2 * steps.length),
  };
}

interface Question {
  readonly trajectory: Trajectory;
  readonly from: number;
  readonly to: number;
  readonly answer: (piece: Piece | null) => void;
}

/** An engine that computes nothing: the test says what has come. */
function createEngine() {
  const cache = new Map<string, Trajectory>();
  const questions: Question[] = [];
  let tell = () => {};
  let waiting: readonly (readonly Trajectory[])[] = [];
  const show = (tasks: readonly Task[], isHasty = false) =>
    tasks.map((task) => {
      const isLight = isHasty && task.problem.id === 'iris';
      const key = isLight ? lightKey(taskKey(task)) : taskKey(task);
      const trajectory = cache.get(key) ?? createTrajectory(key, task, isLight);
      cache.set(key, trajectory);
      return trajectory;
    });
  const client: EngineClient = {
    show,
    showInTurn(turns) {
      const [, ...later] = turns.map((tasks) => show(tasks, true));
      waiting = later;
      return turns.map((tasks) => show(tasks, true));
    },
    subscribe: (listener) => {
      tell = listener;
      return () => {};
    },
    replay: (trajectory, from, to) =>
      new Promise((answer) => questions.push({ trajectory, from, to, answer })),
    explain: () => Promise.resolve(null),
    attend: () => [],
    onAttended: () => () => {},
    dispose: () => {},
  };
  /** A run's rows arrive, from the start to a step. */
  const arrive = (trajectory: Trajectory, last: number) => {
    const { stride } = trajectory;
    writePiece(
      trajectory,
      pieceOf(Array.from({ length: Math.floor(last / stride) + 1 }, (_, i) => i * stride)),
    );
    tell();
  };
  return { client, questions, arrive, waiting: () => waiting };
}

/**
 * A session on such an engine; `restHand` says that the hand has come to rest.
 * @param now milliseconds; every look at the clock is a second after the last where nothing else is said
 */
export function openSession(scene: Scene, now: () => number = slowClock()) {
  const engine = createEngine();
  const store = createAppStore(scene, 'light');
  const playback = createPlayback(scene.steps, { request: () => 1, cancel: () => {} }, () => false);
  let rest = () => {};
  const session = createSession(store, engine.client, playback, {
    playheadAtRest: (work) => work(),
    handAtRest: (work) => (rest = work),
    now,
  });
  let heard = 0;
  session.subscribe(() => (heard += 1));
  return { ...engine, store, playback, session, heard: () => heard, restHand: () => rest() };
}

function slowClock(): () => number {
  let seconds = 0;
  return () => 1000 * (seconds += 1);
}
