import { describe, expect, test } from 'vitest';
import '../../src/problems/data/atOnce.ts';
import '../../src/ground/atOnce.ts';
import { createPainter } from '../../src/ground/painter.ts';
import type { GroundReply, GroundRequest } from '../../src/ground/protocol.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { PROBLEMS, type ProblemId } from '../../src/problems/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { WorkerPort } from '../engine/workerPort.ts';
import { fitDomain } from '../plane/viewport.ts';
import { createPictureQueue, type PaintedPicture, type PictureRequest } from './pictureQueue.ts';
import { pictureMarks } from './problemPicture.ts';

const FLOOR = '#102030';
const WALL = '#f0e0d0';
const IDS = Object.keys(PROBLEMS) as ProblemId[];

const selectionOf = (id: ProblemId) => ({
  id,
  params: defaultsOf(PROBLEMS[id].parameters),
  scale: 1,
  rotation: 0,
});

function requestOf(id: ProblemId, width = 120, height = 80, pixelRatio = 1): PictureRequest {
  const problem = selectionOf(id);
  const { window } = fitDomain(createProblem(problem).domain, width, height);
  return { problem, window, width, height, pixelRatio, ramp: [FLOOR, WALL] };
}

/** Workers without threads: what they are asked for is done when the test says so. */
function workers() {
  const deferred: (() => void)[] = [];
  const ports: WorkerPort<GroundRequest, GroundReply>[] = [];
  const ended: number[] = [];
  const requests: number[] = [];
  const spawn = () => {
    const number = ports.length;
    const port: (typeof ports)[number] = {
      onmessage: null,
      onerror: null,
      postMessage(request) {
        requests.push(request.id);
        receive(request);
      },
      terminate: () => ended.push(number),
    };
    const receive = createPainter({
      createProblem,
      post: (data) => port.onmessage?.({ data }),
      defer: (callback) => deferred.push(callback),
      now: () => 0,
    });
    ports.push(port);
    return port;
  };
  const finish = () => {
    while (deferred.length > 0) deferred.shift()?.();
  };
  return { spawn, finish, ports, ended, requests };
}

function paintedOf(...request: Parameters<typeof requestOf>): PaintedPicture {
  const { spawn, finish } = workers();
  const painted: PaintedPicture[] = [];
  createPictureQueue(spawn).paint(requestOf(...request), (picture) => painted.push(picture));
  finish();
  return painted[0];
}

const marksOf = (id: ProblemId, width = 120, height = 80) => {
  const problem = createProblem(selectionOf(id));
  return pictureMarks(problem, fitDomain(problem.domain, width, height));
};

/** The colour `#rrggbb` of the picture at a CSS pixel. */
function colorAt(id: ProblemId, x: number, y: number, pixelRatio = 1): string {
  const { width, pixels } = paintedOf(id, 120, 80, pixelRatio).bands;
  const at = 4 * (Math.floor(y * pixelRatio) * width + Math.floor(x * pixelRatio));
  const bytes = [...new Uint8Array(pixels, at, 3)];
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

describe.each(IDS)('the picture of %s', (id) => {
  test('has a pixel a device pixel, bands enough to tell a shape, and lines', () => {
    const { bands, isolines } = paintedOf(id, 90, 60, 2);
    expect([bands.width, bands.height]).toEqual([180, 120]);
    expect(new Set(new Uint32Array(bands.pixels)).size).toBeGreaterThanOrEqual(10);
    expect(isolines.levels.length).toBeGreaterThan(0);
  });

  test('shows all its marks', () => {
    const marks = marksOf(id, 90, 60);
    expect(marks.length).toBeGreaterThan(0);
    for (const { x, y } of marks) {
      expect(Math.abs(x - 45)).toBeLessThanOrEqual(45);
      expect(Math.abs(y - 30)).toBeLessThanOrEqual(30);
    }
  });
});

test('the minimizer lies on the floor, in the floor’s colour', () => {
  // Booth's (1, 3) in [−10, 10]², 4 pixels a unit in the middle of the picture: 4 right of it and 12 above.
  expect(marksOf('booth')).toEqual([{ kind: 'minimizer', x: 64, y: 28 }]);
  expect(colorAt('booth', 64, 28)).toBe(FLOOR);
  expect(colorAt('booth', 64, 28, 2)).toBe(FLOOR);
  expect(colorAt('booth', 64, 70)).not.toBe(FLOOR);
});

test('the highest corner has the wall’s colour', () => {
  // The bowl is steepest along y, and the picture's corners are the farthest points.
  expect(colorAt('bowl', 0, 0)).toBe(WALL);
});

test('a problem without a minimizer shows its saddle', () => {
  expect(marksOf('saddle')).toEqual([{ kind: 'saddle', x: 60, y: 40 }]);
  expect(marksOf('himmelblau').map(({ kind }) => kind)).toEqual(Array(4).fill('minimizer'));
});

describe('pictures that wait', () => {
  const ask = (queue: ReturnType<typeof createPictureQueue>, done: string[], ...ids: ProblemId[]) =>
    ids.map((id) => queue.paint(requestOf(id, 30, 20), () => done.push(id)));

  test('are painted one after another by one worker, which then ends', () => {
    const { spawn, finish, ports, ended, requests } = workers();
    const done: string[] = [];
    ask(createPictureQueue(spawn), done, 'saddle', 'bowl', 'kink');
    expect(requests).toEqual([1]);
    finish();
    expect(done).toEqual(['saddle', 'bowl', 'kink']);
    expect([ports.length, ended]).toEqual([1, [0]]);
  });

  test('are not painted once they are taken back', () => {
    const { spawn, finish } = workers();
    const done: string[] = [];
    const [, takeBack] = ask(createPictureQueue(spawn), done, 'saddle', 'bowl', 'kink');
    takeBack();
    finish();
    expect(done).toEqual(['saddle', 'kink']);
  });

  test('are painted by another worker where one died, but for the one it died of', () => {
    const { spawn, finish, ports, ended } = workers();
    const done: string[] = [];
    ask(createPictureQueue(spawn), done, 'saddle', 'bowl', 'kink');
    ports[0].onmessage = null;
    ports[0].onerror?.();
    finish();
    expect(done).toEqual(['bowl', 'kink']);
    expect(ended).toEqual([0, 1]);
  });

  test('and one that fails keep no other', () => {
    const { spawn, finish } = workers();
    const done: string[] = [];
    const queue = createPictureQueue(spawn);
    const unknown = { ...requestOf('bowl'), problem: { ...selectionOf('bowl'), id: 'none' as ProblemId } };
    queue.paint(unknown, () => done.push('none'));
    ask(queue, done, 'kink');
    finish();
    expect(done).toEqual(['kink']);
  });

  test('that come after the worker has ended start another', () => {
    const { spawn, finish, ports } = workers();
    const done: string[] = [];
    const queue = createPictureQueue(spawn);
    ask(queue, done, 'saddle');
    finish();
    ask(queue, done, 'bowl');
    finish();
    expect(done).toEqual(['saddle', 'bowl']);
    expect(ports).toHaveLength(2);
  });
});
