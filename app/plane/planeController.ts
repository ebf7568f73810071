import { createProblem } from '../../src/problems/createProblem.ts';
import { takeFound } from '../engine/foundMinimizers.ts';
import type { AppParts } from '../ui/AppContext.ts';
import { boxAroundHead } from './boxesAround.ts';
import { createCloseSteps } from './closeSteps.ts';
import { bandEnds } from './feasibleBand.ts';
import type { PaintedGround } from './groundClient.ts';
import { createFrameTimer } from './frameTimer.ts';
import { createGroundLayer } from './groundLayer.ts';
import { createLabeller } from './labeller.ts';
import type { Box, Ink } from './labelSolver.ts';
import { nearestRun, type NearestRun } from './nearestRun.ts';
import { pairsOf } from './pathGeometry.ts';
import { createPathPainter, type PathLayers, type PathPainter } from './pathPainter.ts';
import { pathSceneOf, planeOf } from './pathScene.ts';
import {
  drawnPaths,
  isDrawn,
  MOST_VERTICES,
  pacedVertices,
  waitsForMore,
  type DrawnPaths,
} from './paintPace.ts';
import { readPlaneStyle, type PlaneStyle } from './planeStyle.ts';
import { isSameSize, type Viewport } from './viewport.ts';

/** A repaint longer than this is drawn light while a hand moves; the full style is back within 100 ms of rest. */
const LIGHT_ABOVE_MILLISECONDS = 8;
const REST_MILLISECONDS = 30;
/** A hand that scrubs and turns back stands still for a moment: what takes long waits until it has for so many. */
const STILL_MILLISECONDS = 80;

/** The map's canvases, lowest first. */
export interface PlaneLayers extends PathLayers {
  readonly ground: CanvasRenderingContext2D;
}

/** What the page around the canvases tells the controller. */
export interface PlaneFrame {
  readonly viewport: Viewport;
  /** The view that a reset goes to. */
  readonly home: Viewport;
  readonly pixelRatio: number;
  /** The key, the controls, the start and the names of points: other names and numbers keep clear. */
  readonly obstacles: readonly Box[];
}

export interface PlaneController {
  /** The plot has another size, window or furniture. Another view is drawn at once. */
  setFrame(frame: PlaneFrame): void;
  /** A change of view is under way that will end here; null: it has been given up. */
  expect(target: Viewport | null): void;
  /** The theme's custom properties have changed. */
  restyle(): void;
  /** The run whose head or path is nearest to a pixel, within reach. */
  runAt(x: number, y: number, reach: number): NearestRun | null;
  /** What was last drawn of runs. */
  readonly painted: Pick<PathPainter, 'heads' | 'numbers' | 'ink'>;
  dispose(): void;
}

/** What the page around the canvases is told. */
export interface PlaneEvents {
  /** Another ground is on the map: for the key beside it. */
  onGround(ground: PaintedGround): void;
  /** How far a ground is that takes long, 0 to 1; null when it is there. */
  onGroundProgress(done: number | null): void;
  onGroundFailure(): void;
  /** Paths and the markers at the playhead have come to rest, and names may find better places beside them. */
  onRest(ink: Ink, heads: readonly Box[]): void;
}

/**
 * Draws the map outside React: follows the session, the playhead and the theme, at most once a frame.
 */
export function createPlaneController(
  layers: PlaneLayers,
  parts: AppParts,
  events: PlaneEvents,
): PlaneController {
  const { store, session, playback, spawnGround } = parts;
  const painter = createPathPainter(layers);
  const closeSteps = createCloseSteps(session, () => schedule('paths'));
  const root = document.documentElement;
  let style: PlaneStyle = readPlaneStyle(root);
  let frame: PlaneFrame | null = null;
  let requested = 0;
  let needs: 'nothing' | 'heads' | 'paths' = 'nothing';
  /** Milliseconds of the main thread that the last frame in full style took. */
  let fullCost = 0;
  let isLight = false;
  /** How many vertices may be drawn at once in full style under a hand that scrubs. */
  let mostVertices = MOST_VERTICES;
  let paintedAt = Number.NEGATIVE_INFINITY;
  /** What was last drawn, hidden runs too. */
  let drawn: DrawnPaths | null = null;
  const afterFrame = new MessageChannel();
  const restTimer = createFrameTimer();
  const fillTimer = createFrameTimer();
  /** Whether paths or the ground are others than those among which numbers were last placed. */
  let awaitsLabels = true;
  /** The markers as they last rested: during playback names of points do not step aside at each that passes. */
  let resting: readonly Box[] = [];
  /** When what is drawn was last changed by a hand. */
  let changedAt = Number.NEGATIVE_INFINITY;

  const ground = createGroundLayer(layers.ground, {
    spawn: spawnGround,
    createCanvas: () => document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D,
    now: () => performance.now(),
    setTimer: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
    clearTimer: (timer) => window.clearTimeout(timer),
    withLabels: createLabeller(() => import('./isolineLabels.ts')),
    onShown(painted) {
      events.onGround(painted);
      // Bands have come without their isolines, or these without labels: labels come when paths rest.
      if (!painted.isolines) return;
      awaitsLabels = true;
      restLater();
    },
    onProgress: (done) => events.onGroundProgress(done),
    onFound: takeFound,
    onFailure: () => events.onGroundFailure(),
  });

  function schedule(need: 'heads' | 'paths'): void {
    if (needs !== 'paths') needs = need;
    if (requested === 0) requested = requestAnimationFrame(draw);
  }

  const isAtRest = () => performance.now() - changedAt >= REST_MILLISECONDS;

  function draw(): void {
    cancelAnimationFrame(requested);
    requested = 0;
    const need = needs;
    needs = 'nothing';
    if (!frame || need === 'nothing') return;
    if (need === 'heads') {
      moveHeads();
      return;
    }
    const { moving } = store.getState();
    const shown = session.displayed();
    // A hand that has moved on: what is on the map is not drawn again, the new paths are drawn when they come.
    if (moving && isLight && isDrawn(drawn, drawnPaths(shown, frame.viewport, style))) return;
    if (moving && waitsForMore(shown, session.trajectories(), performance.now() - paintedAt)) {
      schedule(need);
      return;
    }
    paint(frame, !isAtRest() && fullCost > LIGHT_ABOVE_MILLISECONDS);
    awaitsLabels = true;
    restLater();
  }

  /** A hand that scrubs sees thin paths where full ones would make it wait; they come back when it rests. */
  function moveHeads(): void {
    fillTimer.stop();
    const { playing, playhead } = playback;
    if (!playing) restLater();
    const count = painter.moveTo(playhead, playing ? Number.POSITIVE_INFINITY : mostVertices);
    if (count === null) fillTimer.set(STILL_MILLISECONDS, fillIn);
    else if (!playing) measureFrame((cost) => (mostVertices = pacedVertices(mostVertices, count, cost)));
  }

  function fillIn(): void {
    if (needs === 'nothing') painter.moveTo(playback.playhead, Number.POSITIVE_INFINITY);
  }

  function paint(current: PlaneFrame, light: boolean): void {
    isLight = light;
    paintedAt = performance.now();
    drawn = drawnPaths(session.displayed(), current.viewport, style);
    if (!light) measureFrame((cost) => (fullCost = cost));
    painter.paint(
      pathSceneOf(parts, current, style, closeSteps, () => ground.labels()),
      playback.playhead,
      light,
    );
    layers.ahead.canvas.classList.toggle('light', light);
    fade();
  }

  /** Takes the time of this frame up to what follows it: much of what canvases cost comes after they were drawn on. */
  function measureFrame(then: (milliseconds: number) => void): void {
    const began = performance.now();
    afterFrame.port1.onmessage = () => then(performance.now() - began);
    afterFrame.port2.postMessage(null);
  }

  /** All but the run that is pointed at stand back. */
  function fade(): void {
    const isFaded = painter.hover(store.getState().hovered);
    for (const layer of [layers.ahead, layers.halos, layers.focus, layers.others])
      layer.canvas.classList.toggle('faded', isFaded);
  }

  /** Counts from the last change, not from its drawing, which may be late. */
  function restLater(): void {
    const wait = Math.max(0, changedAt + REST_MILLISECONDS - performance.now());
    restTimer.set(Math.max(wait, isLight ? 0 : STILL_MILLISECONDS), rest);
  }

  /** The hand rests: the full style comes back, though the hand may still hold on. */
  function rest(): void {
    // A hand that scrubs has moved on: what is drawn then comes to rest by itself.
    if (!frame || (needs !== 'nothing' && !playback.playing)) return;
    if (!isAtRest()) {
      restLater();
      return;
    }
    if (isLight) paint(frame, false);
    if (store.getState().moving) return;
    if (!playback.playing) {
      closeSteps.want(
        painter.drawn.map(({ trajectory }) => trajectory),
        frame.viewport,
        planeOf(store.getState().scene),
      );
      resting = painter.heads.map((head) => boxAroundHead(head, style.heads.radius));
    }
    events.onRest((box) => painter.ink(box), resting);
    if (!awaitsLabels) return;
    awaitsLabels = false;
    ground.placeLabels({
      paths: painter.drawn.map(({ geometry }) => pairsOf(geometry)),
      rectangles: [
        ...frame.obstacles,
        ...painter.heads.flatMap(({ name }) => name ?? []),
        ...bandEnds(createProblem(store.getState().scene.problem), frame.viewport),
      ],
    });
  }

  function showGround(): void {
    if (!frame) return;
    const { problem } = store.getState().scene;
    ground.show({ ...frame, problem, style });
  }

  const stops = [
    session.subscribe(() => schedule('paths')),
    playback.subscribe(() => schedule('heads')),
    store.subscribe((state, before) => {
      if (state.scene.problem !== before.scene.problem) showGround();
      if (state.scene !== before.scene && state.moving) changedAt = performance.now();
      else if (state.moving !== before.moving) changedAt = Number.NEGATIVE_INFINITY;
      if (
        state.focus !== before.focus ||
        state.scene !== before.scene ||
        state.runIds !== before.runIds ||
        state.moving !== before.moving
      )
        schedule('paths');
      if ((state.reading === null) !== (before.reading === null)) schedule('heads');
      if (state.hovered !== before.hovered) {
        fade();
        schedule('heads');
      }
    }),
  ];

  return {
    setFrame(next) {
      const before = frame;
      frame = next;
      needs = 'paths';
      const isSameView = before?.viewport === next.viewport && before.pixelRatio === next.pixelRatio;
      if (isSameView) {
        schedule('paths');
        return;
      }
      if (before && isSameSize(before.viewport, next.viewport)) changedAt = performance.now();
      showGround();
      // In this very frame: axes and marks have moved already.
      draw();
    },
    expect: (target) => ground.expect(target),
    restyle() {
      style = readPlaneStyle(root);
      showGround();
      schedule('paths');
    },
    runAt: (x, y, reach) => nearestRun(painter.drawn, painter.heads, playback.playhead, x, y, reach),
    painted: painter,
    dispose() {
      cancelAnimationFrame(requested);
      restTimer.stop();
      fillTimer.stop();
      afterFrame.port1.close();
      for (const stop of stops) stop();
      ground.dispose();
    },
  };
}
