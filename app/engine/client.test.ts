import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../src/engine/simulate.ts';
import { strideFor } from '../../src/engine/trajectory.ts';
import { createPage, dataTasksOf, numbersOf, tasksOf } from './clientFixture.ts';
import { lastStep, pointAt, readingAt } from './trajectories.ts';

describe('the engine’s client', () => {
  test('what it shows is what the engine computes', () => {
    const page = createPage();
    const [task] = tasksOf(400, [-1.2, 0.7]);
    const [trajectory] = page.client.show([task]);
    page.settle();
    const { pieces, outcome } = runToEnd(task);
    expect(trajectory.outcome).toEqual(outcome);
    expect(trajectory.rows).toBe(401);
    expect([...trajectory.losses.subarray(0, 401)]).toEqual(pieces.flatMap(({ losses }) => [...losses]));
  });

  test('a worker killed at step 500,000 in the middle of a drag gives the same points, bit for bit', () => {
    const undisturbed = createPage();
    const first = tasksOf(1_000_000, [-1.5, 2]);
    const second = tasksOf(1_000_000, [-1.25, 1.75]);
    undisturbed.client.show(second);
    undisturbed.settle();
    const expected = numbersOf(undisturbed.client, second);

    const page = createPage();
    page.client.show(first);
    for (let i = 0; i < 200; i++) page.turn();
    const [moved] = page.client.show(second);
    while (lastStep(moved) < 500_000) page.turn();
    page.kill();
    page.settle();
    expect(moved.outcome).toBeNull();
    while (page.deaths.length === 0 && page.wait()) page.settle();
    page.settle();
    expect(page.deaths).toEqual([false]);
    expect(page.spawned()).toBe(2);
    expect(numbersOf(page.client, second)).toEqual(expected);
  });

  test('a newer scene cancels an older one at once', () => {
    const page = createPage();
    const [old] = page.client.show(tasksOf(1_000_000, [-1.5, 2]));
    for (let i = 0; i < 60; i++) page.turn();
    const rows = old.rows;
    expect(rows).toBeGreaterThan(0);
    page.client.show(tasksOf(1000, [-0.4, 0.9]));
    page.settle();
    // One message may have been on its way.
    expect(lastStep(old)).toBeLessThan(1_000_000);
    expect(old.outcome).toBeNull();
    expect(page.posted.filter(({ type }) => type === 'forget')).toHaveLength(2);
  });

  test('a run whose task has not changed is not computed again', () => {
    const page = createPage();
    const [adam, momentum] = tasksOf(200, [-1.5, 2]);
    const [before] = page.client.show([adam, momentum]);
    page.settle();
    const [after] = page.client.show([adam, ...tasksOf(200, [-1.5, 2], ['sgd'])]);
    page.settle();
    expect(after).toBe(before);
    expect(page.posted.filter(({ type }) => type === 'run')).toHaveLength(3);
  });

  test('a page that was held up itself does not take the worker for dead', () => {
    const page = createPage();
    page.client.show(tasksOf(1_000_000, [-1.5, 2]));
    page.wait(); // The timer comes before any message: the page asks, and is answered.
    for (let i = 0; i < 20; i++) page.turn();
    page.wait();
    expect(page.deaths).toEqual([]);
  });

  test('a worker that dies three times over is left alone until the scene changes', () => {
    const page = createPage();
    page.client.show(tasksOf(1_000_000, [-1.5, 2]));
    for (let i = 0; i < 40 && page.deaths.at(-1) !== true; i++) {
      page.kill();
      page.settle();
      page.wait();
    }
    expect(page.deaths).toEqual([false, false, true]);
    const [trajectory] = page.client.show(tasksOf(100, [-1.3, 0.5]));
    page.settle();
    expect(trajectory.outcome?.step).toBe(100);
    expect(page.recoveries()).toBe(1);
  });

  test('when the scene changes after that, runs that stayed as they were go on as well', async () => {
    const page = createPage();
    const [adam, momentum] = tasksOf(100_000, [-1.5, 2]);
    const [stays] = page.client.show([adam, momentum]);
    const question = page.client.explain(stays, 90_000);
    for (let i = 0; i < 40 && page.deaths.at(-1) !== true; i++) {
      page.kill();
      page.settle();
      page.wait();
    }
    await expect(question).resolves.toBeNull();
    const [same, other] = page.client.show([adam, ...tasksOf(100_000, [-1.5, 2], ['sgd'])]);
    page.settle();
    expect(same).toBe(stays);
    expect(same.outcome?.step).toBe(100_000);
    expect(other.outcome?.step).toBe(100_000);
  });

  test('a question that was asked before a worker died waits for the new one to come so far', async () => {
    const page = createPage();
    const [task] = tasksOf(300_000, [-1.5, 2]);
    const [trajectory] = page.client.show([task]);
    page.settle();
    page.kill();
    const answer = page.client.replay(trajectory, 250_010, 250_040);
    while (page.deaths.length === 0 && page.wait()) page.settle();
    page.settle();
    expect((await answer)?.steps).toHaveLength(31);
    // The answer did not hold the worker up: it died once.
    expect(page.deaths).toEqual([false]);
  });

  test('every step of a stretch of a long run is replayed as it was', async () => {
    const page = createPage();
    const [task] = tasksOf(1_000_000, [-1.5, 2]);
    const [trajectory] = page.client.show([task]);
    page.settle();
    expect(trajectory.stride).toBe(strideFor(1_000_000));
    const answer = page.client.replay(trajectory, 700_100, 700_260);
    page.settle();
    const piece = await answer;
    expect(piece?.steps[0]).toBe(700_100);
    expect(piece?.steps).toHaveLength(161);
    expect(readingAt(trajectory, 700_123)?.exact).toBe(false);
    trajectory.detail = piece;
    const reading = readingAt(trajectory, 700_150);
    expect(reading?.exact).toBe(true);
    // 700,150 is also a row of the overview.
    expect(reading?.loss).toBe(trajectory.losses[700_150 / trajectory.stride]);
  });

  test('a question about a run that is no longer shown is answered with nothing', async () => {
    const page = createPage();
    const [trajectory] = page.client.show(tasksOf(1_000_000, [-1.5, 2]));
    const answer = page.client.explain(trajectory, 3);
    page.client.show(tasksOf(100, [-1.3, 0.5]));
    await expect(answer).resolves.toBeNull();
    await expect(page.client.replay(trajectory, 0, 5)).resolves.toBeNull();
  });
});

describe('while a hand moves', () => {
  const asked = (page: ReturnType<typeof createPage>) =>
    page.posted.flatMap((message) => (message.type === 'run' ? [message.isLight] : []));

  test.each([
    ['over data in batches', dataTasksOf(999, [1.5, -2]), 40],
    ['on a surface', tasksOf(999, [-1.5, 2]), 10],
  ])('runs %s come lightly: each point of their paths, few of their losses', (_, tasks, stride) => {
    const page = createPage();
    const light = page.client.show(tasks, true);
    page.settle();
    expect(asked(page)).toEqual(tasks.map(() => true));
    light.forEach((trajectory, i) => {
      const { pieces, outcome } = runToEnd(tasks[i]);
      expect(trajectory).toMatchObject({ isLight: true, stride, rows: Math.ceil(999 / stride) + 1, outcome });
      expect(trajectory.path?.rows).toBe(1000);
      expect([...(trajectory.path?.points ?? [])]).toEqual(pieces.flatMap(({ points }) => [...points]));
      expect([...(trajectory.path?.steps ?? [])]).toEqual(pieces.flatMap(({ steps }) => [...steps]));
    });
  });

  test('each number that is read of a light run is that of the whole one, at every step', () => {
    const page = createPage();
    const tasks = dataTasksOf(143, [1.5, -2]);
    const [light] = page.client.show(tasks, true);
    page.settle();
    const [whole] = page.client.show(tasks);
    page.settle();
    const [here, there] = [new Float64Array(2), new Float64Array(2)];
    for (let step = 0; step <= 145; step++) {
      expect(readingAt(light, step)).toEqual(readingAt(whole, step));
      for (const playhead of [step, step + 0.25]) {
        expect([pointAt(light, playhead, here), pointAt(whole, playhead, there)]).toEqual([true, true]);
        expect(here).toEqual(there);
      }
    }
  });

  test('a light run that is still on its way is read as far as it has come', () => {
    const page = createPage();
    const [light] = page.client.show(dataTasksOf(5000, [1.5, -2]), true);
    expect(readingAt(light, 3)).toBeNull();
    expect(pointAt(light, 3, new Float64Array(2))).toBe(false);
    while (light.rows === 0) page.turn();
    const last = (light.path?.rows ?? 0) - 1;
    expect(last).toBeLessThan(5000);
    expect(readingAt(light, 5000)).toMatchObject({ step: last, exact: false });
  });

  test('light runs are forgotten with their hand, and never taken for whole ones', () => {
    const page = createPage();
    const tasks = dataTasksOf(200, [1.5, -2]);
    const light = page.client.show(tasks, true);
    page.settle();
    const whole = page.client.show(tasks);
    page.settle();
    expect(asked(page)).toEqual([true, true, false, false]);
    expect(page.posted.filter(({ type }) => type === 'forget')).toHaveLength(2);
    whole.forEach((trajectory, i) => {
      expect(trajectory).not.toBe(light[i]);
      expect(trajectory).toMatchObject({ isLight: false, stride: 1, rows: 201, path: null });
    });
    expect(page.client.show(tasks, true)).toEqual(whole);
    // Having gone elsewhere and come back, too.
    page.client.show(dataTasksOf(200, [0.5, 1]), true);
    page.settle();
    page.client.show(dataTasksOf(200, [0.25, 1]), true);
    expect(page.client.show(tasks, true)).toEqual(whole);
    page.client.show(dataTasksOf(200, [0.5, 1]), true);
    expect(asked(page)).toHaveLength(10);
  });

  test('a long run keeps its stride, and its loss is computed at its rows alone', () => {
    const page = createPage();
    const [light] = page.client.show(dataTasksOf(100_000, [1.5, -2], ['sgd']), true);
    expect(light).toMatchObject({ isLight: true, stride: strideFor(100_000), path: null });
  });

  test('a long run on a surface is as ever', () => {
    const page = createPage();
    page.client.show(tasksOf(100_000, [-1.5, 2]), true);
    expect(asked(page)).toEqual([false, false]);
  });

  test('a worker that dies goes on with light runs as they were asked for', () => {
    const page = createPage();
    const tasks = dataTasksOf(3000, [1.5, -2]);
    const [light] = page.client.show(tasks, true);
    page.turn();
    page.kill();
    while (page.deaths.length === 0 && page.wait()) page.settle();
    page.settle();
    expect(asked(page)).toEqual([true, true, true, true]);
    expect(light.outcome).toEqual(runToEnd(tasks[0]).outcome);
    expect(light.path?.rows).toBe(3001);
  });
});

describe('a head', () => {
  test('stands on the recorded point at a whole step, and on the line between two otherwise', () => {
    const page = createPage();
    const [trajectory] = page.client.show(tasksOf(50, [-1.2, 0.7]));
    page.settle();
    const point = new Float64Array(2);
    pointAt(trajectory, 7, point);
    const seventh = [...trajectory.points.subarray(14, 16)];
    const eighth = [...trajectory.points.subarray(16, 18)];
    expect([...point]).toEqual(seventh);
    pointAt(trajectory, 7.25, point);
    expect(point[0]).toBeCloseTo(0.75 * seventh[0] + 0.25 * eighth[0], 14);
    pointAt(trajectory, 50, point);
    expect([...point]).toEqual([...trajectory.points.subarray(100, 102)]);
  });
});
