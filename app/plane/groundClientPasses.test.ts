import { describe, expect, test } from 'vitest';
import { BOOTH, createPage, DARK, ROSENBROCK } from './groundClientFixture.ts';

describe('a ground in several passes', () => {
  test('is whole with its last isolines, and shows no pass beside the lines of another', () => {
    const page = createPage();
    page.request();
    page.bands();
    const coarse = page.isolines(1, 1, false);
    expect(page.client.ground).toMatchObject({ pass: 1, isolines: coarse, isComplete: false });
    expect(page.client.awaited).toBe('isolines');
    page.bands(1, '#222222', 3);
    expect(page.client.ground).toMatchObject({ pass: 3, isolines: null, isComplete: false });
    const fine = page.isolines(1, 3);
    expect(page.client.ground).toMatchObject({ pass: 3, isolines: fine, isComplete: true });
    expect(page.client.awaited).toBeNull();
  });

  test('in another theme goes on in its colours', () => {
    const page = createPage();
    page.request();
    page.bands();
    const lines = page.isolines(1, 1, false);
    page.request(ROSENBROCK, DARK);
    // The pass that was on its way has the old colours.
    page.bands(1, '#777777', 2);
    expect(page.client.ground?.pass).toBe(1);
    page.bands(2, '#111111', 2);
    expect(page.client.ground).toMatchObject({ pass: 2, isolines: null, bandColors: ['#111111'] });
    expect(page.isolines(1, 2)).not.toBe(lines);
    expect(page.client.ground).toMatchObject({ pass: 2, isComplete: true });
  });

  test('that takes long tells how far it is, until it is there', () => {
    const page = createPage();
    page.request();
    page.bands();
    for (const done of [0.25, 0.5, 1]) page.reply({ type: 'progress', id: 1, done });
    expect(page.progress).toEqual([0.25, 0.5, 1]);
    page.isolines();
    expect(page.progress.at(-1)).toBeNull();
  });

  test('that is superseded begins its progress anew; that of an older one is not told', () => {
    const page = createPage();
    page.request();
    page.reply({ type: 'progress', id: 1, done: 0.25 });
    page.request(BOOTH);
    page.reply({ type: 'progress', id: 1, done: 0.5 });
    expect(page.progress).toEqual([0.25, 0]);
    page.reply({ type: 'failed', id: 2, message: 'no memory' });
    expect(page.progress).toEqual([0.25, 0, null]);
  });

  test('is alive as long as it tells how far it is', () => {
    const page = createPage();
    page.request();
    page.bands();
    for (let i = 1; i <= 9; i++) {
      page.wait(9000);
      page.reply({ type: 'progress', id: 1, done: i / 10 });
    }
    expect(page.workers).toHaveLength(1);
    page.wait(10_000);
    expect(page.workers).toHaveLength(2);
  });

  test('can be dropped: the worker stops, nothing of it is taken any more, and it can be asked for again', () => {
    const page = createPage();
    page.request();
    page.bands();
    page.reply({ type: 'progress', id: 1, done: 0.25 });
    page.client.drop();
    expect(page.posted()).toEqual(['paint', 'stop']);
    expect([page.client.awaited, page.isWatched(), page.progress.at(-1)]).toEqual([null, false, null]);
    page.bands(1, '#222222', 2);
    expect(page.client.ground?.pass).toBe(1);
    page.client.drop();
    page.request();
    expect(page.posted()).toEqual(['paint', 'stop', 'paint']);
  });
});
