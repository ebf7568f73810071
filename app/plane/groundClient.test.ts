import { describe, expect, test, vi } from 'vitest';
import type { Isolines } from '../../src/ground/isolines.ts';
import type { Levels } from '../../src/ground/levels.ts';
import type { GroundReply, GroundRequest } from '../../src/ground/protocol.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import type { WorkerPort } from '../engine/client.ts';
import { createGroundClient } from './groundClient.ts';
import { fitDomain } from './viewport.ts';

/** Node has none. Vitest gives each test file globals of its own. */
vi.stubGlobal('ImageData', function (this: object, data: Uint8ClampedArray, width: number, height: number) {
  Object.assign(this, { data, width, height });
});

const ROSENBROCK: ProblemSelection = { id: 'rosenbrock', params: { a: 1, b: 100 }, scale: 1, rotation: 0 };
const BOOTH: ProblemSelection = { id: 'booth', params: {}, scale: 1, rotation: 0 };
const VIEW = fitDomain({ x: [-2.5, 2], y: [-1, 3] }, 784, 412);
const LIGHT = ['#f8fafc', '#b9ccda'];
const DARK = ['#121519', '#3a4a57'];
const BITMAP = { width: 4, height: 2, pixels: new ArrayBuffer(32) };
const NO_LINES = { coordinates: new Float32Array(0), starts: Uint32Array.of(0), levels: new Uint16Array(0) };
const LEVELS: Levels = { floor: 0, spacing: 'log', labels: 'f', range: [0, 900], levels: [] };

interface FakeWorker extends WorkerPort<GroundRequest, GroundReply> {
  readonly posted: GroundRequest[];
  terminated: boolean;
}

/** A page whose workers do what the test says, and whose clock it turns. */
function createPage() {
  const workers: FakeWorker[] = [];
  const failures: string[] = [];
  let timer: { readonly at: number; readonly callback: () => void } | null = null;
  let clock = 0;
  let painted = 0;
  const client = createGroundClient(
    () => {
      const posted: GroundRequest[] = [];
      const worker: FakeWorker = {
        posted,
        terminated: false,
        onmessage: null,
        onerror: null,
        postMessage: (message) => posted.push(message),
        terminate: () => (worker.terminated = true),
      };
      workers.push(worker);
      return worker;
    },
    () => (painted += 1),
    (message) => failures.push(message),
    {
      // One at a time is all that the client needs.
      setTimer: (callback, milliseconds) => {
        expect(timer).toBeNull();
        timer = { at: clock + milliseconds, callback };
        return 1;
      },
      clearTimer: () => (timer = null),
    },
  );
  const worker = () => workers.at(-1) as FakeWorker;
  const last = () => worker().posted.at(-1) as GroundRequest;
  const reply = (reply: GroundReply) => worker().onmessage?.({ data: reply });
  const bands = (id = last().id, color = '#777777') =>
    reply({ type: 'bands', id, ...BITMAP, levels: LEVELS, bandColors: [color] });
  const isolines = (id = last().id): Isolines => {
    const lines = { ...NO_LINES };
    reply({ type: 'isolines', id, isolines: lines });
    return lines;
  };
  return {
    client,
    workers,
    worker,
    failures,
    last,
    reply,
    bands,
    isolines,
    painted: () => painted,
    isWatched: () => timer !== null,
    request: (problem = ROSENBROCK, ramp = LIGHT, view = VIEW, pixelRatio = 2) =>
      client.request(problem, view, pixelRatio, ramp),
    posted: () => workers.flatMap(({ posted }) => posted.map(({ type }) => type)),
    wait: (milliseconds: number) => {
      clock += milliseconds;
      const due = timer;
      if (!due || due.at > clock) return;
      timer = null;
      due.callback();
    },
  };
}

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

  test('before the isolines have come is painted anew, or they would never come', () => {
    const page = createPage();
    page.request();
    page.bands();
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
    page.bands(id, '#111111');
    expect(page.client.ground?.bandColors).toEqual(['#111111']);
    // A third theme, while the new worker still paints: it has nothing to recolour.
    page.request(ROSENBROCK, LIGHT);
    expect(page.last().type).toBe('paint');
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
