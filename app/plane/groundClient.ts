import type {
  BandsReply,
  GroundReply,
  GroundRequest,
  IsolinesReply,
  PaintRequest,
} from '../../src/ground/protocol.ts';
import type { Isolines } from '../../src/ground/isolines.ts';
import type { Levels } from '../../src/ground/levels.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import type { Found } from '../../src/problems/data/fitMinimizers.ts';
import type { WorkerPort } from '../engine/workerPort.ts';
import type { Viewport } from './viewport.ts';

/** What the worker has painted of the ground under a viewport. */
export interface PaintedGround {
  /** What it shows, and in which colours. */
  readonly request: PaintRequest;
  readonly image: ImageData;
  readonly levels: Levels;
  readonly bandColors: readonly string[];
  /** Which of ever finer passes it is, 1, 2, … */
  readonly pass: number;
  /** Null until they arrive. */
  readonly isolines: Isolines | null;
  /** Whether no finer pass is to come. */
  readonly isComplete: boolean;
}

export interface GroundClient {
  /** Asks for a ground; an equal request is not made twice, another theme only recolours. */
  request(problem: ProblemSelection, viewport: Viewport, pixelRatio: number, ramp: readonly string[]): void;
  /** The latest ground, if there is one. */
  readonly ground: PaintedGround | null;
  /** The newest request; null where it was dropped. */
  readonly newest: PaintRequest | null;
  /** What is still to come of it: its first bands, or isolines and what finer passes bring. */
  readonly awaited: 'bands' | 'isolines' | null;
  /** Gives up what is still to come. */
  drop(): void;
  dispose(): void;
}

/** What is told of the worker. */
export interface GroundEvents {
  /** Bands or isolines have come. */
  readonly onGround: () => void;
  /** How far the newest request is, 0 to 1, if it takes long; null if it does not, or is over. */
  readonly onProgress: (done: number | null) => void;
  /** Where the minimizers of a problem are, if the worker had to search for them. */
  readonly onFound: (problem: ProblemSelection, found: Found) => void;
  /** A request failed: the reason, or '' when the worker died too often. */
  readonly onFailure: (message: string) => void;
}

/** The clock, handed in so that a test can turn it. */
export interface GroundTimers {
  readonly setTimer: (callback: () => void, milliseconds: number) => number;
  readonly clearTimer: (timer: number) => void;
}

/** A worker that died this often in a row has a fault of its own; paths do without a ground. */
const MAX_DEATHS = 3;
/** With a request under way, a worker that is silent this long is dead: one that takes long tells how far it is. */
const SILENCE_MILLISECONDS = 10_000;

/** Keeps the ground's worker at the newest request, and alive. */
export function createGroundClient(
  spawn: () => WorkerPort<GroundRequest, GroundReply>,
  { onGround, onProgress, onFound, onFailure }: GroundEvents,
  { setTimer, clearTimer }: GroundTimers,
): GroundClient {
  let deaths = 0;
  let id = 0;
  /** The number of the last `paint`. Bands have that of their colours, all else has this one. */
  let paintId = 0;
  let last: { readonly key: string; readonly ramp: string; readonly message: PaintRequest } | null = null;
  let ground: PaintedGround | null = null;
  /** The pass of the last `paint` that the ground shows; 0 while it is that of another. */
  let shownPass = 0;
  /** Those of the last `paint`: they stay under a new theme's colours. */
  let lines: IsolinesReply | null = null;
  /** Whether bands are to come in the newest colours. */
  let awaitsBands = false;
  /** Whether the last pass of the last `paint` is to come. */
  let awaitsLast = false;
  let progress: number | null = null;
  let timer: number | null = null;
  let worker = start();

  function start(): WorkerPort<GroundRequest, GroundReply> {
    const port = spawn();
    port.onmessage = ({ data }) => receive(data);
    port.onerror = () => revive();
    return port;
  }

  function paint(message: PaintRequest): void {
    paintId = message.id;
    shownPass = 0;
    lines = null;
    awaitsLast = true;
    // What was slow is likely to be slow again: it begins anew, without leaving in between.
    if (progress !== null) advance(0);
    post(message);
  }

  function post(message: GroundRequest): void {
    awaitsBands = true;
    worker.postMessage(message);
    // Requests in a row do not put it off: only a reply does.
    if (timer === null) watch();
  }

  function advance(done: number | null): void {
    if (done === progress) return;
    progress = done;
    onProgress(done);
  }

  const isBusy = () => awaitsBands || awaitsLast;

  function watch(): void {
    if (timer !== null) clearTimer(timer);
    timer = isBusy()
      ? setTimer(() => {
          timer = null;
          revive();
        }, SILENCE_MILLISECONDS)
      : null;
  }

  /** Nothing more is to come. */
  function rest(): void {
    awaitsBands = false;
    awaitsLast = false;
    advance(null);
  }

  /** Another worker takes the dead one's place and paints the newest request; it knows nothing to recolour. */
  function revive(): void {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    rest();
    watch();
    deaths += 1;
    if (deaths >= MAX_DEATHS) {
      onFailure('');
      return;
    }
    worker = start();
    if (last) paint(last.message);
  }

  function receive(reply: GroundReply): void {
    const isNewest = reply.id === (reply.type === 'bands' ? id : paintId);
    if (isNewest) take(reply);
    if (!isBusy()) deaths = 0;
    watch();
    if (!isNewest) return;
    if (reply.type === 'failed') onFailure(reply.message);
    else if (reply.type !== 'progress') onGround();
  }

  function take(reply: GroundReply): void {
    switch (reply.type) {
      case 'bands':
        awaitsBands = false;
        shownPass = reply.pass;
        // A reply has the number of the newest request, so there is one.
        ground = paintedGround((last as NonNullable<typeof last>).message, reply, lines);
        if (reply.found) onFound(ground.request.problem, reply.found);
        return;
      case 'isolines':
        lines = reply;
        if (ground && shownPass === reply.pass) ground = withLines(ground, reply);
        if (!reply.isLast) return;
        awaitsLast = false;
        advance(null);
        return;
      case 'progress':
        advance(reply.done);
        return;
      case 'failed':
        shownPass = 0;
        rest();
        return;
      default:
        reply satisfies never;
    }
  }

  return {
    request(problem, { window, width, height }, pixelRatio, ramp) {
      const key = JSON.stringify([problem, window, width, height, pixelRatio]);
      const colors = ramp.join();
      if (last?.key === key && last.ramp === colors) return;
      id += 1;
      const message: PaintRequest = { type: 'paint', id, problem, window, width, height, pixelRatio, ramp };
      // Before it has painted something, a worker has nothing to recolour.
      const isRecoloured = last?.key === key && shownPass > 0;
      // Kept as a whole also where only colours change: a worker that takes over has to paint it.
      last = { key, ramp: colors, message };
      if (deaths >= MAX_DEATHS) {
        deaths = 0;
        worker = start();
      } else if (isRecoloured) {
        post({ type: 'recolour', id, ramp });
        return;
      }
      paint(message);
    },
    drop() {
      if (!awaitsLast) return;
      id += 1;
      paintId = id;
      worker.postMessage({ type: 'stop', id });
      last = null;
      shownPass = 0;
      rest();
      watch();
    },
    get ground() {
      return ground;
    },
    get newest() {
      return last?.message ?? null;
    },
    get awaited() {
      if (awaitsBands) return 'bands';
      return awaitsLast ? 'isolines' : null;
    },
    dispose() {
      rest();
      watch();
      worker.terminate();
    },
  };
}

function paintedGround(
  request: PaintRequest,
  { width, height, pixels, levels, bandColors, pass }: BandsReply,
  lines: IsolinesReply | null,
): PaintedGround {
  const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
  const ground = { request, image, levels, bandColors, pass, isolines: null, isComplete: false };
  return lines?.pass === pass ? withLines(ground, lines) : ground;
}

function withLines(ground: PaintedGround, { isolines, isLast }: IsolinesReply): PaintedGround {
  return { ...ground, isolines, isComplete: isLast };
}
