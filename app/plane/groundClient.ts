import type { GroundReply, GroundRequest, PaintRequest } from '../../src/ground/protocol.ts';
import type { Isolines } from '../../src/ground/isolines.ts';
import type { Levels } from '../../src/ground/levels.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import type { WorkerPort } from '../engine/client.ts';
import type { Viewport } from './viewport.ts';

/** What the worker has painted of the ground under a viewport. */
export interface PaintedGround {
  /** What it shows, and in which colours. */
  readonly request: PaintRequest;
  readonly image: ImageData;
  readonly levels: Levels;
  readonly bandColors: readonly string[];
  /** Null until they arrive. */
  readonly isolines: Isolines | null;
}

export interface GroundClient {
  /** Asks for a ground; an equal request is not made twice, another theme only recolours. */
  request(problem: ProblemSelection, viewport: Viewport, pixelRatio: number, ramp: readonly string[]): void;
  /** The latest ground, if there is one. */
  readonly ground: PaintedGround | null;
  /** What is still to come of the newest request. */
  readonly awaited: 'bands' | 'isolines' | null;
  dispose(): void;
}

/** The clock, handed in so that a test can turn it. */
export interface GroundTimers {
  readonly setTimer: (callback: () => void, milliseconds: number) => number;
  readonly clearTimer: (timer: number) => void;
}

/** A worker that died this often in a row has a fault of its own; paths do without a ground. */
const MAX_DEATHS = 3;
/** With a request under way, a worker that is silent this long is dead. */
const SILENCE_MILLISECONDS = 10_000;

/**
 * Keeps the ground's worker at the newest request, and alive.
 * @param onFailure called with the reason when a request failed, or with '' when the worker died too often
 */
export function createGroundClient(
  spawn: () => WorkerPort<GroundRequest, GroundReply>,
  onGround: () => void,
  onFailure: (message: string) => void,
  { setTimer, clearTimer }: GroundTimers,
): GroundClient {
  let deaths = 0;
  let id = 0;
  let last: { readonly key: string; readonly ramp: string; readonly message: PaintRequest } | null = null;
  let ground: PaintedGround | null = null;
  /** Those of the last `paint`: they stay under a new theme's colours. */
  let isolines: Isolines | null = null;
  /** The reply that completes the newest request; null when all is answered. */
  let awaited: GroundClient['awaited'] = null;
  /** Whether the bands of the newest request have come. */
  let hasBands = false;
  let timer: number | null = null;
  let worker = start();

  function start(): WorkerPort<GroundRequest, GroundReply> {
    const port = spawn();
    port.onmessage = ({ data }) => receive(data);
    port.onerror = () => revive();
    return port;
  }

  function post(message: GroundRequest, completedBy: NonNullable<typeof awaited>): void {
    awaited = completedBy;
    hasBands = false;
    worker.postMessage(message);
    // Requests in a row do not put it off: only a reply does.
    if (timer === null) watch();
  }

  function watch(): void {
    if (timer !== null) clearTimer(timer);
    timer =
      awaited === null
        ? null
        : setTimer(() => {
            timer = null;
            revive();
          }, SILENCE_MILLISECONDS);
  }

  /** Another worker takes the dead one's place and paints the newest request; it knows nothing to recolour. */
  function revive(): void {
    worker.onmessage = null;
    worker.onerror = null;
    worker.terminate();
    awaited = null;
    watch();
    deaths += 1;
    if (deaths >= MAX_DEATHS) {
      onFailure('');
      return;
    }
    worker = start();
    if (last) post(last.message, 'isolines');
  }

  function receive(reply: GroundReply): void {
    if (reply.id === id && (reply.type === awaited || reply.type === 'failed')) {
      awaited = null;
      deaths = 0;
    }
    watch();
    if (reply.id !== id) return;
    switch (reply.type) {
      case 'bands': {
        hasBands = true;
        const { width, height, pixels, levels, bandColors } = reply;
        const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
        // A reply has the number of the newest request, so there is one.
        const { message } = last as NonNullable<typeof last>;
        ground = { request: message, image, levels, bandColors, isolines };
        break;
      }
      case 'isolines':
        isolines = reply.isolines;
        if (ground) ground = { ...ground, isolines };
        break;
      case 'failed':
        onFailure(reply.message);
        return;
    }
    onGround();
  }

  return {
    request(problem, { window, width, height }, pixelRatio, ramp) {
      const key = JSON.stringify([problem, window, width, height, pixelRatio]);
      const colors = ramp.join();
      if (last?.key === key && last.ramp === colors) return;
      id += 1;
      const message: PaintRequest = { type: 'paint', id, problem, window, width, height, pixelRatio, ramp };
      // While a worker still paints, it has nothing to recolour.
      const isRecoloured = last?.key === key && isolines !== null && awaited !== 'isolines';
      // Kept as a whole also where only colours change: a worker that takes over has to paint it.
      last = { key, ramp: colors, message };
      if (deaths >= MAX_DEATHS) {
        deaths = 0;
        worker = start();
      } else if (isRecoloured) {
        post({ type: 'recolour', id, ramp }, 'bands');
        return;
      }
      isolines = null;
      post(message, 'isolines');
    },
    get ground() {
      return ground;
    },
    get awaited() {
      return awaited === 'isolines' && !hasBands ? 'bands' : awaited;
    },
    dispose() {
      awaited = null;
      watch();
      worker.terminate();
    },
  };
}
