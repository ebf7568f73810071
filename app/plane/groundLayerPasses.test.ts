import { describe, expect, test } from 'vitest';
import { CLOSE, createPage, HOME, openedPage } from './groundLayerFixture.ts';

describe('a ground in several passes', () => {
  test('is shown coarse, and each finer pass takes its place together with its isolines', () => {
    const page = createPage();
    page.show(HOME);
    page.bands();
    page.isolines(1, 1, false);
    page.bands(1, 2);
    expect(page.passes()).toEqual(['1 without lines', '1']);
    page.isolines(1, 2, false);
    page.bands(1, 4);
    page.isolines(1, 4);
    expect(page.passes()).toEqual(['1 without lines', '1', '2', '4']);
    expect(page.posted).toHaveLength(1);
  });

  test('is not asked for twice while it is on its way', () => {
    const page = createPage();
    page.show(HOME);
    page.bands();
    page.isolines(1, 1, false);
    page.wait(1000);
    page.show({ ...HOME });
    page.show({ ...HOME });
    expect(page.posted).toHaveLength(1);
  });

  test('is given up where the window moves on, and finished where it comes back: at no time coarser than it was', () => {
    const page = createPage();
    page.show(HOME);
    page.bands();
    page.isolines(1, 1, false);
    page.bands(1, 2);
    page.isolines(1, 2, false);
    page.wait(1000);
    page.show(CLOSE);
    page.bands();
    page.isolines(2, 1, false);
    expect(page.shown.at(-1)?.window).toEqual(CLOSE.window);
    page.wait(1000);
    page.show(HOME);
    expect(page.shown.at(-1)?.window).toEqual(HOME.window);
    expect(page.posted.map(({ type, id }) => `${type} ${id}`)).toEqual(['paint 1', 'paint 2', 'paint 3']);
    const before = page.passes().length;
    page.bands(3, 1);
    page.isolines(3, 1, false);
    page.bands(3, 3);
    page.isolines(3, 3);
    expect(page.passes().slice(before)).toEqual(['3']);
  });

  test('is stopped where another is shown that is whole', () => {
    const page = openedPage();
    page.show(CLOSE);
    page.bands();
    page.isolines(2, 1, false);
    page.reply({ type: 'progress', id: 2, done: 0.3 });
    page.show(HOME);
    expect(page.posted.map(({ type }) => type)).toEqual(['paint', 'paint', 'stop']);
    expect(page.progress).toEqual([0.3, null]);
    // And asked for again when the window is there again.
    page.wait(1000);
    page.show(CLOSE);
    expect(page.posted.at(-1)).toMatchObject({ type: 'paint', window: CLOSE.window });
  });
});
