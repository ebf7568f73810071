import type { GroundReply, GroundRequest } from '../../src/ground/protocol.ts';
import type { Isolines } from '../../src/ground/isolines.ts';
import type { Levels } from '../../src/ground/levels.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import type { WorkerPort } from '../engine/client.ts';
import type { Viewport } from './viewport.ts';

/** What the worker has painted of the ground under a viewport. */
export interface PaintedGround {
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
  dispose(): void;
}

/** A worker that died this often in a row has a fault of its own; paths do without a ground. */
const MAX_DEATHS = 3;

/** Keeps the ground's worker at the newest request. */
export function createGroundClient(
  spawn: () => WorkerPort<GroundRequest, GroundReply>,
  onGround: () => void,
  onFailure: (message: string) => void,
): GroundClient {
  let worker = start();
  let deaths = 0;
  let id = 0;
  let last: { readonly key: string; readonly ramp: string; readonly message: GroundRequest } | null = null;
  let ground: PaintedGround | null = null;
  /** Those of the last `paint`: they stay under a new theme's colours. */
  let isolines: Isolines | null = null;

  function start(): WorkerPort<GroundRequest, GroundReply> {
    const port = spawn();
    port.onmessage = ({ data }) => receive(data);
    port.onerror = () => {
      port.terminate();
      deaths += 1;
      if (deaths >= MAX_DEATHS) {
        onFailure('');
        return;
      }
      worker = start();
      if (last) worker.postMessage(last.message);
    };
    return port;
  }

  function receive(reply: GroundReply): void {
    if (reply.id !== id) return;
    deaths = 0;
    switch (reply.type) {
      case 'bands': {
        const { width, height, pixels, levels, bandColors } = reply;
        const image = new ImageData(new Uint8ClampedArray(pixels), width, height);
        ground = { image, levels, bandColors, isolines };
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
      if (last?.key === key && isolines) {
        worker.postMessage({ type: 'recolour', id, ramp });
        last = { ...last, ramp: colors };
        return;
      }
      isolines = null;
      const message: GroundRequest = { type: 'paint', id, problem, window, width, height, pixelRatio, ramp };
      last = { key, ramp: colors, message };
      worker.postMessage(message);
    },
    get ground() {
      return ground;
    },
    dispose: () => worker.terminate(),
  };
}
