import { describe, expect, test } from 'vitest';
import type { Task } from '../../src/scene/scene.ts';
import type { Member } from './background.ts';
import { createPage, numbersOf, tasksOf } from './clientFixture.ts';

const isOver = ({ outcome }: Member) => outcome !== null;

/** The same run under so many seeds. */
function seedsOf(task: Task, count: number): Task[] {
  return Array.from({ length: count }, (_, k) => ({ ...task, sampling: { ...task.sampling, seed: 11 + k } }));
}

/** What a member has so far. */
const pathOf = ({ rows, dimension, points }: Member) => points.slice(0, rows * dimension);

describe('runs in the background', () => {
  test('the first seed’s is the shown run, bit for bit', () => {
    const page = createPage();
    const [task] = tasksOf(700, [-1.2, 0.7]);
    page.client.show([task]);
    const members = page.client.attend(seedsOf(task, 5));
    page.settle();
    const [shown] = numbersOf(page.client, [task]);
    expect(pathOf(members[0])).toEqual(shown.points);
    expect(members[0].outcome).toEqual(shown.outcome);
    expect(members.every(isOver)).toBe(true);
    expect(new Set(members.map((member) => pathOf(member).join())).size).toBe(5);
  });

  test('begin when those that are shown have ended, and give way to new ones', () => {
    const page = createPage();
    const [task] = tasksOf(20_000, [-1.2, 0.7]);
    const [other] = tasksOf(20_000, [-1.1, 0.6]);
    const [trajectory] = page.client.show([task]);
    const members = page.client.attend(seedsOf(other, 4));
    while (trajectory.outcome === null) {
      expect(members.every(({ rows }) => rows === 0)).toBe(true);
      page.turn();
    }
    while (members[0].rows === 0) page.turn();
    const [next] = page.client.show(tasksOf(20_000, [-1, 0.5]));
    const rowsBefore = members.map(({ rows }) => rows);
    // What the worker had sent before it heard of it is still taken or left.
    while (next.outcome === null) page.turn();
    expect(members.map(({ rows }) => rows)).toEqual(rowsBefore);
    page.settle();
    expect(members.every(isOver)).toBe(true);
  });

  test('are a few at a time where they are long, and the worker forgets each that has ended', () => {
    const page = createPage();
    const [task] = tasksOf(150_000, [-1.2, 0.7]);
    const members = page.client.attend(seedsOf(task, 4));
    const underWay = () =>
      page.posted.filter(({ type }) => type === 'run').length -
      page.posted.filter(({ type }) => type === 'forget').length;
    while (!members.every(isOver)) {
      expect(underWay()).toBeLessThanOrEqual(2);
      page.turn();
    }
    expect(underWay()).toBe(0);
    for (const { rows, stride, steps } of members) {
      expect(rows).toBeLessThanOrEqual(2001);
      expect(stride).toBe(100);
      expect(steps[rows - 1]).toBe(150_000);
    }
  });

  test('that are attended to again are known, and others are forgotten', () => {
    const page = createPage();
    const [task] = tasksOf(300, [-1.2, 0.7]);
    const first = page.client.attend(seedsOf(task, 3));
    page.settle();
    const second = page.client.attend(seedsOf(task, 5));
    expect(second.slice(0, 3)).toEqual(first);
    expect(second[0]).toBe(first[0]);
    page.client.attend([]);
    expect(page.client.attend(seedsOf(task, 3))[0]).not.toBe(first[0]);
  });

  test('come all the same when the worker dies in the middle', () => {
    const page = createPage();
    const [task] = tasksOf(100_000, [-1.2, 0.7]);
    const members = page.client.attend(seedsOf(task, 3));
    while (members[0].rows === 0) page.turn();
    page.kill();
    page.settle();
    while (page.wait()) page.settle();
    expect(page.deaths).toEqual([false]);
    expect(members.every(isOver)).toBe(true);
    const other = createPage();
    const undisturbed = other.client.attend(seedsOf(task, 3));
    other.settle();
    expect(members.map(pathOf)).toEqual(undisturbed.map(pathOf));
  });

  test('are no news of the runs that are shown', () => {
    const page = createPage();
    let [shown, attended] = [0, 0];
    page.client.subscribe(() => (shown += 1));
    page.client.onAttended(() => (attended += 1));
    page.client.attend(seedsOf(tasksOf(300, [-1.2, 0.7])[0], 3));
    page.settle();
    expect(shown).toBe(0);
    expect(attended).toBeGreaterThan(0);
  });
});
