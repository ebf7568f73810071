import type { GroundReply, GroundRequest, BandsReply, PaintRequest } from '../../src/ground/protocol.ts';
import type { Isolines } from '../../src/ground/isolines.ts';
import type { WorkerPort } from '../engine/workerPort.ts';

/** A ground as a picture is drawn from it: all there is, at once. */
export interface PaintedPicture {
  readonly bands: Omit<BandsReply, 'type' | 'id'>;
  readonly isolines: Isolines;
}

export type PictureRequest = Omit<PaintRequest, 'type' | 'id'>;

/** Grounds in the order in which they were asked for, one after another. */
export interface PictureQueue {
  /** @returns takes the request back, if it is not under way yet */
  paint(request: PictureRequest, onPainted: (picture: PaintedPicture) => void): () => void;
}

interface Job {
  readonly request: PictureRequest;
  readonly onPainted: (picture: PaintedPicture) => void;
}

/**
 * Paints pictures in a ground worker of their own, which lives as long as something waits: the map's worker answers
 * only the newest request. A picture that fails is left out.
 */
export function createPictureQueue(spawn: () => WorkerPort<GroundRequest, GroundReply>): PictureQueue {
  const waiting = new Set<Job>();
  let worker: WorkerPort<GroundRequest, GroundReply> | null = null;
  let current: Job | null = null;
  let bands: BandsReply | null = null;
  let id = 0;

  function next(): void {
    bands = null;
    current = waiting.values().next().value ?? null;
    if (!current) {
      stop();
      return;
    }
    waiting.delete(current);
    id += 1;
    worker ??= start();
    worker.postMessage({ ...current.request, type: 'paint', id });
  }

  function start(): WorkerPort<GroundRequest, GroundReply> {
    const port = spawn();
    port.onmessage = ({ data }) => receive(data);
    port.onerror = () => {
      stop();
      next();
    };
    return port;
  }

  function stop(): void {
    worker?.terminate();
    worker = null;
  }

  function receive(reply: GroundReply): void {
    switch (reply.type) {
      case 'bands':
        bands = reply;
        return;
      case 'progress':
        return;
      case 'isolines':
        // Of ever finer passes only the last one makes the picture.
        if (!reply.isLast) return;
        if (bands) current?.onPainted({ bands, isolines: reply.isolines });
        next();
        return;
      case 'failed':
        next();
        return;
      default:
        reply satisfies never;
    }
  }

  return {
    paint(request, onPainted) {
      const job = { request, onPainted };
      waiting.add(job);
      if (!current) next();
      return () => waiting.delete(job);
    },
  };
}
