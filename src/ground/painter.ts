import type { ProblemSelection } from '../problems/createProblem.ts';
import type { Problem } from '../problems/problem.ts';
import { lineGround, paintGround, type Ground } from './paintGround.ts';
import type { GroundReply, GroundRequest, PaintRequest } from './protocol.ts';
import { beginSurvey, foundOf, type Survey } from './survey.ts';

/** What the painter needs of the worker around it. */
export interface PainterSurroundings {
  readonly createProblem: (selection: ProblemSelection) => Problem;
  /** Sends a reply; the buffers in `transfer` are handed over with it. */
  readonly post: (reply: GroundReply, transfer: ArrayBuffer[]) => void;
  /** Calls back once messages that are waiting have been received. */
  readonly defer: (callback: () => void) => void;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
}

/** A slice of work: after it the painter looks at its messages, so that a newer window takes over at once. */
const SLICE_MILLISECONDS = 4;
/** A pass is passed over if the next one is expected sooner. */
const WORTH_SHOWING_MILLISECONDS = 150;
/** A survey that has taken so long, and will again, tells how far it is. */
const SLOW_MILLISECONDS = 300;
const REPORT_MILLISECONDS = 100;

interface Job {
  /** That of its `paint`. */
  readonly id: number;
  /** That of its `paint`, or of the latest `recolour`. */
  colorId: number;
  ramp: readonly string[];
  readonly problem: Problem;
  readonly survey: Survey;
  readonly began: number;
  /** Milliseconds of all slices. */
  worked: number;
  /** Passes made, those that are passed over with them. */
  pass: number;
  /** What is on the page. */
  shown: { readonly pass: number; readonly ground: Pick<Ground, 'levels' | 'bands'> } | null;
  /** The ground whose isolines are still to be traced. */
  unlined: Ground | null;
  reportedAt: number | null;
}

/**
 * Answers requests for grounds, of several waiting ones only the newest. Of each pass over a window bands are posted
 * first; before isolines, and after each slice of a pass, the painter yields, so that a newer window takes over.
 * @returns the function that receives requests
 */
export function createPainter(surroundings: PainterSurroundings): (request: GroundRequest) => void {
  const { post, defer, now } = surroundings;
  const problemOf = keepingLast(surroundings.createProblem);
  let waiting: PaintRequest | null = null;
  let job: Job | null = null;
  /** The latest one, though it was given up. */
  let latest: Survey | null = null;
  let isDeferred = false;

  function receive(request: GroundRequest): void {
    switch (request.type) {
      case 'paint':
        waiting = request;
        turnLater();
        return;
      case 'recolour':
        // A window that is still to be painted gets the new colours from the start.
        if (waiting !== null) waiting = { ...waiting, ramp: request.ramp };
        if (job === null) return;
        job.colorId = request.id;
        job.ramp = request.ramp;
        attempt(job.id, postBands, job);
        return;
      case 'stop':
        waiting = null;
        job = null;
        return;
      default:
        request satisfies never;
    }
  }

  function turnLater(): void {
    if (isDeferred) return;
    isDeferred = true;
    defer(turn);
  }

  function turn(): void {
    isDeferred = false;
    const request = waiting;
    waiting = null;
    if (request !== null) start(request);
    if (job === null) return;
    attempt(job.id, work, job);
    if (job !== null && isUnderWay(job)) turnLater();
  }

  function start(request: PaintRequest): void {
    job = null;
    attempt(
      request.id,
      ({ problem: selection }) => {
        const problem = problemOf(selection);
        latest = beginSurvey(request, problem, latest);
        job = begin(request, problem, latest, now());
      },
      request,
    );
  }

  function work(current: Job): void {
    if (current.unlined !== null) {
      const ground = current.unlined;
      current.unlined = null;
      postIsolines(current, ground);
      return;
    }
    const from = now();
    const isPass = current.survey.advance(() => now() - from >= SLICE_MILLISECONDS);
    current.worked += now() - from;
    report(current);
    if (!isPass) return;
    current.pass += 1;
    const isWorthwhile = current.worked * current.survey.nextPass >= WORTH_SHOWING_MILLISECONDS;
    const isLast = current.survey.done === 1;
    if (!isLast && !isWorthwhile && current.shown !== null) return;
    const ground = current.survey.ground();
    current.shown = { pass: current.pass, ground: { levels: ground.levels, bands: ground.bands } };
    current.unlined = ground;
    postBands(current);
  }

  function report(current: Job): void {
    const { survey, began, worked, reportedAt, id } = current;
    const isDue =
      reportedAt === null
        ? now() - began >= SLOW_MILLISECONDS && worked * (1 / survey.done - 1) >= SLOW_MILLISECONDS
        : survey.done === 1 || now() - reportedAt >= REPORT_MILLISECONDS;
    if (!isDue) return;
    current.reportedAt = now();
    post({ type: 'progress', id, done: survey.done }, []);
  }

  function postBands({ colorId, ramp, shown, problem }: Job): void {
    if (shown === null) return;
    const { levels, bands } = shown.ground;
    const { colors, pixels } = paintGround(bands, ramp);
    post(
      {
        type: 'bands',
        id: colorId,
        pass: shown.pass,
        width: bands.columns,
        height: bands.rows,
        pixels: pixels.buffer,
        levels,
        bandColors: colors,
        found: foundOf(problem),
      },
      [pixels.buffer],
    );
  }

  function postIsolines({ id, pass, survey }: Job, ground: Ground): void {
    const isolines = lineGround(ground);
    const { coordinates, starts, levels } = isolines;
    post({ type: 'isolines', id, pass, isolines, isLast: survey.done === 1 }, [
      coordinates.buffer,
      starts.buffer,
      levels.buffer,
    ]);
  }

  /** What fails is said, and is over. */
  function attempt<Part>(id: number, act: (part: Part) => void, part: Part): void {
    try {
      act(part);
    } catch (error) {
      job = null;
      post({ type: 'failed', id, message: error instanceof Error ? error.message : String(error) }, []);
    }
  }

  return receive;
}

function begin({ id, ramp }: PaintRequest, problem: Problem, survey: Survey, began: number): Job {
  return {
    id,
    colorId: id,
    ramp,
    problem,
    survey,
    began,
    worked: 0,
    pass: 0,
    shown: null,
    unlined: null,
    reportedAt: null,
  };
}

function isUnderWay({ survey, unlined }: Job): boolean {
  return survey.done < 1 || unlined !== null;
}

/** Another window, or other colours, of the same problem: one of many samples is costly to make. */
function keepingLast(
  createProblem: PainterSurroundings['createProblem'],
): (selection: ProblemSelection) => Problem {
  let last: { readonly key: string; readonly problem: Problem } | null = null;
  return (selection) => {
    const key = JSON.stringify(selection);
    if (last?.key !== key) last = { key, problem: createProblem(selection) };
    return last.problem;
  };
}
