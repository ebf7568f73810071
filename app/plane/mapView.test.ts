import { describe, expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { taskOf } from '../../src/scene/scene.ts';
import { createTrajectory } from '../engine/trajectories.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { createAppStore } from '../store/store.ts';
import { setWindow } from '../store/viewActions.ts';
import { createMapView } from './mapView.ts';
import { fitDomain, xToPixel, yToPixel, zoomAbout, type Viewport } from './viewport.ts';
import type { Destination, WindowMotion } from './windowMotion.ts';

const { domain } = createProblem(OPENING_SCENE.problem);
const HOME = fitDomain(domain, 784, 412);

/** A map whose changes of view are over at once; the focused run walks up a straight line. */
function createMap(playhead = 40) {
  const store = createAppStore(OPENING_SCENE, 'light');
  const trajectory = createTrajectory('run', taskOf(OPENING_SCENE, OPENING_SCENE.runs[0]));
  for (let step = 0; step <= 300; step++) {
    trajectory.steps[step] = step;
    trajectory.points.set([-1 + step / 200, step / 300], 2 * step);
  }
  trajectory.rows = 301;
  let view: Viewport = HOME;
  const motion: WindowMotion = {
    get viewport() {
      return view;
    },
    get target() {
      return view;
    },
    show: (next) => (view = next),
    move: (next) => (view = next),
    glide({ window, viewport }: Destination) {
      setWindow(store, window);
      view = viewport;
    },
    dispose: () => {},
  };
  const state = { playhead };
  const map = createMapView(
    {
      store,
      session: { displayed: () => OPENING_SCENE.runs.map(() => trajectory) } as never,
      playback: state as never,
    },
    motion,
  );
  return { map, store, state, view: () => view };
}

describe('zooming', () => {
  test('by a button keeps the middle where it is', () => {
    const { map, view } = createMap();
    map.zoom(2, 'middle');
    expect(view()).toEqual(fitDomain(zoomAbout(HOME, 392, 206, 2).window, 784, 412));
  });

  test('by a key keeps the focused run’s head where it is, and the middle when that is out of view', () => {
    const { map, view, store } = createMap(100);
    const [u, v] = [-0.5, 1 / 3];
    map.zoom(2, 'head');
    expect(xToPixel(view(), u)).toBeCloseTo(xToPixel(HOME, u), 6);
    expect(yToPixel(view(), v)).toBeCloseTo(yToPixel(HOME, v), 6);
    setWindow(store, { x: [1, 2], y: [1, 2] });
    const away = createMap(100);
    away.map.zoom(64, [2, 2]);
    const before = away.view();
    away.map.zoom(0.5, 'head');
    expect(away.view().window.x[0] + away.view().window.x[1]).toBeCloseTo(
      before.window.x[0] + before.window.x[1],
      9,
    );
  });

  test('a hidden run’s head is no head', () => {
    const { map, view, store } = createMap(100);
    const { scene, focus } = store.getState();
    store.setState({
      scene: { ...scene, runs: scene.runs.map((run, i) => ({ ...run, hidden: i === focus })) },
    });
    map.zoom(2, 'head');
    expect(view()).toEqual(fitDomain(zoomAbout(HOME, 392, 206, 2).window, 784, 412));
  });
});

describe('the steps around the playhead', () => {
  test('come into view, and the same again goes back to where one was', () => {
    const { map, store, view } = createMap(120);
    const before = { x: [-2, 2], y: [0, 1] } as const;
    setWindow(store, before);
    map.toggleSteps();
    expect(store.getState().window).toBe(map.stepsWindow);
    const { x, y } = view().window;
    expect(x[0]).toBeLessThan(-0.4);
    expect(x[1]).toBeGreaterThan(-0.4);
    expect(y[1] - y[0]).toBeLessThan(0.2);
    map.toggleSteps();
    expect(store.getState().window).toBe(before);
    expect(map.stepsWindow).toBeNull();
  });

  test('come into view anew when one has looked elsewhere meanwhile', () => {
    const { map, store, state } = createMap(120);
    map.toggleSteps();
    const elsewhere = { x: [0, 1], y: [0, 1] } as const;
    setWindow(store, elsewhere);
    state.playhead = 200;
    map.toggleSteps();
    const { x } = store.getState().window ?? domain;
    expect(x[0]).toBeLessThan(0);
    expect(x[1]).toBeGreaterThan(0);
    map.toggleSteps();
    expect(store.getState().window).toBe(elsewhere);
  });
});

test('a point outside is brought into view at the same scale, one inside the view moves nothing', () => {
  const { map, view } = createMap();
  map.reveal([-7, 1]);
  expect(xToPixel(view(), -7)).toBeCloseTo(0.2 * 784, 6);
  expect(view().scale).toBeCloseTo(HOME.scale, 9);
  expect(yToPixel(view(), 1)).toBeCloseTo(yToPixel(HOME, 1), 6);
});

test('the whole map is no window of its own', () => {
  const { map, store } = createMap();
  setWindow(store, { x: [0, 1], y: [0, 1] });
  map.whole();
  expect(store.getState().window).toBeNull();
});
