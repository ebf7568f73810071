import { useLayoutEffect, useRef } from 'react';
import { createProblem } from '../../src/problems/createProblem.ts';
import { useApp, useAppState } from '../ui/AppContext.ts';
import { boxesOfHeads } from './boxesAround.ts';
import { createCloudPainter, type CloudScene } from './cloudPainter.ts';
import type { Box } from './labelSolver.ts';
import { mapPlane } from './mapPlane.ts';
import type { PlaneController } from './planeController.ts';
import { readPlaneStyle } from './planeStyle.ts';
import { slotOf } from './slots.ts';
import type { Viewport } from './viewport.ts';

/** Milliseconds of a frame in which paths are drawn; the rest follows in the next ones. */
const MOST_MILLISECONDS = 5;

export interface CloudLayerProps {
  readonly viewport: Viewport;
  readonly pixelRatio: number;
  /** Canvas text needs its fonts: what was drawn before they came is drawn again. */
  readonly fontsReady: boolean;
  /** What stands on the map beside paths and heads. */
  readonly obstacles: readonly Box[];
  readonly controller: Pick<PlaneController, 'painted'>;
}

/** The focused run under other seeds, on canvases of its own below the runs, and above them what is at the playhead. */
export function CloudLayer({ viewport, pixelRatio, fontsReady, obstacles, controller }: CloudLayerProps) {
  const { store, clouds, playback } = useApp();
  const problem = useAppState(({ scene }) => scene.problem);
  const steps = useAppState(({ scene }) => scene.steps);
  const slot = useAppState(({ scene, focus }) => scene.runs[focus]?.slot ?? 1);
  const theme = useAppState((state) => state.theme);
  const isFaded = useAppState(
    ({ hovered, runIds, focus }) => hovered !== null && hovered !== runIds[focus] && runIds.includes(hovered),
  );
  const paths = useRef<HTMLCanvasElement>(null);
  const mean = useRef<HTMLCanvasElement>(null);
  const now = useRef<HTMLCanvasElement>(null);
  const layer = useRef<ReturnType<typeof createLayer> | null>(null);
  // Read when the name is placed: furniture that steps aside is no reason to draw the paths anew.
  const furniture = useRef(obstacles);
  useLayoutEffect(() => {
    furniture.current = obstacles;
  }, [obstacles]);

  useLayoutEffect(() => {
    const context = (canvas: HTMLCanvasElement | null) =>
      canvas?.getContext('2d') as CanvasRenderingContext2D;
    const painter = createCloudPainter({
      paths: context(paths.current),
      mean: context(mean.current),
      now: context(now.current),
    });
    const made = createLayer(
      painter,
      () => clouds.shown(),
      () => playback.playhead,
    );
    layer.current = made;
    const stops = [
      clouds.subscribe(() => made.schedule('paths')),
      playback.subscribe(() => made.schedule('now')),
      // A gesture's end may bring back what waited for it.
      store.subscribe((state, before) => {
        if (state.moving !== before.moving) made.schedule('paths');
      }),
    ];
    return () => {
      for (const stop of stops) stop();
      made.dispose();
    };
  }, [store, clouds, playback]);

  useLayoutEffect(() => {
    const style = readPlaneStyle(document.documentElement);
    const { painted } = controller;
    layer.current?.setScene({
      viewport,
      plane: mapPlane(createProblem(problem).plane, steps),
      pixelRatio,
      style,
      color: slotOf(slot).color,
      obstacles: () => [...furniture.current, ...boxesOfHeads(painted.heads, style.heads.radius)],
      ink: (box) => painted.ink(box),
    });
  }, [viewport, problem, steps, pixelRatio, slot, controller, theme, fontsReady]);

  const canvas = (name: string, ref: typeof paths) => (
    <canvas
      className={`layer-cloud-${name}${isFaded ? ' faded' : ''}`}
      aria-hidden="true"
      width={Math.round(viewport.width * pixelRatio)}
      height={Math.round(viewport.height * pixelRatio)}
      ref={ref}
    />
  );
  return (
    <>
      {canvas('paths', paths)}
      {canvas('mean', mean)}
      {canvas('now', now)}
    </>
  );
}

type Painter = ReturnType<typeof createCloudPainter>;

/** Draws at most once a frame. */
function createLayer(painter: Painter, cloud: () => Parameters<Painter['paint']>[0], playhead: () => number) {
  let scene: CloudScene | null = null;
  let requested = 0;
  let needsPaths = false;

  function draw(): void {
    requested = 0;
    if (!scene) return;
    const shown = cloud();
    if (needsPaths) {
      const began = performance.now();
      needsPaths = !painter.paint(shown, scene, () => performance.now() - began > MOST_MILLISECONDS);
    }
    painter.paintNow(shown, scene, playhead());
    if (needsPaths) requested = requestAnimationFrame(draw);
  }

  function schedule(need: 'paths' | 'now'): void {
    needsPaths ||= need === 'paths';
    if (requested === 0) requested = requestAnimationFrame(draw);
  }

  return {
    schedule,
    setScene(next: CloudScene): void {
      scene = next;
      needsPaths = true;
      // In this very frame: another size has emptied the canvases.
      cancelAnimationFrame(requested);
      draw();
    },
    dispose: () => cancelAnimationFrame(requested),
  };
}
