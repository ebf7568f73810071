import { expect, vi } from 'vitest';
import type { Isolines } from '../../src/ground/isolines.ts';
import type { Levels } from '../../src/ground/levels.ts';
import type { GroundReply, GroundRequest } from '../../src/ground/protocol.ts';
import type { Found } from '../../src/problems/data/fitMinimizers.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import type { WorkerPort } from '../engine/workerPort.ts';
import { createGroundClient } from './groundClient.ts';
import { fitDomain } from './viewport.ts';

/** Node has none. Vitest gives each test file globals of its own. */
vi.stubGlobal('ImageData', function (this: object, data: Uint8ClampedArray, width: number, height: number) {
  Object.assign(this, { data, width, height });
});

export const ROSENBROCK: ProblemSelection = {
  id: 'rosenbrock',
  params: { a: 1, b: 100 },
  scale: 1,
  rotation: 0,
};
export const BOOTH: ProblemSelection = { id: 'booth', params: {}, scale: 1, rotation: 0 };
export const VIEW = fitDomain({ x: [-2.5, 2], y: [-1, 3] }, 784, 412);
export const LIGHT = ['#f8fafc', '#b9ccda'];
export const DARK = ['#121519', '#3a4a57'];
const BITMAP = { width: 4, height: 2, pixels: new ArrayBuffer(32) };
const NO_LINES = { coordinates: new Float32Array(0), starts: Uint32Array.of(0), levels: new Uint16Array(0) };
export const LEVELS: Levels = { floor: 0, spacing: 'log', labels: 'f', range: [0, 900], levels: [] };

interface FakeWorker extends WorkerPort<GroundRequest, GroundReply> {
  readonly posted: GroundRequest[];
  terminated: boolean;
}

/** For tests: a page whose ground workers do what the test says, and whose clock it turns. */
export function createPage() {
  const workers: FakeWorker[] = [];
  const failures: string[] = [];
  const finds: unknown[] = [];
  const progress: (number | null)[] = [];
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
    {
      onGround: () => (painted += 1),
      onProgress: (done) => progress.push(done),
      onFound: (problem, found) => finds.push({ problem, found }),
      onFailure: (message) => failures.push(message),
    },
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
  const lastPaint = () => worker().posted.findLast(({ type }) => type === 'paint') as GroundRequest;
  const reply = (reply: GroundReply) => worker().onmessage?.({ data: reply });
  const bands = (id = last().id, color = '#777777', pass = 1, found: Found | null = null) =>
    reply({ type: 'bands', id, pass, ...BITMAP, levels: LEVELS, bandColors: [color], found });
  /** Those of a `paint`, which theirs are though it was recoloured. */
  const isolines = (id = lastPaint().id, pass = 1, isLast = true): Isolines => {
    const lines = { ...NO_LINES };
    reply({ type: 'isolines', id, pass, isolines: lines, isLast });
    return lines;
  };
  return {
    client,
    workers,
    worker,
    failures,
    finds,
    progress,
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
