import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { createAppStore } from '../store/store.ts';
import { createMapReader } from './mapReader.ts';
import type { NearestRun } from './nearestRun.ts';
import type { PointerMarksHandle } from './PointerMarks.tsx';
import type { Reading } from './Readout.tsx';
import { fitDomain, pixelToPlane, xToPixel, yToPixel, zoomAbout } from './viewport.ts';

const opening = createProblem(OPENING_SCENE.problem);
const HOME = fitDomain(opening.domain, 784, 412);

beforeEach(() => {
  vi.stubGlobal('window', { setTimeout: () => 0, clearTimeout: () => {} });
});

/** A map on which the third run's path runs upright at x = 300. */
function createMap(problem = opening) {
  const store = createAppStore(OPENING_SCENE, 'light');
  const { runIds } = store.getState();
  const readings: (Reading | null)[] = [];
  const crosses: ({ x: number; y: number } | null)[] = [];
  const seeks: number[] = [];
  let viewport = HOME;
  const marks: PointerMarksHandle = {
    arrow: () => {},
    step: () => {},
    cross: (at) => crosses.push(at && { x: at.x, y: at.y }),
  };
  const reader = createMapReader(
    { store, playback: { seek: (step: number) => seeks.push(step) } as never },
    {
      runAt: (x, y, reach): NearestRun | null =>
        Math.abs(x - 300) <= reach
          ? { id: runIds[2], step: Math.round(y), x: 300, y, distance: Math.abs(x - 300) }
          : null,
    },
    () => ({ problem, viewport }),
    {
      readout: () => ({
        show: (reading) => readings.push(reading),
        hide: () => readings.push(null),
        announce: () => {},
      }),
      marks: () => marks,
      setCursor: () => {},
    },
  );
  return {
    store,
    reader,
    readings,
    crosses,
    seeks,
    runIds,
    last: () => readings.at(-1) as Reading,
    look: (next: typeof HOME) => {
      viewport = next;
      reader.refresh();
    },
  };
}

describe('a pointer', () => {
  test('reads the values under it', () => {
    const { reader, last } = createMap();
    reader.point(500, 120);
    reader.refresh();
    const [u, v] = pixelToPlane(HOME, 500, 120);
    expect(last().probe).toMatchObject({ u, v, value: (1 - u) ** 2 + 100 * (v - u * u) ** 2 });
    expect(last().run).toBeNull();
  });

  test('near a path tells its run and step, and lets it stand out until it goes', () => {
    const { reader, last, store, runIds } = createMap();
    reader.point(306, 41);
    reader.refresh();
    expect(last().run).toMatchObject({ name: 'Adam', step: 41, color: '--run-3' });
    expect(store.getState().hovered).toBe(runIds[2]);
    reader.point(340, 41);
    reader.refresh();
    expect(store.getState().hovered).toBeNull();
    reader.point(300, 41);
    reader.refresh();
    reader.leave();
    expect(store.getState().hovered).toBeNull();
    expect(last()).toBeNull();
  });

  test('that is elsewhere does not take back what another part of the page points at', () => {
    const { reader, store, runIds } = createMap();
    store.setState({ hovered: runIds[1] });
    reader.point(500, 120);
    reader.refresh();
    reader.leave();
    expect(store.getState().hovered).toBe(runIds[1]);
  });
});

describe('a click', () => {
  test('on a path focuses its run, and with Shift goes to the step', () => {
    const { reader, store, seeks } = createMap();
    store.setState({ focus: 0 });
    reader.tap(303, 77, { isTouch: false, goesToStep: false });
    expect(store.getState().focus).toBe(2);
    expect(seeks).toEqual([]);
    reader.tap(303, 77, { isTouch: false, goesToStep: true });
    expect(seeks).toEqual([77]);
  });

  test('on the ground focuses nothing', () => {
    const { reader, store } = createMap();
    store.setState({ focus: 0 });
    reader.tap(500, 77, { isTouch: false, goesToStep: true });
    expect(store.getState().focus).toBe(0);
  });

  test('by a finger reaches further, and what it reads stays with its place on the map', () => {
    const { reader, store, look, last } = createMap();
    store.setState({ focus: 0 });
    reader.tap(315, 90, { isTouch: true, goesToStep: false });
    expect(store.getState().focus).toBe(2);
    expect(store.getState().hovered).toBeNull();
    const { u, v } = last().probe;
    look(zoomAbout(HOME, 10, 400, 3));
    expect(last().probe).toMatchObject({ u, v });
  });
});

test('where time runs to the right a reading has its step, of those there are', () => {
  const selection = { id: 'reddi', params: { variant: 'theorem' }, scale: 1, rotation: 0 } as const;
  const online = createProblem(selection);
  const { reader, store, look, last } = createMap(online);
  store.setState(({ scene }) => ({ scene: { ...scene, steps: 400 } }));
  look(fitDomain({ x: [-0.25, 1.25], y: [-1, 3] }, 750, 400, 'time'));
  const at = (x: number, y: number) => {
    reader.point(x, y);
    reader.refresh();
    const { time, probe } = last();
    return [time, probe.v, probe.value];
  };
  // 500 pixels for 400 steps, 100 for a unit of x; the mean of the losses is x/3.
  expect(at(125, 0)).toEqual([0, 3, 1]);
  expect(at(375, 400)).toEqual([200, -1, -1 / 3]);
  expect(at(626, 300)).toEqual([400, 0, 0]);
  expect(at(750, 300)[0]).toBe(400);
  expect(at(0, 300)[0]).toBe(0);
});

describe('a crosshair', () => {
  test('begins in the middle, goes by pixels, and stays on its point when the map moves', () => {
    const { reader, crosses, look, last } = createMap();
    reader.walk(0, 0);
    expect(crosses.at(-1)).toEqual({ x: 392, y: 206 });
    reader.walk(10, -30);
    expect(crosses.at(-1)?.x).toBeCloseTo(402, 9);
    expect(crosses.at(-1)?.y).toBeCloseTo(176, 9);
    const { u, v } = last().probe;
    const zoomed = zoomAbout(HOME, 300, 300, 1.3);
    look(zoomed);
    expect(crosses.at(-1)?.x).toBeCloseTo(xToPixel(zoomed, u), 9);
    expect(crosses.at(-1)?.y).toBeCloseTo(yToPixel(zoomed, v), 9);
  });

  test('does not leave the map', () => {
    const { reader, crosses } = createMap();
    for (let i = 0; i < 30; i++) reader.walk(-40, -40);
    expect(crosses.at(-1)?.x).toBeCloseTo(0, 6);
    expect(crosses.at(-1)?.y).toBeCloseTo(0, 6);
  });

  test('comes back to where it was left, and into view where that is not', () => {
    const { reader, crosses, look } = createMap();
    reader.walk(50, 20);
    reader.leave();
    expect(crosses.at(-1)).toBeNull();
    expect(reader.crosshair).toBeNull();
    reader.walk(0, 0);
    expect(crosses.at(-1)?.x).toBeCloseTo(442, 6);
    reader.leave();
    look(zoomAbout(HOME, 0, 0, 40));
    reader.walk(0, 0);
    expect(crosses.at(-1)?.x).toBeCloseTo(392, 6);
    expect(crosses.at(-1)?.y).toBeCloseTo(206, 6);
  });

  test('chooses the run that passes under it', () => {
    const { reader, store, seeks } = createMap();
    store.setState({ focus: 0 });
    reader.walk(300 - 392, 0);
    reader.choose(true);
    expect(store.getState().focus).toBe(2);
    expect(seeks).toEqual([206]);
  });
});
