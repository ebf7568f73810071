import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../src/engine/simulate.ts';
import type { Task } from '../../src/scene/scene.ts';
import { createPage, tasksOf } from './clientFixture.ts';
import type { Trajectory } from './trajectories.ts';

const HERE = tasksOf(400, [-1.5, 2]);
const THERE = tasksOf(400, [-1.25, 1.5]);
const BEYOND = tasksOf(400, [-1, 1]);

/** Everything that a run on the page says of its path. */
function expectWhole(trajectories: readonly Trajectory[], tasks: readonly Task[]): void {
  trajectories.forEach(({ outcome, path }, i) => {
    const whole = runToEnd(tasks[i]);
    expect(outcome).toEqual(whole.outcome);
    expect([...(path?.points ?? [])]).toEqual(whole.pieces.flatMap(({ points }) => [...points]));
  });
}

const rowsOf = (trajectories: readonly Trajectory[]) => trajectories.map(({ rows }) => rows);

describe('positions of a moving hand', () => {
  test('the latest begins where the runs under way have ended, and no other is computed', () => {
    const page = createPage();
    const here = page.client.show(HERE, true);
    page.turn();
    const [same, there] = page.client.showInTurn([HERE, THERE]);
    expect(same).toEqual(here);
    const [, , beyond] = page.client.showInTurn([HERE, THERE, BEYOND]);
    while (here.some(({ outcome }) => outcome === null)) {
      expect(rowsOf([...there, ...beyond].filter(({ outcome }) => outcome !== null))).toEqual([]);
      page.turn();
    }
    page.settle();
    expectWhole(here, HERE);
    expectWhole(beyond, BEYOND);
    expect(rowsOf(there)).toEqual([0, 0]);
  });

  test('one that has begun comes to its end, though a later one waits', () => {
    const page = createPage();
    const here = page.client.show(HERE, true);
    const [, there] = page.client.showInTurn([HERE, THERE]);
    while (there.every(({ rows }) => rows === 0)) page.turn();
    const [, , beyond] = page.client.showInTurn([HERE, THERE, BEYOND]);
    page.settle();
    expectWhole(here, HERE);
    expectWhole(there, THERE);
    expectWhole(beyond, BEYOND);
  });

  test('without anything under way the next begins at once', () => {
    const page = createPage();
    page.client.show(HERE, true);
    page.settle();
    const [, there] = page.client.showInTurn([HERE, THERE]);
    page.settle();
    expectWhole(there, THERE);
  });

  test('a position that is shown at once is not kept waiting, and the others are forgotten', () => {
    const page = createPage();
    page.client.show(HERE, true);
    page.turn();
    const [here, there] = page.client.showInTurn([HERE, THERE]);
    const beyond = page.client.show(BEYOND, true);
    const before = rowsOf([...here, ...there]);
    page.settle();
    expectWhole(beyond, BEYOND);
    expect(rowsOf([...here, ...there])).toEqual(before);
  });

  test('a worker that dies computes all of them anew', () => {
    const page = createPage();
    page.client.show(HERE, true);
    page.turn();
    const [here, there] = page.client.showInTurn([HERE, THERE]);
    page.kill();
    while (page.spawned() === 1 && page.wait()) page.settle();
    page.settle();
    expectWhole(here, HERE);
    expectWhole(there, THERE);
  });
});
