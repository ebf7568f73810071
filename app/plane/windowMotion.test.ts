import { describe, expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { openScene } from '../store/actions.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { createAppStore } from '../store/store.ts';
import { setWindow } from '../store/viewActions.ts';
import { fitDomain, panBy, zoomAbout, type Viewport } from './viewport.ts';
import { createWindowMotion } from './windowMotion.ts';

const { domain } = createProblem(OPENING_SCENE.problem);
const HOME = fitDomain(domain, 784, 412);
const CLOSE = zoomAbout(HOME, 200, 100, 8);

/** A page whose frames the test calls. */
function createPage(duration = 240) {
  const store = createAppStore(OPENING_SCENE, 'light');
  const targets: (Viewport | null)[] = [];
  let callback: ((milliseconds: number) => void) | null = null;
  let writes = 0;
  store.subscribe((state, before) => {
    if (state.window !== before.window) writes += 1;
  });
  const motion = createWindowMotion({
    store,
    request: (next) => {
      expect(callback).toBeNull();
      callback = next;
      return 1;
    },
    cancel: () => (callback = null),
    duration: () => duration,
    onTarget: (target) => targets.push(target),
  });
  motion.show(HOME);
  return {
    store,
    motion,
    targets,
    window: () => store.getState().window,
    writes: () => writes,
    isWaiting: () => callback !== null,
    frame: (now: number) => {
      const due = callback;
      callback = null;
      due?.(now);
    },
  };
}

describe('a window under a hand', () => {
  test('is written once a frame, however often the hand moved in between', () => {
    const { motion, writes, frame, window } = createPage();
    for (let i = 1; i <= 5; i++) motion.move(panBy(motion.viewport as Viewport, 10, -3));
    expect([writes(), window()]).toEqual([0, null]);
    frame(16);
    expect(writes()).toBe(1);
    expect(window()).toEqual(motion.viewport?.window);
    expect(window()?.x[0]).toBeCloseTo(panBy(HOME, 50, -15).window.x[0], 12);
  });

  test('asks for no frame while nothing moves', () => {
    const page = createPage();
    page.motion.move(CLOSE);
    page.frame(16);
    expect(page.isWaiting()).toBe(false);
  });
});

describe('a change of view', () => {
  test('comes to its end through views between, and says where it goes', () => {
    const page = createPage();
    page.motion.glide({ window: CLOSE.window, viewport: CLOSE });
    expect(page.targets).toEqual([CLOSE]);
    const scales: number[] = [];
    for (let now = 0; page.isWaiting(); now += 16) {
      page.frame(now);
      scales.push((page.motion.viewport as Viewport).scale);
    }
    // 240 milliseconds are 15 frames and the one that begins.
    expect(scales.length).toBe(16);
    for (let i = 1; i < scales.length; i++) expect(scales[i]).toBeGreaterThan(scales[i - 1]);
    expect(page.window()).toBe(CLOSE.window);
  });

  test('to the whole map ends with no window at all', () => {
    const page = createPage();
    setWindow(page.store, CLOSE.window);
    page.motion.show(CLOSE);
    page.motion.glide({ window: null, viewport: HOME });
    for (let now = 0; page.isWaiting(); now += 16) page.frame(now);
    expect(page.window()).toBeNull();
  });

  test('is there at once for who wants less motion', () => {
    const page = createPage(0);
    page.motion.glide({ window: CLOSE.window, viewport: CLOSE });
    page.frame(5);
    expect(page.window()).toBe(CLOSE.window);
    expect([page.writes(), page.isWaiting()]).toEqual([1, false]);
  });

  test('goes on from where it is when another begins, and both add up', () => {
    const page = createPage();
    page.motion.glide({ window: CLOSE.window, viewport: CLOSE });
    page.frame(0);
    page.frame(100);
    const between = page.motion.viewport as Viewport;
    expect(page.motion.target).toBe(CLOSE);
    page.motion.glide({ window: null, viewport: HOME });
    page.frame(110);
    expect(page.motion.viewport?.scale).toBeCloseTo(between.scale, 6);
    for (let now = 120; page.isWaiting(); now += 16) page.frame(now);
    expect(page.window()).toBeNull();
  });

  test('is given up when a hand takes the map', () => {
    const page = createPage();
    page.motion.glide({ window: CLOSE.window, viewport: CLOSE });
    page.frame(0);
    page.frame(60);
    const taken = panBy(page.motion.viewport as Viewport, 7, 0);
    page.motion.move(taken);
    expect(page.targets).toEqual([CLOSE, null]);
    page.frame(76);
    expect(page.window()).toEqual(taken.window);
    expect(page.isWaiting()).toBe(false);
  });

  test.each<[string, (page: ReturnType<typeof createPage>) => void]>([
    ['another window is opened', ({ store }) => setWindow(store, { x: [3, 4], y: [0, 1] })],
    [
      'another problem is opened',
      ({ store }) =>
        openScene(store, {
          ...OPENING_SCENE,
          problem: { id: 'booth', params: {}, scale: 1, rotation: 0 },
          start: [-6, 8],
        }),
    ],
  ])('is given up when %s', (_, open) => {
    const page = createPage();
    page.motion.glide({ window: CLOSE.window, viewport: CLOSE });
    page.frame(0);
    page.frame(50);
    open(page);
    const opened = page.window();
    for (let now = 60; page.isWaiting(); now += 16) page.frame(now);
    expect(page.window()).toBe(opened);
    expect(page.targets.at(-1)).toBeNull();
  });
});
