import type { Plane } from '../../src/problems/problem.ts';
import { pointAt, type Trajectory } from '../engine/trajectories.ts';
import { drawHeads, type Head } from './drawHeads.ts';
import { clearLayer, strokeStretch, type Stroke } from './drawPaths.ts';
import type { Box } from './labelSolver.ts';
import { createGeometry, exitBefore, extendGeometry, vertexAt, type PathGeometry } from './pathGeometry.ts';
import type { PlaneStyle } from './planeStyle.ts';
import type { Slot } from './slots.ts';
import { planeCoordinate, xToPixel, yToPixel, type Viewport } from './viewport.ts';

/** A run as it is drawn. */
export interface PaintedRun {
  readonly trajectory: Trajectory;
  readonly slot: Slot;
  readonly name: string;
  readonly focused: boolean;
}

/** The path layers, lowest first. Each is its own canvas, so that playback only appends. */
export interface PathLayers {
  readonly ahead: CanvasRenderingContext2D;
  readonly halos: CanvasRenderingContext2D;
  readonly focus: CanvasRenderingContext2D;
  readonly others: CanvasRenderingContext2D;
  readonly heads: CanvasRenderingContext2D;
}

export interface PathScene {
  readonly runs: readonly PaintedRun[];
  readonly viewport: Viewport;
  readonly plane: Plane;
  readonly style: PlaneStyle;
  readonly pixelRatio: number;
  /** What names keep clear of. */
  readonly obstacles: readonly Box[];
}

const AHEAD_OPACITY = 0.42;

/** Draws paths up to a playhead, and on from there when it advances. */
export interface PathPainter {
  /** Draws everything anew. `light`: thin solid lines without halo, for while a hand moves. */
  paint(scene: PathScene, playhead: number, light: boolean): void;
  /** The playhead moved, nothing else: appends where it went forward. */
  moveTo(playhead: number): void;
  /** The pixels of all paths as they were last drawn. */
  geometries(): readonly PathGeometry[];
}

export function createPathPainter(layers: PathLayers): PathPainter {
  let scene: PathScene | null = null;
  let geometries: PathGeometry[] = [];
  /** The vertex up to which each path is drawn in full style. */
  let drawn: number[] = [];
  let isLight = false;
  /** Whether the layers of what the playhead has passed have something on them; an empty one is not cleared again. */
  let hasPast = true;
  const places: number[] = [];
  const point = { values: new Float64Array(0) };

  function update(next: PathScene): void {
    geometries = next.runs.map(({ trajectory }) => {
      const known = geometries.find(
        (geometry) =>
          geometry.trajectory === trajectory &&
          geometry.viewport === next.viewport &&
          geometry.plane === next.plane,
      );
      const geometry = known ?? createGeometry(trajectory, next.viewport, next.plane);
      extendGeometry(geometry);
      return geometry;
    });
    scene = next;
  }

  function clearPast({ pixelRatio, runs }: PathScene): void {
    if (hasPast) for (const ctx of [layers.halos, layers.focus, layers.others]) clearLayer(ctx, pixelRatio);
    hasPast = false;
    drawn = runs.map(() => -1);
  }

  function paintAhead(current: PathScene): void {
    const { ahead } = layers;
    clearLayer(ahead, current.pixelRatio);
    ahead.globalAlpha = isLight ? 1 : AHEAD_OPACITY;
    current.runs.forEach(({ slot }, i) => {
      const stroke = { color: current.style.color(slot.color), width: current.style.pathAhead, dash: [] };
      strokeStretch(ahead, geometries[i], 0, geometries[i].count - 1, stroke);
    });
    ahead.globalAlpha = 1;
  }

  /** Draws the stretches that the playhead has reached since, in full style. */
  function append(current: PathScene, playhead: number): void {
    const { style } = current;
    hasPast = true;
    const reached = geometries.map((geometry) => vertexAt(geometry, playhead));
    const stretch = (ctx: CanvasRenderingContext2D, i: number, stroke: Stroke) =>
      strokeStretch(ctx, geometries[i], Math.max(0, drawn[i]), reached[i], stroke);
    current.runs.forEach(({ focused }, i) => {
      const width = (focused ? style.pathFocus : style.path) + 2 * style.pathHalo;
      stretch(layers.halos, i, { color: style.heads.halo, width, dash: [] });
    });
    current.runs.forEach(({ focused, slot }, i) => {
      const color = style.color(slot.color);
      if (focused) stretch(layers.focus, i, { color, width: style.pathFocus, dash: [] });
      else stretch(layers.others, i, { color, width: style.path, dash: slot.dash });
    });
    drawn = reached.map((vertex, i) => Math.max(vertex, drawn[i]));
  }

  function paintHeads(current: PathScene, playhead: number): void {
    clearLayer(layers.heads, current.pixelRatio);
    const heads: Head[] = [];
    current.runs.forEach((run, i) => {
      const head = headOf(current, run, geometries[i], playhead);
      if (!head) return;
      connect(current, run, i, head);
      heads.push(head);
    });
    drawHeads(layers.heads, heads, current.obstacles, current.viewport, current.style.heads, places);
  }

  /** The piece of path between the last vertex drawn and the head. */
  function connect(current: PathScene, { focused, slot }: PaintedRun, i: number, head: Head): void {
    const { xs, ys, breaks, count } = geometries[i];
    const from = drawn[i];
    if (isLight || head.exit || from === undefined || from < 0) return;
    // On its way back into the plot a path has no vertex yet that the head could be joined to.
    if (from + 1 < count && breaks[from + 1] === 1) return;
    const { style } = current;
    const ctx = layers.heads;
    ctx.strokeStyle = style.color(slot.color);
    ctx.lineWidth = focused ? style.pathFocus : style.path;
    ctx.setLineDash(focused ? [] : (slot.dash as number[]));
    ctx.lineDashOffset = geometries[i].lengths[from];
    ctx.beginPath();
    ctx.moveTo(xs[from], ys[from]);
    ctx.lineTo(head.x, head.y);
    ctx.stroke();
  }

  function headOf(
    { viewport, plane, style }: PathScene,
    { trajectory, slot, name, focused }: PaintedRun,
    geometry: PathGeometry,
    playhead: number,
  ): Head | null {
    if (point.values.length !== trajectory.dimension) point.values = new Float64Array(trajectory.dimension);
    if (!pointAt(trajectory, playhead, point.values)) return null;
    const x = xToPixel(viewport, planeCoordinate(plane, plane.u, point.values));
    const y = yToPixel(viewport, planeCoordinate(plane, plane.v, point.values));
    const isInside = x >= 0 && x <= viewport.width && y >= 0 && y <= viewport.height;
    const exit = isInside ? null : exitBefore(geometry, vertexAt(geometry, playhead));
    if (!isInside && !exit) return null;
    return { x, y, exit, slot, name, focused, color: style.color(slot.color) };
  }

  return {
    paint(next, playhead, light) {
      // A canvas that changes its size is emptied, and forgets what it was set up for.
      if (scene?.viewport !== next.viewport || scene.pixelRatio !== next.pixelRatio) hasPast = true;
      update(next);
      isLight = light;
      paintAhead(next);
      clearPast(next);
      if (!light) append(next, playhead);
      paintHeads(next, playhead);
    },
    moveTo(playhead) {
      if (!scene) return;
      const back = geometries.some((geometry, i) => vertexAt(geometry, playhead) < drawn[i]);
      if (back) clearPast(scene);
      if (!isLight) append(scene, playhead);
      paintHeads(scene, playhead);
    },
    geometries: () => geometries,
  };
}
