import { describe, expect, test } from 'vitest';
import '../../src/problems/data/atOnce.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskKey, type Task } from '../../src/scene/scene.ts';
import { createMember, type Member } from '../engine/background.ts';
import { beginGesture, endGesture, moveStart, setNoise, setSampling, setSeed } from '../store/actions.ts';
import { chooseProblem } from '../store/problemActions.ts';
import { setHyperparameter } from '../store/runActions.ts';
import { createAppStore } from '../store/store.ts';
import { focusRun, setCloud } from '../store/viewActions.ts';
import { createClouds, isComplete, isWithoutNoise, type Cloud } from './cloud.ts';
import { computed } from './cloudFixture.ts';
import { cloudText } from './cloudText.ts';

function openClouds(steps: number, view: Readonly<Record<string, unknown>> = {}, noise = 0.5) {
  const { scene, issues } = readScene({
    problem: { id: 'bowl' },
    start: [-4, 1],
    steps,
    sampling: { seed: 2 ** 32 - 2, noise },
    runs: [
      { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.02 } } },
      { optimizer: { id: 'adam' }, name: 'Mine' },
    ],
    view: { focus: 0, ...view },
  });
  expect(issues).toEqual([]);
  const store = createAppStore(scene, 'light');
  const known = new Map<string, Member>();
  let tell = () => {};
  let attended: readonly Task[] = [];
  const clouds = createClouds(store, {
    attend(tasks) {
      attended = tasks;
      return tasks.map((task) => {
        const member = known.get(taskKey(task)) ?? createMember(task);
        known.set(taskKey(task), member);
        return member;
      });
    },
    onAttended(listener) {
      tell = listener;
      return () => {};
    },
  });
  /** So many of the attended runs end. */
  const arrive = (count = attended.length) => {
    for (const task of attended.slice(0, count)) {
      const member = known.get(taskKey(task)) as Member;
      Object.assign(member, computed(task));
    }
    tell();
  };
  return { store, clouds, arrive, attended: () => attended };
}

const seedsOf = (tasks: readonly Task[]) => tasks.map(({ sampling }) => sampling.seed);

describe('the cloud', () => {
  test('is off unless the view asks for two seeds or more', () => {
    const { store, clouds, attended } = openClouds(30);
    expect(clouds.shown()).toBeNull();
    setCloud(store, 1);
    expect(clouds.shown()).toBeNull();
    expect(attended()).toEqual([]);
    expect(openClouds(30, { cloud: 3 }).clouds.shown()?.members).toHaveLength(3);
  });

  test('is the focused run under its seed and those after it, and follows the focus', () => {
    const { store, clouds, attended } = openClouds(30);
    setCloud(store, 4);
    expect(seedsOf(attended())).toEqual([2 ** 32 - 2, 2 ** 32 - 1, 0, 1]);
    expect(attended().every(({ optimizer }) => optimizer.id === 'sgd')).toBe(true);
    focusRun(store, 1);
    expect(attended().every(({ optimizer }) => optimizer.id === 'adam')).toBe(true);
    setSeed(store, 12);
    expect(seedsOf(attended())).toEqual([12, 13, 14, 15]);
    expect(clouds.shown()?.members.map(({ task }) => task.sampling.seed)).toEqual([12, 13, 14, 15]);
  });

  test('follows a hand as a whole where it is small', () => {
    const { store, clouds, arrive } = openClouds(100, { cloud: 20 });
    arrive();
    const before = clouds.shown();
    beginGesture(store);
    moveStart(store, [-3, 2]);
    expect(clouds.shown()).toBe(before);
    arrive(7);
    expect(clouds.shown()).toBe(before);
    arrive();
    expect(clouds.shown()?.task.start).toEqual([-3, 2]);
  });

  test('waits until the hand rests where it is large', () => {
    const { store, clouds, arrive, attended } = openClouds(5000, { cloud: 20 });
    arrive();
    beginGesture(store);
    expect(clouds.shown()).not.toBeNull();
    moveStart(store, [-3, 2]);
    expect(clouds.shown()).toBeNull();
    expect(attended()).toEqual([]);
    endGesture(store);
    expect(attended()).toHaveLength(20);
    expect(clouds.shown()?.task.start).toEqual([-3, 2]);
  });
});

describe('batch sizes', () => {
  test('are compared while somebody looks, with as many seeds as the cloud has', () => {
    const { store, clouds, arrive, attended } = openClouds(30, { cloud: 6 });
    expect(clouds.comparison()).toBeNull();
    const stop = clouds.compare();
    expect(attended()).toHaveLength(6 + 5 * 6);
    expect(clouds.comparison()?.clouds.map(({ batchSize }) => batchSize)).toEqual([1, 4, 16, 64, 256]);
    // The scene's own batch size is 1: its cloud is among them.
    expect(clouds.comparison()?.clouds[0].members).toEqual(clouds.shown()?.members);
    arrive();
    const former = clouds.comparison();
    setSeed(store, 3);
    expect(clouds.comparison()).toBe(former);
    arrive();
    expect(clouds.comparison()?.task.sampling.seed).toBe(3);
    stop();
    expect(clouds.comparison()).toBeNull();
    expect(attended()).toHaveLength(6);
  });

  test('are not compared without noise, or while a hand moves', () => {
    const { store, clouds, attended } = openClouds(30, {}, 0);
    clouds.compare();
    expect(attended()).toEqual([]);
    setNoise(store, 0.25);
    expect(attended()).toHaveLength(5 * 20);
    beginGesture(store);
    setNoise(store, 0.5);
    expect(attended()).toEqual([]);
  });

  test('of a million steps are compared with fewer seeds', () => {
    const { clouds, attended } = openClouds(1_000_000);
    clouds.compare();
    expect(attended()).toHaveLength(5 * 8);
  });
});

describe('in words', () => {
  test('a cloud is under way, then it has a mean and a middle half', () => {
    const { clouds, arrive } = openClouds(30, { cloud: 12 });
    const cloud = () => clouds.shown() as NonNullable<ReturnType<typeof clouds.shown>>;
    arrive(5);
    expect(cloudText(cloud(), 20)).toBe('5 of 12 seeds are computed.');
    arrive();
    expect(isComplete(cloud().members)).toBe(true);
    cloud().members.forEach((member, k) => (member.losses[20] = k));
    expect(cloudText(cloud(), 20)).toBe(
      '12 seeds at step 20: mean loss 5.50, half of them between 2.75 and 8.25.',
    );
    cloud().members[11].outcome = {
      kind: 'diverged',
      step: 25,
      evaluations: { value: 0, gradient: 25, hessian: 0 },
    };
    expect(cloudText(cloud(), 20)).toBe(
      '11 seeds at step 20: mean loss 5.00, half of them between 2.50 and 7.50. 1 of 12 diverged and is left out.',
    );
  });

  test('a middle half that is one number in print is said so', () => {
    const { clouds, arrive } = openClouds(30, { cloud: 12 });
    arrive();
    const cloud = clouds.shown();
    cloud?.members.forEach((member, k) => (member.losses[20] = 5 + 1e-6 * k));
    expect(cloud && cloudText(cloud, 20)).toBe('12 seeds at step 20: mean loss 5.00, half of them at 5.00.');
  });

  test('a run that does not follow the noise has one path in spite of it', () => {
    const { store, clouds, arrive } = openClouds(30, { cloud: 12 });
    setHyperparameter(store, store.getState().runIds[0], 'learningRate', 0);
    arrive();
    const cloud = clouds.shown();
    expect(cloud && cloudText(cloud, 20)).toBe('In spite of the noise all 12 seeds give the same path.');
  });

  test('without noise all seeds give the same path', () => {
    const { clouds, arrive } = openClouds(30, { cloud: 12 }, 0);
    arrive();
    const cloud = clouds.shown();
    expect(cloud && isWithoutNoise(cloud)).toBe(true);
    expect(cloud && cloudText(cloud, 20)).toBe('Without noise all 12 seeds give the same path.');
  });

  test('on a data problem seeds draw other batches, and the full batch has one path', () => {
    const { store, clouds, arrive } = openClouds(30, { cloud: 12 });
    chooseProblem(store, 'iris');
    arrive();
    expect(cloudText(clouds.shown() as Cloud, 20)).toBe(
      'With the full batch all 12 seeds give the same path.',
    );
    setSampling(store, { batchSize: 8, order: 'epochs' });
    arrive();
    expect(cloudText(clouds.shown() as Cloud, 20)).toMatch(/^12 seeds at step 20: mean loss/);
    setHyperparameter(store, store.getState().runIds[0], 'learningRate', 0);
    arrive();
    expect(cloudText(clouds.shown() as Cloud, 20)).toBe(
      'In spite of their batches all 12 seeds give the same path.',
    );
  });

  test('on a data problem batch sizes below the number of samples are compared, whatever the noise', () => {
    const { store, clouds, attended } = openClouds(30, {}, 0);
    clouds.compare();
    expect(attended()).toEqual([]);
    chooseProblem(store, 'iris');
    expect(new Set(attended().map(({ sampling }) => sampling.batchSize))).toEqual(new Set([1, 4, 16, 64]));
  });
});
