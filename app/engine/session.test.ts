import { describe, expect, test } from 'vitest';
import { strideFor } from '../../src/engine/trajectory.ts';
import { beginGesture, endGesture, moveStart, openScene } from '../store/actions.ts';
import { openSession, pieceOf, sceneOf } from './sessionFixture.ts';

/** Until all that waits for promises has been done. */
const turn = () => new Promise((done) => setTimeout(done));

/** Recorded every fifth step. */
const LONG = 100_000;

describe('what is displayed', () => {
  test('follows the scene: a trajectory a run, of that run’s task', () => {
    const { store, session, playback } = openSession(sceneOf(50, [-1.5, 2], ['sgd', 'adam']));
    expect(session.trajectories().map(({ task }) => task.optimizer.id)).toEqual(['sgd', 'adam']);
    openScene(store, sceneOf(70, [0.5, 1], ['muon', 'newton', 'sgd']));
    expect(session.trajectories().map(({ task }) => task.optimizer.id)).toEqual(['muon', 'newton', 'sgd']);
    expect(playback.steps).toBe(70);
  });

  test('keeps each former path until the new one has a point', () => {
    const { store, session, arrive } = openSession(sceneOf(50, [-1.5, 2], ['sgd', 'adam']));
    const former = session.trajectories();
    for (const trajectory of former) arrive(trajectory, 50);
    moveStart(store, [-1.25, 1.75]);
    const [sgd, adam] = session.trajectories();
    expect([sgd, adam]).not.toContain(former[0]);
    expect(session.displayed()).toEqual(former);
    arrive(adam, 3);
    expect(session.displayed()[0]).toBe(former[0]);
    expect(session.displayed()[1]).toBe(adam);
  });

  test('keeps the last path that had a point, however many have come and gone without one', () => {
    const { store, session, arrive } = openSession(sceneOf(50, [-1.5, 2], ['sgd']));
    const [former] = session.trajectories();
    arrive(former, 50);
    for (let i = 0; i < 5; i++) moveStart(store, [i / 4, -0.5]);
    expect(session.displayed()).toEqual([former]);
    arrive(session.trajectories()[0], 1);
    expect(session.displayed()).toEqual(session.trajectories());
  });

  test('keeps no path of another problem', () => {
    const { store, session, arrive } = openSession(sceneOf(50, [-1.5, 2], ['sgd']));
    arrive(session.trajectories()[0], 50);
    openScene(store, sceneOf(50, [-1.5, 2], ['sgd'], 'booth'));
    expect(session.displayed()).toEqual(session.trajectories());
  });

  test('is told of when the scene changes and when the engine has more', () => {
    const { store, session, arrive, heard } = openSession(sceneOf(50, [-1.5, 2], ['sgd']));
    expect(heard()).toBe(0);
    moveStart(store, [0.25, 3]);
    expect(heard()).toBe(1);
    arrive(session.trajectories()[0], 20);
    expect(heard()).toBe(2);
    beginGesture(store);
    expect(heard()).toBe(2);
  });
});

describe('the steps around a resting playhead', () => {
  test('are asked for once, of runs recorded with a stride, where the step falls between their rows', () => {
    const { session, playback, questions, arrive } = openSession(sceneOf(LONG, [-1.5, 2], ['sgd', 'adam']));
    for (const trajectory of session.trajectories()) arrive(trajectory, LONG);
    expect(strideFor(LONG)).toBeGreaterThan(1);
    playback.seek(70_001);
    arrive(session.trajectories()[0], LONG);
    playback.seek(70_001);
    expect(questions.map(({ trajectory }) => trajectory)).toEqual(session.trajectories());
    for (const { from, to } of questions) {
      expect(from).toBeLessThan(70_001);
      expect(to).toBeGreaterThan(70_001);
    }
  });

  test('are not asked for where every step is recorded, nor on a row', () => {
    const short = openSession(sceneOf(400, [-1.5, 2], ['sgd']));
    short.arrive(short.session.trajectories()[0], 400);
    short.playback.seek(123);
    expect(short.questions).toEqual([]);
    const long = openSession(sceneOf(LONG, [-1.5, 2], ['sgd']));
    long.arrive(long.session.trajectories()[0], LONG);
    long.playback.seek(70_000);
    expect(long.questions).toEqual([]);
  });

  test('are asked for only of runs that have come so far, and of the others once they have', () => {
    const { session, playback, questions, arrive } = openSession(sceneOf(LONG, [-1.5, 2], ['sgd', 'adam']));
    const [sgd, adam] = session.trajectories();
    arrive(sgd, LONG);
    arrive(adam, 30_000);
    playback.seek(70_003);
    expect(questions.map(({ trajectory }) => trajectory)).toEqual([sgd]);
    arrive(adam, 80_000);
    expect(questions.map(({ trajectory }) => trajectory)).toEqual([sgd, adam]);
  });

  test('begin with the start where the playhead is near it', () => {
    const { session, playback, questions, arrive } = openSession(sceneOf(LONG, [-1.5, 2], ['sgd']));
    arrive(session.trajectories()[0], LONG);
    playback.seek(12);
    expect(questions[0].from).toBe(0);
  });

  test('are not asked for while playing or while a hand moves, but when it lets go', () => {
    const { session, playback, store, questions, arrive } = openSession(sceneOf(LONG, [-1.5, 2], ['sgd']));
    playback.seek(70_001);
    playback.play();
    arrive(session.trajectories()[0], LONG);
    expect(questions).toEqual([]);
    beginGesture(store);
    playback.pause();
    expect(questions).toEqual([]);
    endGesture(store);
    expect(questions).toHaveLength(1);
  });

  test('are asked for of a path that was known before, when its scene comes back', () => {
    const first = sceneOf(LONG, [-1.5, 2], ['sgd']);
    const { session, playback, store, questions, arrive } = openSession(first);
    arrive(session.trajectories()[0], LONG);
    openScene(store, sceneOf(LONG, [0.5, 2], ['sgd']));
    playback.seek(40_002);
    expect(questions).toEqual([]);
    openScene(store, first);
    expect(questions.map(({ trajectory }) => trajectory)).toEqual(session.trajectories());
  });

  test('are kept once they come, told of, and not asked for again nearby', async () => {
    const { session, playback, questions, arrive, heard } = openSession(sceneOf(LONG, [-1.5, 2], ['sgd']));
    const [trajectory] = session.trajectories();
    arrive(trajectory, LONG);
    playback.seek(70_001);
    const before = heard();
    const piece = pieceOf([70_000, 70_001, 70_002, 70_003]);
    questions[0].answer(piece);
    await turn();
    expect(trajectory.detail).toBe(piece);
    expect(heard()).toBe(before + 1);
    playback.seek(70_003);
    expect(questions).toHaveLength(1);
    playback.seek(20_004);
    expect(questions).toHaveLength(2);
  });

  test('of all runs come together, and are told of once', async () => {
    const { session, playback, questions, arrive, heard } = openSession(
      sceneOf(LONG, [-1.5, 2], ['sgd', 'adam']),
    );
    for (const trajectory of session.trajectories()) arrive(trajectory, LONG);
    await turn();
    playback.seek(70_001);
    expect(questions).toHaveLength(2);
    const before = heard();
    questions[1].answer(pieceOf([70_000, 70_001, 70_002]));
    await turn();
    expect(heard()).toBe(before);
    questions[0].answer(pieceOf([70_000, 70_001, 70_002]));
    await turn();
    expect(heard()).toBe(before + 1);
  });

  test('while an answer is on its way wait for it, and then only the latest are asked for', async () => {
    const { session, playback, questions, arrive } = openSession(sceneOf(LONG, [-1.5, 2], ['sgd']));
    arrive(session.trajectories()[0], LONG);
    for (const step of [20_001, 30_002, 40_003, 50_004]) playback.seek(step);
    expect(questions).toHaveLength(1);
    questions[0].answer(pieceOf([20_000, 20_001, 20_002]));
    await turn();
    expect(questions).toHaveLength(2);
    expect(questions[1].from).toBeLessThan(50_004);
    expect(questions[1].to).toBeGreaterThan(50_004);
  });

  test('that the engine has no more leave what was there', async () => {
    const { session, playback, questions, arrive, heard } = openSession(sceneOf(LONG, [-1.5, 2], ['sgd']));
    arrive(session.trajectories()[0], LONG);
    playback.seek(70_001);
    const before = heard();
    questions[0].answer(null);
    await turn();
    expect([session.trajectories()[0].detail, heard()]).toEqual([null, before]);
  });
});
