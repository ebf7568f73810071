import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../src/engine/simulate.ts';
import { strideFor } from '../../src/engine/trajectory.ts';
import { createPage, numbersOf, tasksOf } from './clientFixture.ts';
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
