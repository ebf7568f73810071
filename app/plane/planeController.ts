import { createProblem } from '../../src/problems/createProblem.ts';
import type { Problem } from '../../src/problems/problem.ts';
import type { Scene } from '../../src/scene/scene.ts';
import type { AppParts } from '../ui/AppContext.ts';
import { runNames } from '../ui/names.ts';
import { drawGround } from './drawGround.ts';
import { createGroundClient } from './groundClient.ts';
import { placeIsolineLabels, type PlacedLabel } from './isolineLabels.ts';
import type { Box } from './labelSolver.ts';
import { createPathPainter, type PathLayers, type PathScene } from './pathPainter.ts';
import { readPlaneStyle, type PlaneStyle } from './planeStyle.ts';
import { slotOf } from './slots.ts';
import type { Viewport } from './viewport.ts';

/** A repaint longer than this is drawn light while a hand moves; the full style is back within 100 ms of rest. */
const LIGHT_ABOVE_MILLISECONDS = 8;
const REST_MILLISECONDS = 50;

/** The map's canvases, lowest first. */
export interface PlaneLayers extends PathLayers {
  readonly ground: CanvasRenderingContext2D;
}

/** What the page around the canvases tells the controller. */
export interface PlaneFrame {
  readonly viewport: Viewport;
  readonly pixelRatio: number;
  /** The key, the start and the names of points: names of heads keep clear of them. */
  readonly obstacles: readonly Box[];
}

export interface PlaneController {
  /** The plot has another size, window or furniture. */
  setFrame(frame: PlaneFrame): void;
  /** The theme's custom properties have changed. */
  restyle(): void;
  dispose(): void;
}

/**
 * Draws the map outside React: follows the session, the playhead and the theme, at most once a frame.
 * @param onKey receives the ground once it is painted, for the key beside it
 */
export function createPlaneController(
  layers: PlaneLayers,
  { store, session, playback, spawnGround }: AppParts,
  onKey: (ground: NonNullable<ReturnType<typeof createGroundClient>['ground']>) => void,
  onGroundFailure: () => void,
): PlaneController {
  const painter = createPathPainter(layers);
  const root = document.documentElement;
  let style: PlaneStyle = readPlaneStyle(root);
  let frame: PlaneFrame | null = null;
  let problem: { readonly scene: Scene; readonly value: Problem } | null = null;
  /** The problem whose ground is on the canvas. */
  let paintedFor: Scene['problem'] | null = null;
  let labels: readonly PlacedLabel[] = [];
  let requested = 0;
  let needs: 'nothing' | 'heads' | 'paths' = 'nothing';
  /** Milliseconds of the main thread that the last frame in full style took. */
  let fullCost = 0;
  const afterFrame = new MessageChannel();
  let restTimer = 0;

  const ground = createGroundClient(
    spawnGround,
    () => {
      paintedFor = store.getState().scene.problem;
      if (ground.ground) onKey(ground.ground);
      paintGround();
    },
    () => {
      // Another problem's ground under these paths would be a lie: none is better.
      if (paintedFor !== store.getState().scene.problem) layers.ground.reset();
      onGroundFailure();
    },
    {
      setTimer: (callback, milliseconds) => window.setTimeout(callback, milliseconds),
      clearTimer: (timer) => window.clearTimeout(timer),
    },
  );

  function problemOf(scene: Scene): Problem {
    if (problem?.scene.problem !== scene.problem) problem = { scene, value: createProblem(scene.problem) };
    return problem.value;
  }

  function pathScene({ viewport, pixelRatio, obstacles }: PlaneFrame): PathScene {
    const { scene, focus } = store.getState();
    const names = runNames(scene.runs);
    const runs = session
      .displayed()
      .map((trajectory, i) => ({
        trajectory,
        slot: slotOf(scene.runs[i].slot),
        name: names[i],
        focused: i === focus,
      }))
      .filter((_, i) => !scene.runs[i].hidden);
    return { runs, viewport, plane: problemOf(scene).plane, style, pixelRatio, obstacles };
  }

  function schedule(need: 'heads' | 'paths'): void {
    if (needs !== 'paths') needs = need;
    if (requested === 0) requested = requestAnimationFrame(draw);
  }

  function draw(): void {
    requested = 0;
    const need = needs;
    needs = 'nothing';
    if (!frame) return;
    if (need === 'heads') {
      painter.moveTo(playback.playhead);
      return;
    }
    const { moving } = store.getState();
    const light = moving && fullCost > LIGHT_ABOVE_MILLISECONDS;
    if (!light) measureFrame();
    painter.paint(pathScene(frame), playback.playhead, light);
    window.clearTimeout(restTimer);
    restTimer = window.setTimeout(light ? rest : placeLabels, REST_MILLISECONDS);
  }

  /** Takes the time of this frame up to what follows it: much of what canvases cost comes after they were drawn on. */
  function measureFrame(): void {
    const began = performance.now();
    afterFrame.port1.onmessage = () => {
      fullCost = performance.now() - began;
    };
    afterFrame.port2.postMessage(null);
  }

  /** The hand rests: the full style comes back, though the hand may still hold on. */
  function rest(): void {
    if (!frame) return;
    painter.paint(pathScene(frame), playback.playhead, false);
    placeLabels();
  }

  function requestGround(): void {
    if (!frame) return;
    const { problem: selection } = store.getState().scene;
    ground.request(selection, frame.viewport, frame.pixelRatio, style.ramp);
  }

  /** Labels keep clear of the paths, so they are placed when those rest. */
  function placeLabels(): void {
    const painted = ground.ground;
    if (!frame || !painted?.isolines || store.getState().moving) return;
    layers.ground.font = style.ground.labelFont;
    const next = placeIsolineLabels(
      painted.isolines,
      painted.levels.levels,
      {
        paths: painter.geometries().map(({ xs, ys, count }) => {
          const interleaved = new Float32Array(2 * count);
          for (let i = 0; i < count; i++) {
            interleaved[2 * i] = xs[i];
            interleaved[2 * i + 1] = ys[i];
          }
          return interleaved;
        }),
        rectangles: frame.obstacles,
      },
      frame.viewport,
      (text) => layers.ground.measureText(text).width,
    );
    if (JSON.stringify(next) === JSON.stringify(labels)) return;
    labels = next;
    paintGround();
  }

  function paintGround(): void {
    const painted = ground.ground;
    if (!frame || !painted) return;
    const { image, bandColors, levels, isolines } = painted;
    if (isolines && labels.length === 0) {
      window.clearTimeout(restTimer);
      restTimer = window.setTimeout(placeLabels, REST_MILLISECONDS);
    }
    drawGround(
      layers.ground,
      { image, bandColors, levels: levels.levels, isolines, labels: isolines ? labels : [] },
      style.ground,
      frame.pixelRatio,
    );
  }

  const stops = [
    session.subscribe(() => schedule('paths')),
    playback.subscribe(() => schedule('heads')),
    store.subscribe((state, before) => {
      if (state.scene.problem !== before.scene.problem) {
        labels = [];
        requestGround();
      }
      if (state.focus !== before.focus || state.scene !== before.scene || state.moving !== before.moving)
        schedule('paths');
    }),
  ];

  return {
    setFrame(next) {
      const sameView = frame?.viewport === next.viewport && frame.pixelRatio === next.pixelRatio;
      frame = next;
      if (!sameView) {
        labels = [];
        requestGround();
        paintGround();
      }
      schedule('paths');
    },
    restyle() {
      style = readPlaneStyle(root);
      requestGround();
      paintGround();
      schedule('paths');
    },
    dispose() {
      cancelAnimationFrame(requested);
      window.clearTimeout(restTimer);
      afterFrame.port1.close();
      for (const stop of stops) stop();
      ground.dispose();
    },
  };
}
