import type { GroundReply, GroundRequest, PaintRequest } from '../../src/ground/protocol.ts';
import type { Found } from '../../src/problems/data/fitMinimizers.ts';
import type { ProblemSelection } from '../../src/problems/createProblem.ts';
import type { WorkerPort } from '../engine/workerPort.ts';
import { createGroundClient, type GroundTimers, type PaintedGround } from './groundClient.ts';
import type { Obstacles, placeIsolineLabels, PlacedLabel } from './isolineLabels.ts';
import { covers, isAlike, isSameWindow, layPicture, paintPicture, type Picture } from './picture.ts';
import type { PlaneStyle } from './planeStyle.ts';
import type { Viewport } from './viewport.ts';

/** What lies under the paths. */
export interface GroundFrame {
  readonly problem: ProblemSelection;
  readonly viewport: Viewport;
  /** The view that a reset goes to. Its picture is kept. */
  readonly home: Viewport;
  readonly pixelRatio: number;
  readonly style: Pick<PlaneStyle, 'ground' | 'ramp'>;
}

/** What the layer needs of the page around it. */
export interface GroundSurroundings extends GroundTimers {
  readonly spawn: () => WorkerPort<GroundRequest, GroundReply>;
  /** A canvas of its own, off the page. */
  readonly createCanvas: () => CanvasRenderingContext2D;
  /** Milliseconds, of any origin. */
  readonly now: () => number;
  /** Hands out what places labels, at once or when it has come. */
  readonly withLabels: (use: (place: typeof placeIsolineLabels) => void) => void;
  /** Another picture is on the map. */
  readonly onShown: (ground: PaintedGround) => void;
  /** How far a ground is that takes long, 0 to 1; null if none does. */
  readonly onProgress: (done: number | null) => void;
  /** Where the minimizers of a problem are, if the worker had to search for them. */
  readonly onFound: (problem: ProblemSelection, found: Found) => void;
  readonly onFailure: () => void;
}

/** While the window moves, a new picture is asked for at most so often. */
const MOVING_INTERVAL = 120;

/**
 * The ground on its canvas. While the window moves, what is known of it follows at once, stretched; new pictures arrive
 * a few times a second and when it rests. Nothing is ever left blank that was not blank before.
 */
export interface GroundLayer {
  show(frame: GroundFrame): void;
  /** A change of view is under way that will end here: its picture is asked for at once. Null: it has been given up. */
  expect(target: Viewport | null): void;
  /** Labels keep clear of the paths, so they are placed when those rest. */
  placeLabels(obstacles: Obstacles): void;
  /** Where they stand now. */
  labels(): readonly PlacedLabel[];
  dispose(): void;
}

export function createGroundLayer(
  ctx: CanvasRenderingContext2D,
  surroundings: GroundSurroundings,
): GroundLayer {
  const { now, setTimer, clearTimer } = surroundings;
  let frame: GroundFrame | null = null;
  let target: Viewport | null = null;
  let shown: Picture | null = null;
  let home: Picture | null = null;
  /** Painted, and waiting for its isolines or for the window to come to it. */
  let coming: PaintedGround | null = null;
  /** A canvas that no picture needs any more. */
  let spare: CanvasRenderingContext2D | null = null;
  let sentAt = Number.NEGATIVE_INFINITY;
  let sentFor: ProblemSelection['id'] | null = null;
  let timer: number | null = null;

  const client = createGroundClient(
    surroundings.spawn,
    {
      onGround() {
        coming = client.ground;
        consider(false);
        ask();
      },
      onProgress: surroundings.onProgress,
      onFound: surroundings.onFound,
      onFailure() {
        // Another problem's ground under these paths would be a lie: none is better.
        if (shown && frame && !isAlike(shown.ground.request, request(frame))) {
          shown = null;
          ctx.reset();
        }
        surroundings.onFailure();
      },
    },
    surroundings,
  );

  const request = ({ problem, style: { ramp } }: GroundFrame) => ({ problem, ramp });
  const isOf = (painted: PaintRequest, { pixelRatio, ...current }: GroundFrame, view: Viewport) =>
    isAlike(painted, request({ pixelRatio, ...current })) &&
    isSameWindow(painted.window, view.window) &&
    painted.width === view.width &&
    painted.height === view.height &&
    painted.pixelRatio === pixelRatio;
  const isExact = (ground: PaintedGround, current: GroundFrame, view: Viewport) =>
    isOf(ground.request, current, view);

  /** Puts what has come on the map if it belongs there by now. */
  function consider(isLast: boolean): void {
    if (!coming || !frame) return;
    const view = target ?? frame.viewport;
    const isSettled = shown !== null && shown.ground.isolines !== null && isExact(shown.ground, frame, view);
    if (coming.request.problem.id !== frame.problem.id || (isSettled && !isExact(coming, frame, view))) {
      coming = null;
      return;
    }
    // The same window once more, from its first pass on: the finer one that is there stays until there is a better one.
    if (shown && isExact(shown.ground, frame, view) && coming.pass < shown.ground.pass) {
      coming = null;
      return;
    }
    const isUpdate = shown !== null && isAlike(coming.request, shown.ground.request);
    // Of the same function, bands alone would flicker beside the isolines that are there: they wait for theirs.
    if (isUpdate && !coming.isolines && !isLast) return;
    if (target && !covers(coming.request.window, frame.viewport.window)) return;
    adopt(coming, frame);
    coming = null;
  }

  function adopt(ground: PaintedGround, current: GroundFrame): void {
    const isSame = shown?.ground.request.id === ground.request.id || isRecoloured(shown, ground);
    if (shown && (isSame || shown !== home)) shown.ground = ground;
    else shown = { ctx: spare ?? surroundings.createCanvas(), ground, labels: [] };
    if (shown.ctx === spare) spare = null;
    if (!isSame) shown.labels = [];
    if (isSameWindow(ground.request.window, current.home.window)) keepHome(shown);
    paintPicture(shown, current.style.ground);
    lay();
    surroundings.onShown(ground);
  }

  function keepHome(picture: Picture): void {
    if (home && home !== picture) spare = home.ctx;
    home = picture;
  }

  /** Asks for the picture of the view shown, or about to be shown. */
  function ask(): void {
    if (timer !== null) clearTimer(timer);
    timer = null;
    if (!frame) return;
    const current = frame;
    const view = target ?? frame.viewport;
    if (home && home !== shown && !target && isExact(home.ground, frame, view)) showHome(home);
    const known = [shown, home].find((picture) => picture && isExact(picture.ground, current, view));
    if (known?.ground.isComplete) {
      client.drop();
      return;
    }
    if (client.ground && client.ground !== shown?.ground && isExact(client.ground, frame, view)) {
      coming = client.ground;
      consider(false);
    }
    if (client.newest && isOf(client.newest, frame, view)) return;
    // Its bands will ask again. If each newer view took its place, none would ever come.
    if (client.awaited === 'bands' && sentFor === frame.problem.id) return;
    const wait =
      shown && isAlike(shown.ground.request, request(frame)) ? sentAt + MOVING_INTERVAL - now() : 0;
    if (wait > 0 && !target) {
      timer = setTimer(ask, wait);
      return;
    }
    // The isolines of what has come will not be made any more.
    consider(true);
    sentAt = now();
    sentFor = frame.problem.id;
    client.request(frame.problem, view, frame.pixelRatio, frame.style.ramp);
  }

  function showHome(picture: Picture): void {
    if (shown && shown !== picture) spare = shown.ctx;
    shown = picture;
    coming = null;
    lay();
    surroundings.onShown(picture.ground);
  }

  function lay(): void {
    if (!frame || !shown) return;
    const { window } = frame.viewport;
    const { request: painted } = shown.ground;
    // Until its own ground comes, another problem has the one before it, as it was.
    if (painted.problem.id !== frame.problem.id) {
      layPicture(ctx, shown, painted.window, false);
      return;
    }
    const isEnough = covers(painted.window, window);
    const hasBackground = !isEnough && home && home !== shown && isAlike(home.ground.request, request(frame));
    if (hasBackground && home) layPicture(ctx, home, window, true);
    layPicture(ctx, shown, window, !isEnough && !hasBackground);
  }

  return {
    show(next) {
      const before = frame;
      frame = next;
      if (target && isSameWindow(target.window, next.viewport.window)) target = null;
      if (home && !isExact(home.ground, next, next.home)) {
        if (home !== shown) spare = home.ctx;
        home = null;
      }
      if (shown && before && before.style !== next.style) paintPicture(shown, next.style.ground);
      consider(false);
      lay();
      ask();
    },
    expect(next) {
      target = next;
      consider(false);
      ask();
    },
    placeLabels(obstacles) {
      surroundings.withLabels((place) => {
        if (!frame || !shown?.ground.isolines || !isExact(shown.ground, frame, frame.viewport)) return;
        const { isolines, levels } = shown.ground;
        ctx.font = frame.style.ground.labelFont;
        const measure = (text: string) => ctx.measureText(text).width;
        const labels = place(isolines, levels.levels, obstacles, frame.viewport, measure);
        if (JSON.stringify(labels) === JSON.stringify(shown.labels)) return;
        shown.labels = labels;
        paintPicture(shown, frame.style.ground);
        lay();
      });
    },
    labels: () => (shown && frame && isExact(shown.ground, frame, frame.viewport) ? shown.labels : []),
    dispose() {
      if (timer !== null) clearTimer(timer);
      client.dispose();
    },
  };
}

/** Whether a ground is the shown one in another theme's colours: its labels stay where they are. */
function isRecoloured(shown: Picture | null, { request, isolines }: PaintedGround): boolean {
  return (
    shown !== null &&
    shown.ground.isolines === isolines &&
    isolines !== null &&
    isSameWindow(shown.ground.request.window, request.window)
  );
}
