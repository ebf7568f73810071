import { clearLayer, showLayer, strokeStretch, type Stroke } from './drawPaths.ts';
import { createHeadPainter, type HeadPainter } from './headPainter.ts';
import { createInkMap } from './inkMap.ts';
import type { Ink } from './labelSolver.ts';
import {
  createGeometry,
  extendGeometry,
  vertexAt,
  type PathGeometry,
  type PathSource,
} from './pathGeometry.ts';
import { strokeOf, type DrawnRun, type PathScene } from './paintedRun.ts';
import { dottedVertices } from './stepDots.ts';

/** The path layers, lowest first. Each is its own canvas, so that playback only appends. */
export interface PathLayers {
  readonly ahead: CanvasRenderingContext2D;
  readonly halos: CanvasRenderingContext2D;
  readonly focus: CanvasRenderingContext2D;
  readonly others: CanvasRenderingContext2D;
  /** The run that is pointed at, alone: the layers below it fade meanwhile. */
  readonly hovered: CanvasRenderingContext2D;
  readonly heads: CanvasRenderingContext2D;
}

/** A path that is pointed at is thicker by this, in pixels. */
const HOVER_WIDTH = 1;

/** Draws paths up to a playhead, and on from there when it advances. */
export interface PathPainter {
  /**
   * Draws everything anew. What lies ahead is drawn in full colour; its layer is translucent, so that it does not darken
   * where it crosses itself. `light`: thin solid lines without halo, for while a hand moves. */
  paint(scene: PathScene, playhead: number, light: boolean): void;
  /**
   * The playhead moved, nothing else: appends where it went forward.
   * @param most leaves what it has passed thin where that would be more vertices than these, of all paths
   * @returns how many it has drawn; null if it left them thin: it is to be called again once the playhead rests
   */
  moveTo(playhead: number, most: number): number | null;
  /** The run that is pointed at, by its id; drawn with the next `paint` or `moveTo`. @returns whether it is drawn here */
  hover(id: number | null): boolean;
  /** All runs as they were last drawn. */
  readonly drawn: readonly DrawnRun[];
  readonly heads: HeadPainter['heads'];
  readonly numbers: HeadPainter['numbers'];
  /** Where paths were drawn. */
  readonly ink: Ink;
}

export function createPathPainter(layers: PathLayers): PathPainter {
  let scene: PathScene | null = null;
  let runs: readonly DrawnRun[] = [];
  /** The vertex up to which each path is drawn in full style. */
  let drawn: number[] = [];
  let isLight = false;
  /** Whether the layers of what the playhead has passed have something on them; an empty one is not cleared again. */
  let hasPast = true;
  let hasHovered = true;
  let hasHeads = true;
  let hovered: number | null = null;
  const inkMap = createInkMap();
  const headPainter = createHeadPainter((box) => inkMap.ink(box));

  function update(next: PathScene): void {
    const isSameView = scene?.viewport === next.viewport && scene.plane === next.plane;
    const sources = next.runs.map(({ source }) => source);
    const before = new Set(runs.map(({ geometry }) => geometry));
    const known = new Map<PathSource, PathGeometry>();
    for (const geometry of before)
      if (isSameView && sources.includes(geometry.source)) known.set(geometry.source, geometry);
    const spent = [...before].filter((geometry) => known.get(geometry.source) !== geometry);
    runs = next.runs.map((run, i) => {
      const geometry =
        known.get(sources[i]) ?? createGeometry(sources[i], next.viewport, next.plane, spent.pop());
      extendGeometry(geometry);
      known.set(sources[i], geometry);
      return { ...run, geometry, dots: isLight ? [] : dottedVertices(geometry) };
    });
    if (!isLight)
      inkMap.draw(
        runs.map(({ geometry }) => geometry),
        next.viewport.width,
        next.viewport.height,
      );
    scene = next;
  }

  function showPast(isShown: boolean): void {
    hasPast = isShown;
    for (const ctx of [layers.halos, layers.focus, layers.others]) showLayer(ctx, isShown);
  }

  function clearPast({ pixelRatio }: PathScene): void {
    if (hasPast) for (const ctx of [layers.halos, layers.focus, layers.others]) clearLayer(ctx, pixelRatio);
    showPast(false);
    drawn = runs.map(() => -1);
  }

  function paintAhead({ pixelRatio, style }: PathScene): void {
    const { ahead } = layers;
    clearLayer(ahead, pixelRatio);
    for (const { slot, geometry } of runs) {
      const stroke = { color: style.color(slot.color), width: style.pathAhead, dash: [] };
      strokeStretch(ahead, geometry, 0, geometry.count - 1, stroke);
    }
  }

  /** Draws the stretches that the playhead has reached since, in full style. */
  function append({ style }: PathScene, playhead: number): void {
    showPast(true);
    const reached = runs.map(({ geometry }) => vertexAt(geometry, playhead));
    const stretch = (ctx: CanvasRenderingContext2D, i: number, stroke: Stroke) =>
      strokeStretch(ctx, runs[i].geometry, Math.max(0, drawn[i]), reached[i], stroke);
    runs.forEach((run, i) => {
      const width = strokeOf(run, style).width + 2 * style.pathHalo;
      stretch(layers.halos, i, { color: style.heads.halo, width, dash: [] });
    });
    runs.forEach((run, i) => stretch(run.focused ? layers.focus : layers.others, i, strokeOf(run, style)));
    drawn = reached.map((vertex, i) => Math.max(vertex, drawn[i]));
  }

  function paintHovered({ style, pixelRatio }: PathScene, playhead: number): void {
    const run = runs.find(({ id }) => id === hovered);
    if (!run && !hasHovered) return;
    const ctx = layers.hovered;
    clearLayer(ctx, pixelRatio);
    hasHovered = run !== undefined;
    showLayer(ctx, hasHovered);
    if (!run) return;
    const { geometry } = run;
    const stroke = strokeOf(run, style);
    const width = stroke.width + HOVER_WIDTH;
    const last = geometry.count - 1;
    const reached = isLight ? 0 : vertexAt(geometry, playhead);
    const ahead = { ...stroke, width: style.pathAhead + HOVER_WIDTH, dash: [] };
    strokeStretch(ctx, geometry, Math.max(0, reached), last, ahead);
    if (isLight) return;
    const halo = { color: style.heads.halo, width: width + 2 * style.pathHalo, dash: [] };
    strokeStretch(ctx, geometry, 0, reached, halo);
    strokeStretch(ctx, geometry, 0, reached, { ...stroke, width });
  }

  function paintHeads(current: PathScene, playhead: number): void {
    paintHovered(current, playhead);
    if (!isLight || hasHeads) clearLayer(layers.heads, current.pixelRatio);
    hasHeads = !isLight;
    showLayer(layers.heads, hasHeads);
    // Under a moving hand each layer that changes costs a good part of the frame: heads share that of the paths.
    const layer = isLight ? layers.ahead : layers.heads;
    const isDrawn = runs.some(({ id }) => id === hovered);
    headPainter.paint(layer, current, runs, isDrawn ? hovered : null, playhead, isLight ? [] : drawn);
  }

  return {
    paint(next, playhead, light) {
      // A canvas that changes its size is emptied, and forgets what it was set up for.
      if (scene?.viewport !== next.viewport || scene.pixelRatio !== next.pixelRatio)
        hasPast = hasHeads = true;
      isLight = light;
      update(next);
      paintAhead(next);
      clearPast(next);
      if (!light) append(next, playhead);
      paintHeads(next, playhead);
    },
    moveTo(playhead, most) {
      if (!scene) return 0;
      const reached = runs.map(({ geometry }) => vertexAt(geometry, playhead));
      const back = reached.some((vertex, i) => vertex < drawn[i]);
      if (back) clearPast(scene);
      const missing = reached.reduce((sum, vertex, i) => sum + vertex - Math.max(0, drawn[i]), 0);
      const waits = missing > most;
      if (isLight) paintAhead(scene);
      else if (waits) clearPast(scene);
      else append(scene, playhead);
      paintHeads(scene, playhead);
      return waits ? null : missing;
    },
    hover(id) {
      hovered = id;
      return runs.some((run) => run.id === id);
    },
    get drawn() {
      return runs;
    },
    ink: (box) => inkMap.ink(box),
    get heads() {
      return headPainter.heads;
    },
    get numbers() {
      return headPainter.numbers;
    },
  };
}
