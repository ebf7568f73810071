import { describe, expect, test } from 'vitest';
import { sceneFromLink } from '../../src/scene/link.ts';
import { beginGesture, endGesture, moveStart } from './actions.ts';
import { linkOf } from './address.ts';
import { ADDRESS_INTERVAL } from './history.ts';
import { AGES, BOOTH, HIMMELBLAU, openPage } from './openPage.ts';
import { OPENING_SCENE } from './openingScene.ts';
import { focusRun, setWindow } from './viewActions.ts';

describe('a page opened without a fragment', () => {
  test('shows the opening scene and leaves the address alone', () => {
    const page = openPage('');
    page.rest(300, false);
    page.wait(AGES);
    expect(page.store.getState().scene).toBe(OPENING_SCENE);
    expect(page.browser.fragment()).toBe('');
    expect(page.notices()).toEqual([]);
  });

  test.each<[string, (page: ReturnType<typeof openPage>) => void, number | null]>([
    ['the start is moved', ({ store }) => moveStart(store, [0.5, -1.25]), null],
    ['another run is focused', ({ store }) => focusRun(store, 3), null],
    ['the person pauses', ({ rest }) => rest(88), 88],
  ])('has a link once %s', (_, change, step) => {
    const page = openPage('');
    change(page);
    page.wait(AGES);
    expect(page.browser.writes()).toBe(1);
    expect(page.browser.fragment()).toBe(linkOf(page.store.getState(), step));
  });

  test('is without one again when the change is undone', () => {
    const page = openPage('');
    moveStart(page.store, [0.5, -1.25]);
    page.history.undo();
    page.rest(300, false);
    page.wait(AGES);
    expect(page.browser.fragment()).toBe('');
    expect(page.start()).toEqual(OPENING_SCENE.start);
  });

  test('keeps its link up to date when playback ends by itself, from the first change on', () => {
    const page = openPage('');
    focusRun(page.store, 1);
    page.wait(AGES);
    page.rest(300, false);
    page.wait(AGES);
    expect(page.address()?.view).toEqual({ focus: 1, playhead: 300, unfolded: true });
  });
});

describe('the address', () => {
  test('reopens what is on screen', () => {
    const page = openPage(HIMMELBLAU);
    moveStart(page.store, [-3.5, 1.125]);
    focusRun(page.store, 2);
    page.rest(64);
    page.wait(AGES);
    const { scene, notices } = sceneFromLink(page.browser.fragment());
    expect(notices).toEqual([]);
    expect(scene).toEqual({ ...page.store.getState().scene, view: { focus: 2, playhead: 64 } });
  });

  test('is written a moment after the view changed, once for many', () => {
    const page = openPage(HIMMELBLAU);
    for (let i = 0; i < 30; i++) focusRun(page.store, i % 3);
    expect(page.browser.writes()).toBe(0);
    page.wait(ADDRESS_INTERVAL - 1);
    expect(page.browser.writes()).toBe(0);
    page.wait(1);
    expect(page.browser.writes()).toBe(1);
    page.wait(AGES);
    expect(page.browser.writes()).toBe(1);
  });

  test('is not written while a hand moves something, but after', () => {
    const page = openPage(HIMMELBLAU);
    beginGesture(page.store);
    for (let i = 0; i < 20; i++) {
      moveStart(page.store, [i / 4, -2]);
      setWindow(page.store, { x: [-3 - i, 4], y: [-2.5, 1.5] });
      page.wait(ADDRESS_INTERVAL);
    }
    expect(page.browser.writes()).toBe(0);
    endGesture(page.store);
    page.wait(ADDRESS_INTERVAL);
    expect(page.address()?.start).toEqual([19 / 4, -2]);
    expect(page.address()?.view.window?.x).toEqual([-22, 4]);
  });

  test('holds no step while playing', () => {
    const page = openPage(BOOTH);
    page.rest(null);
    page.wait(AGES);
    expect(page.address()?.view).toEqual({ focus: 2 });
  });
});

describe('another link opened in place of the first', () => {
  test('takes its place, with its focus, and tells playback', () => {
    const page = openPage(HIMMELBLAU);
    page.browser.open(BOOTH);
    const { scene, focus } = page.store.getState();
    expect([scene.problem.id, scene.start, focus]).toEqual(['booth', [-6.5, 7], 2]);
    expect(page.opened.map(({ view }) => view.playhead)).toEqual([37]);
    expect(page.notices()).toEqual([]);
  });

  test('and taken back shows the first again as it was left', () => {
    const page = openPage(HIMMELBLAU);
    moveStart(page.store, [1.5, 2.5]);
    page.browser.open(BOOTH);
    page.history.undo();
    expect(page.problem()).toBe('himmelblau');
    expect(page.start()).toEqual([1.5, 2.5]);
    expect(page.opened).toHaveLength(1);
  });

  test('opens what it can of a damaged link, says so, and mends the address with the next change', () => {
    const page = openPage(HIMMELBLAU);
    page.browser.open(BOOTH.slice(0, BOOTH.indexOf('&r=newton')));
    expect(page.problem()).toBe('booth');
    expect(page.notices()).toHaveLength(1);
    page.rest(12);
    page.wait(AGES);
    expect(sceneFromLink(page.browser.fragment()).notices).toEqual([]);
  });

  test('that can be read takes away what was said of one that could not', () => {
    const page = openPage('quite-something-else');
    expect(page.notices()).toHaveLength(1);
    page.browser.open(BOOTH);
    expect(page.notices()).toEqual([]);
  });

  test('of no fragment is the opening scene, and stays empty until something changes', () => {
    const page = openPage(HIMMELBLAU);
    page.browser.open('');
    page.rest(300, false);
    page.wait(AGES);
    expect(page.store.getState().scene).toBe(OPENING_SCENE);
    expect(page.browser.fragment()).toBe('');
  });
});

describe('an address that cannot be read', () => {
  test('shows the opening scene at first, with a notice, and stays', () => {
    const page = openPage('v%C3%B6llig-anderes');
    page.rest(300, false);
    page.wait(AGES);
    expect(page.store.getState().scene).toBe(OPENING_SCENE);
    expect(page.notices()).toHaveLength(1);
    expect(page.browser.fragment()).toBe('v%C3%B6llig-anderes');
  });

  test('later takes nothing away: scene and address stay, with a notice', () => {
    const page = openPage(HIMMELBLAU);
    page.browser.open('gibberish');
    page.rest(140, false);
    page.wait(AGES);
    expect(page.problem()).toBe('himmelblau');
    expect(page.notices()).toHaveLength(1);
    expect([page.browser.fragment(), page.opened]).toEqual(['gibberish', []]);
  });

  test('is not written over by what changed before it was opened, but by what changes after', () => {
    const page = openPage(HIMMELBLAU);
    focusRun(page.store, 2);
    page.browser.open('gibberish');
    page.wait(AGES);
    expect(page.browser.fragment()).toBe('gibberish');
    focusRun(page.store, 0);
    page.wait(AGES);
    expect(page.address()?.problem.id).toBe('himmelblau');
  });
});
