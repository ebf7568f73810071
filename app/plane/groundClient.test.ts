import { describe, expect, test } from 'vitest';
import { BOOTH, createPage, DARK, LEVELS, LIGHT, ROSENBROCK, VIEW } from './groundClientFixture.ts';
import { fitDomain } from './viewport.ts';

describe('a request for a ground', () => {
  test('is painted: bands first, isolines when they come', () => {
    const page = createPage();
    page.request();
    expect(page.last()).toMatchObject({ problem: ROSENBROCK, width: 784, pixelRatio: 2, ramp: LIGHT });
    expect(page.client.ground).toBeNull();
    page.bands();
    expect(page.client.ground).toMatchObject({ isolines: null, bandColors: ['#777777'], levels: LEVELS });
    expect(page.client.ground?.image).toMatchObject({ width: 4, height: 2 });
    const lines = page.isolines();
    expect(page.client.ground?.isolines).toBe(lines);
    expect(page.painted()).toBe(2);
  });

  test('tells where the minimizers of its problem are, if they had to be searched for', () => {
    const page = createPage();
    page.request();
    page.bands();
    expect(page.finds).toEqual([]);
    page.request(BOOTH);
    const found = { points: [[1, 3]], extent: 'point' } as const;
    page.bands(page.last().id, '#777777', 1, found);
    expect(page.finds).toEqual([{ problem: BOOTH, found }]);
    // Those of a request that another has taken the place of are of another problem.
    page.request();
    page.bands(2, '#777777', 2, found);
    expect(page.finds).toHaveLength(1);
  });

  test('equal to the last is not made twice', () => {
    const page = createPage();
    page.request();
    page.request({ ...ROSENBROCK }, [...LIGHT], { ...VIEW });
    page.bands();
    page.isolines();
    page.request();
    expect(page.posted()).toEqual(['paint']);
  });

  test.each<[string, (page: ReturnType<typeof createPage>) => void]>([
    ['problem', ({ request }) => request(BOOTH)],
    ['parameter', ({ request }) => request({ ...ROSENBROCK, params: { a: 1, b: 30 } })],
    ['size', ({ request }) => request(ROSENBROCK, LIGHT, { ...VIEW, width: 800 })],
    ['window', ({ request }) => request(ROSENBROCK, LIGHT, fitDomain({ x: [0, 1], y: [0, 1] }, 784, 412))],
    ['pixel ratio', ({ request }) => request(ROSENBROCK, LIGHT, VIEW, 3)],
  ])('with another %s is painted anew', (_, change) => {
    const page = createPage();
    page.request();
    page.bands();
    page.isolines();
    change(page);
    expect(page.posted()).toEqual(['paint', 'paint']);
    page.bands();
    expect(page.client.ground?.isolines).toBeNull();
  });

  test('that is superseded changes nothing when it is answered late', () => {
    const page = createPage();
    page.request();
    const { id } = page.last();
    page.request(BOOTH);
    page.bands(id);
    page.isolines(id);
    page.reply({ type: 'failed', id, message: 'too late' });
    expect([page.client.ground, page.painted(), page.failures]).toEqual([null, 0, []]);
    page.bands();
    expect(page.painted()).toBe(1);
  });

  test('that fails is said, with its reason', () => {
    const page = createPage();
    page.request();
    page.reply({ type: 'failed', id: page.last().id, message: 'no memory' });
    expect(page.failures).toEqual(['no memory']);
    expect(page.isWatched()).toBe(false);
  });
});

describe('another theme', () => {
  test('only recolours what is painted, under the same isolines', () => {
    const page = createPage();
    page.request();
    page.bands();
    const lines = page.isolines();
    page.request(ROSENBROCK, DARK);
    expect(page.last()).toMatchObject({ type: 'recolour', ramp: DARK });
    page.bands(page.last().id, '#111111');
    expect(page.client.ground).toMatchObject({ bandColors: ['#111111'], isolines: lines });
  });

  test('while isolines are on their way recolours the bands that are there, and the isolines come', () => {
    const page = createPage();
    page.request();
    page.bands();
    page.request(ROSENBROCK, DARK);
    expect(page.last()).toMatchObject({ type: 'recolour', ramp: DARK });
    const lines = page.isolines();
    expect(page.client.awaited).toBe('bands');
    page.bands(page.last().id, '#111111');
    expect(page.client.ground).toMatchObject({ bandColors: ['#111111'], isolines: lines, isComplete: true });
    expect([page.client.awaited, page.isWatched()]).toEqual([null, false]);
  });

  test('before any bands have come is painted anew: there is nothing to recolour', () => {
    const page = createPage();
    page.request();
    page.request(ROSENBROCK, DARK);
    expect(page.last()).toMatchObject({ type: 'paint', ramp: DARK });
    page.bands();
    expect(page.isolines()).toBe(page.client.ground?.isolines);
  });
});

describe('a worker that dies', () => {
  test.each<[string, (page: ReturnType<typeof createPage>) => void]>([
    ['with an error', ({ worker }) => worker().onerror?.()],
    ['without a word', ({ wait }) => wait(10_000)],
  ])('%s is replaced, and the request made again', (_, die) => {
    const page = createPage();
    page.request();
    const request = page.last();
    die(page);
    expect(page.workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    expect(page.last()).toEqual(request);
    page.bands();
    page.isolines();
    expect(page.client.ground?.isolines).not.toBeNull();
    expect(page.failures).toEqual([]);
  });

  test('between bands and isolines is replaced, too', () => {
    const page = createPage();
    page.request();
    page.wait(6000);
    page.bands();
    page.wait(9999);
    expect(page.workers).toHaveLength(1);
    page.wait(1);
    expect(page.workers).toHaveLength(2);
  });

  test('is found out though requests keep coming', () => {
    const page = createPage();
    for (let i = 0; i < 12; i++) {
      page.request({ ...ROSENBROCK, params: { a: 1, b: 40 + i } });
      page.wait(1000);
    }
    expect(page.workers).toHaveLength(2);
    expect(page.worker().posted[0]).toMatchObject({ problem: { params: { b: 49 } } });
  });

  test('after another theme was chosen gives the picture in its colours', () => {
    const page = createPage();
    page.request();
    page.bands();
    page.isolines();
    page.request(ROSENBROCK, DARK);
    const { id } = page.last();
    page.worker().onerror?.();
    expect(page.last()).toMatchObject({ type: 'paint', id, ramp: DARK });
    // A third theme, before the new worker has painted: it has nothing to recolour.
    page.request(ROSENBROCK, LIGHT);
    expect(page.last().type).toBe('paint');
    page.bands(id, '#111111');
    expect(page.client.ground?.bandColors).toEqual(['#777777']);
    page.bands(page.last().id, '#333333');
    expect(page.client.ground?.bandColors).toEqual(['#333333']);
  });

  test('three times in a row is given up, with a failure, until something else is asked for', () => {
    const page = createPage();
    page.request();
    // Bands are no sign of health if the isolines never come.
    for (let i = 0; i < 3; i++) {
      page.bands();
      page.wait(10_000);
    }
    expect([page.workers.length, page.failures, page.isWatched()]).toEqual([3, [''], false]);
    page.request();
    expect(page.workers).toHaveLength(3);
    page.request(BOOTH);
    expect(page.workers).toHaveLength(4);
    expect(page.last()).toMatchObject({ type: 'paint', problem: BOOTH });
  });

  test('now and then, with pictures in between, is replaced each time', () => {
    const page = createPage();
    for (let i = 0; i < 5; i++) {
      page.request({ ...ROSENBROCK, params: { a: i, b: 100 } });
      page.wait(10_000);
      page.bands();
      page.isolines();
    }
    expect([page.workers.length, page.failures]).toEqual([6, []]);
  });
});

describe('a worker that lives', () => {
  test('may be silent for ages when nothing is asked of it', () => {
    const page = createPage();
    page.wait(1e6);
    page.request();
    page.bands();
    page.isolines();
    page.request(ROSENBROCK, DARK);
    page.bands();
    expect(page.isWatched()).toBe(false);
    page.wait(1e6);
    expect(page.workers).toHaveLength(1);
  });

  test('is not disturbed by answers to older requests: they show that it works', () => {
    const page = createPage();
    page.request();
    const { id } = page.last();
    page.wait(8000);
    page.request(BOOTH);
    page.bands(id);
    page.wait(8000);
    expect(page.workers).toHaveLength(1);
  });

  test('ends with the client, and nothing is heard of it afterwards', () => {
    const page = createPage();
    page.request();
    page.client.dispose();
    expect([page.worker().terminated, page.isWatched()]).toEqual([true, false]);
  });
});
