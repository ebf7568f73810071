import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/engine/trajectory.ts';
import { beginGesture, endGesture, moveStart } from '../store/actions.ts';
import { openSession, sceneOf } from './sessionFixture.ts';
import type { Trajectory } from './trajectories.ts';

describe('while a hand moves over data in batches', () => {
  const IRIS = sceneOf(200, [1.5, -2], ['sgd', 'adam'], 'iris');
  const OUTCOME: Outcome = {
    kind: 'finished',
    step: 200,
    evaluations: { value: 0, gradient: 200, hessian: 0 },
  };
  const isLight = ({ isLight: light }: Trajectory) => light;

  /** A session whose start is held after it was moved, with light runs that have come to their end. */
  function held() {
    const opened = openSession(IRIS);
    const { store, session, arrive } = opened;
    const former = session.trajectories();
    for (const trajectory of former) arrive(trajectory, 200);
    beginGesture(store);
    expect(session.trajectories()).toEqual(former);
    moveStart(store, [1.25, -1.75]);
    const light = session.trajectories();
    expect(session.displayed()).toEqual(former);
    for (const trajectory of light) {
      arrive(trajectory, 200);
      trajectory.outcome = OUTCOME;
    }
    return { ...opened, former, light };
  }

  test('light runs are asked for, and shown as soon as they have a point', () => {
    const { session, light } = held();
    expect(light.every(isLight)).toBe(true);
    expect(session.displayed()).toEqual(light);
  });

  test('whole ones are asked for at once when it lets go, and shown when each is complete', () => {
    const { store, session, arrive, light, heard } = held();
    const before = heard();
    endGesture(store);
    expect(heard()).toBe(before + 1);
    const whole = session.trajectories();
    expect(whole.some(isLight)).toBe(false);
    expect(whole.map(({ task }) => task)).toEqual(light.map(({ task }) => task));
    expect(session.displayed()).toEqual(light);
    arrive(whole[1], 120);
    expect(session.displayed()[1]).toBe(light[1]);
    arrive(whole[1], 200);
    whole[1].outcome = OUTCOME;
    expect(session.displayed()[0]).toBe(light[0]);
    expect(session.displayed()[1]).toBe(whole[1]);
  });

  test('a light run stands for no other task: its place is taken by the first point of that', () => {
    const { store, session, arrive, light } = held();
    endGesture(store);
    moveStart(store, [0.5, 1]);
    expect(session.displayed()).toEqual(light);
    const [next] = session.trajectories();
    arrive(next, 3);
    expect(session.displayed()[0]).toBe(next);
  });

  test('a hand that takes hold again moves on from the light runs', () => {
    const { store, session, light } = held();
    endGesture(store);
    beginGesture(store);
    expect(session.displayed()).toEqual(light);
    moveStart(store, [0.75, 1]);
    expect(session.trajectories().every(isLight)).toBe(true);
    expect(session.displayed()).toEqual(light);
  });

  test('a hand that rests and holds on sees whole ones too, each when it is complete, and has light ones again', () => {
    const { store, session, restHand, arrive, light } = held();
    restHand();
    const whole = session.trajectories();
    expect(whole.some(isLight)).toBe(false);
    expect(whole.map(({ task }) => task)).toEqual(light.map(({ task }) => task));
    expect(session.displayed()).toEqual(light);
    arrive(whole[0], 200);
    whole[0].outcome = OUTCOME;
    expect(session.displayed()).toEqual([whole[0], light[1]]);
    moveStart(store, [1, -1]);
    expect(session.trajectories().every(isLight)).toBe(true);
    expect(session.displayed()).toEqual([whole[0], light[1]]);
  });

  test('light runs that are still on their way when the hand rests come to their end first', () => {
    const { store, session, restHand, arrive } = held();
    moveStart(store, [1, -1]);
    const next = session.trajectories();
    arrive(next[0], 60);
    restHand();
    expect(session.trajectories()).toEqual(next);
    for (const trajectory of next) {
      trajectory.outcome = OUTCOME;
      arrive(trajectory, 200);
    }
    expect(session.trajectories().some(isLight)).toBe(false);
    expect(session.displayed()).toEqual(next);
  });

  test('a light run that was given up half way stands back for a whole one that has come further', () => {
    const { store, session, arrive } = held();
    moveStart(store, [1, -1]);
    const [light] = session.trajectories();
    arrive(light, 100);
    endGesture(store);
    const [whole] = session.trajectories();
    arrive(whole, 50);
    expect(session.displayed()[0]).toBe(light);
    arrive(whole, 150);
    expect(session.displayed()[0]).toBe(whole);
  });

  test('a rest that comes after the hand has let go changes nothing', () => {
    const { store, session, restHand } = held();
    endGesture(store);
    const whole = session.trajectories();
    restHand();
    expect(session.trajectories()).toEqual(whole);
  });

  test('letting go without having moved asks for nothing', () => {
    const { store, session, heard } = openSession(IRIS);
    const former = session.trajectories();
    beginGesture(store);
    endGesture(store);
    expect(session.trajectories()).toEqual(former);
    expect(heard()).toBe(0);
  });

  test('no stretch of a light run is fetched step by step', async () => {
    const { store, session, playback, questions, light } = held();
    await expect(session.replay(light[0], 20, 40)).resolves.toBeNull();
    playback.seek(77);
    endGesture(store);
    expect(questions).toEqual([]);
    void session.replay(session.trajectories()[0], 20, 40);
    expect(questions).toHaveLength(1);
  });
});
