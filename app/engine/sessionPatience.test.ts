import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/engine/trajectory.ts';
import { addRun, setHyperparameter } from '../store/runActions.ts';
import { beginGesture, endGesture, moveStart, setSteps } from '../store/actions.ts';
import { openSession, sceneOf } from './sessionFixture.ts';

const OUTCOME: Outcome = {
  kind: 'finished',
  step: 90,
  evaluations: { value: 0, gradient: 90, hessian: 0 },
};

/** A session whose start is held and has just been moved; `wait` lets time go by. */
function held() {
  let time = 7000;
  const opened = openSession(sceneOf(90, [-1.5, 2], ['sgd', 'adam']), () => time);
  const { session, store, arrive } = opened;
  const end = () => {
    for (const trajectory of session.trajectories()) {
      trajectory.outcome = OUTCOME;
      arrive(trajectory, 90);
    }
  };
  end();
  beginGesture(store);
  moveStart(store, [0.5, 1]);
  const starts = () => session.trajectories().map(({ task }) => [...task.start]);
  return { ...opened, end, starts, wait: (milliseconds: number) => (time += milliseconds) };
}

const twice = (start: readonly number[]) => [start, start];

describe('under a moving hand', () => {
  test('runs that have just begun end before those of the next position begin, which is the latest', () => {
    const { store, session, starts, end, wait, arrive, waiting } = held();
    expect(starts()).toEqual(twice([0.5, 1]));
    wait(16);
    moveStart(store, [0.75, 1.25]);
    wait(16);
    moveStart(store, [1, 1.5]);
    expect(starts()).toEqual(twice([0.5, 1]));
    const first = session.trajectories();
    end();
    expect(session.displayed()).toEqual(first);
    const [passed, latest] = waiting();
    expect(passed.map(({ task }) => [...task.start])).toEqual(twice([0.75, 1.25]));
    arrive(latest[1], 30);
    expect(starts()).toEqual(twice([1, 1.5]));
    // Until one of the new ones has a point the old one is shown, whole.
    expect(session.displayed()).toEqual([first[0], latest[1]]);
    expect(waiting()).toEqual([]);
  });

  test('where the worker has come to a position before the latest, that is shown, and the latest waits', () => {
    const { store, starts, end, wait, arrive, waiting } = held();
    wait(40);
    moveStart(store, [0.75, 1.25]);
    const [begun] = waiting();
    end();
    // The page has heard of the end, but not of what the worker went on to.
    wait(20);
    moveStart(store, [1, 1.5]);
    expect(starts()).toEqual(twice([0.5, 1]));
    arrive(begun[0], 30);
    expect(starts()).toEqual(twice([0.75, 1.25]));
    expect(waiting().map((runs) => runs.map(({ task }) => [...task.start]))).toEqual([twice([1, 1.5])]);
  });

  test('a slider that moves one run waits for that run, though the others are there', () => {
    const { store, session, end, arrive, waiting, wait } = held();
    endGesture(store);
    end();
    const [first] = store.getState().runIds;
    const rate = () => session.trajectories()[0].task.optimizer.hyperparameters.learningRate;
    beginGesture(store);
    setHyperparameter(store, first, 'learningRate', 0.002);
    wait(10);
    setHyperparameter(store, first, 'learningRate', 0.003);
    arrive(session.trajectories()[0], 30);
    expect(rate()).toBe(0.002);
    session.trajectories()[0].outcome = OUTCOME;
    arrive(session.trajectories()[0], 90);
    expect(rate()).toBe(0.002);
    arrive(waiting()[0][0], 30);
    expect(rate()).toBe(0.003);
  });

  test('a number of steps that a hand turns is the playback’s with the runs of it', () => {
    const { store, playback, wait, arrive, waiting } = held();
    wait(10);
    setSteps(store, 120);
    expect(playback.steps).toBe(90);
    arrive(waiting()[0][0], 16);
    expect(playback.steps).toBe(120);
  });

  test('runs that take long are given up for the next position', () => {
    const { store, starts, wait } = held();
    wait(60);
    moveStart(store, [0.75, 1.25]);
    expect(starts()).toEqual(twice([0.75, 1.25]));
  });

  test('a hand that stops is not left behind: once the runs take long, what comes of them is told', () => {
    const { store, session, starts, arrive, wait } = held();
    wait(30);
    moveStart(store, [0.75, 1.25]);
    expect(starts()).toEqual(twice([0.5, 1]));
    wait(30);
    arrive(session.trajectories()[0], 30);
    expect(starts()).toEqual(twice([0.75, 1.25]));
  });

  test('a hand that rests has its last position asked for, though nothing comes of the one before', () => {
    const { store, starts, restHand, wait } = held();
    wait(10);
    moveStart(store, [0.75, 1.25]);
    expect(starts()).toEqual(twice([0.5, 1]));
    wait(150);
    restHand();
    expect(starts()).toEqual(twice([0.75, 1.25]));
  });

  test('the last position is asked for as soon as the hand lets go', () => {
    const { store, starts, wait } = held();
    wait(10);
    moveStart(store, [0.75, 1.25]);
    expect(starts()).toEqual(twice([0.5, 1]));
    endGesture(store);
    expect(starts()).toEqual(twice([0.75, 1.25]));
  });

  test('another run is asked for at once, and so is a position when nothing is under way', () => {
    const { store, session, starts, end, wait } = held();
    wait(10);
    addRun(store, 'momentum');
    expect(session.trajectories()).toHaveLength(3);
    end();
    wait(10);
    moveStart(store, [1, 1.5]);
    expect(starts()).toEqual([...twice([1, 1.5]), [1, 1.5]]);
  });
});
