import type { ProblemSelection } from '../problems/createProblem.ts';
import type { Problem } from '../problems/problem.ts';
import type { Bands } from './bands.ts';
import { lineGround, paintGround, surveyGround } from './paintGround.ts';
import type { Levels } from './levels.ts';
import type { GroundReply, GroundRequest, PaintRequest } from './protocol.ts';

/** What the painter needs of the worker around it. */
export interface PainterSurroundings {
  createProblem(selection: ProblemSelection): Problem;
  /** Sends a reply; the buffers in `transfer` are handed over with it. */
  post(reply: GroundReply, transfer: ArrayBuffer[]): void;
  /** Calls back once messages that are waiting have been received. */
  defer(callback: () => void): void;
}

/**
 * Answers requests for grounds, of several waiting ones only the newest. Bands are posted first; before isolines the
 * painter yields, so that a newer window takes over.
 * @returns the function that receives requests
 */
export function createPainter(surroundings: PainterSurroundings): (request: GroundRequest) => void {
  let waiting: PaintRequest | null = null;
  let painted: { levels: Levels; bands: Bands } | null = null;

  function receive(request: GroundRequest): void {
    switch (request.type) {
      case 'paint':
        if (waiting === null) surroundings.defer(paint);
        waiting = request;
        return;
      case 'recolour':
        // A window that is still to be painted gets the new colours from the start.
        if (waiting !== null) waiting = { ...waiting, ramp: request.ramp };
        attempt(request.id, () => recolour(request.id, request.ramp));
        return;
      default:
        request satisfies never;
    }
  }

  function paint(): void {
    if (waiting === null) return;
    const request = waiting;
    waiting = null;
    painted = null;
    attempt(request.id, () => {
      const ground = surveyGround(request, surroundings.createProblem(request.problem));
      painted = { levels: ground.levels, bands: ground.bands };
      recolour(request.id, request.ramp);
      surroundings.defer(() => {
        if (waiting === null) attempt(request.id, () => line(request.id, lineGround(ground)));
      });
    });
  }

  function recolour(id: number, ramp: readonly string[]): void {
    if (painted === null) return;
    const { levels, bands } = painted;
    const { colors, pixels } = paintGround(bands, ramp);
    surroundings.post(
      {
        type: 'bands',
        id,
        width: bands.columns,
        height: bands.rows,
        pixels: pixels.buffer,
        levels,
        bandColors: colors,
      },
      [pixels.buffer],
    );
  }

  function line(id: number, isolines: ReturnType<typeof lineGround>): void {
    const { coordinates, starts, levels } = isolines;
    surroundings.post({ type: 'isolines', id, isolines }, [coordinates.buffer, starts.buffer, levels.buffer]);
  }

  function attempt(id: number, work: () => void): void {
    try {
      work();
    } catch (error) {
      surroundings.post(
        { type: 'failed', id, message: error instanceof Error ? error.message : String(error) },
        [],
      );
    }
  }

  return receive;
}
