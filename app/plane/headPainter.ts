import { lastStep, pointAt } from '../engine/trajectories.ts';
import { drawHeads, FADED, NAME_INSET, shortened, type Head } from './drawHeads.ts';
import type { Box, Ink } from './labelSolver.ts';
import { createNameSolver } from './nameSolver.ts';
import { exitBefore, vertexAt } from './pathGeometry.ts';
import { strokeOf, type DrawnRun, type PathScene } from './paintedRun.ts';
import type { PlaneStyle } from './planeStyle.ts';
import { drawDots, drawNumbers, placeNumbers } from './stepDots.ts';
import { acrossAt, upAt } from './mapPlane.ts';
import { xToPixel, yToPixel } from './viewport.ts';

/** Dots of the focused run and of the others, as parts of a marker's radius. */
const DOT = 0.5;
const SMALL_DOT = 0.34;
/** So many obstacles names can keep clear of within a frame. */
const MOST_DOTS_AVOIDED = 120;
/** So many texts are kept measured. */
const MOST_WIDTHS = 500;

/** Draws what moves with the playhead: heads with their names, and in a close view the dots of steps. */
export interface HeadPainter {
  /**
   * @param ctx an empty layer, or one on which nothing lies but the paths
   * @param hovered id of the run that is pointed at, if it is drawn
   * @param reached the vertex up to which each path is drawn in full style; empty where none is
   */
  paint(
    ctx: CanvasRenderingContext2D,
    scene: PathScene,
    runs: readonly DrawnRun[],
    hovered: number | null,
    playhead: number,
    reached: readonly number[],
  ): void;
  /** As they were last drawn, with the boxes of their names. */
  readonly heads: readonly DrawnHead[];
  /** Where numbers of steps were last written. */
  readonly numbers: readonly Box[];
}

export interface DrawnHead extends Pick<Head, 'id' | 'x' | 'y' | 'exit'> {
  readonly name: Box | null;
}

/** @param ink what names had better not cover */
export function createHeadPainter(ink: Ink): HeadPainter {
  /** The layer of the present drawing. */
  let ctx: CanvasRenderingContext2D;
  const solver = createNameSolver();
  const numberPlaces = new Map<number, number>();
  const widths = new Map<string, number>();
  let measuredFont = '';
  let measuredStyle: PlaneStyle | null = null;
  let last: readonly DrawnHead[] = [];
  let written: readonly Box[] = [];
  const point = { values: new Float64Array(0) };

  /** Measured once: the same names stand there in every frame. */
  function widthOf(text: string, font: string): number {
    if (font !== measuredFont || widths.size > MOST_WIDTHS) widths.clear();
    measuredFont = font;
    let width = widths.get(text);
    if (width === undefined) {
      ctx.font = font;
      width = ctx.measureText(text).width;
      widths.set(text, width);
    }
    return width;
  }

  function headOf(
    { viewport, plane, style }: PathScene,
    { id, trajectory, slot, name, focused, geometry }: DrawnRun,
    hovered: number | null,
    playhead: number,
  ): Head | null {
    if (point.values.length !== trajectory.dimension) point.values = new Float64Array(trajectory.dimension);
    if (!pointAt(trajectory, playhead, point.values)) return null;
    const step = Math.min(playhead, lastStep(trajectory));
    const x = xToPixel(viewport, acrossAt(plane, point.values, step));
    const y = yToPixel(viewport, upAt(plane, point.values));
    const isInside = x >= 0 && x <= viewport.width && y >= 0 && y <= viewport.height;
    const exit = isInside ? null : exitBefore(geometry, vertexAt(geometry, playhead));
    if (!isInside && !exit) return null;
    const faded = hovered !== null && id !== hovered;
    return { id, x, y, exit, slot, name, focused, faded, color: style.color(slot.color) };
  }

  /** The piece of path between the last vertex drawn and the head. */
  function connect({ style }: PathScene, run: DrawnRun, from: number | undefined, head: Head): void {
    if (head.exit || from === undefined || from < 0) return;
    const { xs, ys, breaks, lengths, count } = run.geometry;
    // On its way back into the plot a path has no vertex yet that the head could be joined to.
    if (from + 1 < count && breaks[from + 1] === 1) return;
    const { color, width, dash } = strokeOf(run, style);
    ctx.globalAlpha = head.faded ? FADED : 1;
    ctx.strokeStyle = color;
    ctx.lineWidth = width;
    ctx.setLineDash(dash as number[]);
    ctx.lineDashOffset = lengths[from];
    ctx.beginPath();
    ctx.moveTo(xs[from], ys[from]);
    ctx.lineTo(head.x, head.y);
    ctx.stroke();
    ctx.globalAlpha = 1;
  }

  function paintDots(
    { style }: PathScene,
    runs: readonly DrawnRun[],
    hovered: number | null,
    playhead: number,
  ) {
    const { halo, radius } = style.heads;
    for (const { id, geometry, dots, slot, focused } of runs.toSorted(
      (a, b) => Number(a.focused) - Number(b.focused),
    )) {
      ctx.globalAlpha = hovered !== null && id !== hovered ? FADED : 1;
      const size = radius * (focused ? DOT : SMALL_DOT);
      drawDots(ctx, geometry, dots, playhead, { color: style.color(slot.color), halo, radius: size });
    }
    ctx.globalAlpha = 1;
  }

  function paintNumbers(
    { style, viewport }: PathScene,
    { geometry, dots }: DrawnRun,
    playhead: number,
    obstacles: readonly Box[],
    isFaded: boolean,
  ): void {
    const { font, lineHeight, color } = style.numbers;
    const numbers = placeNumbers(
      geometry,
      dots,
      playhead,
      style.heads.radius * DOT,
      obstacles,
      viewport,
      (text) => ({ width: widthOf(text, font), height: lineHeight }),
      numberPlaces,
      ink,
    );
    ctx.globalAlpha = isFaded ? FADED : 1;
    written = numbers;
    drawNumbers(ctx, numbers, { color, halo: style.heads.halo, font });
    ctx.globalAlpha = 1;
  }

  return {
    paint(layer, scene, runs, pointedAt, playhead, reached) {
      ctx = layer;
      const { viewport, style } = scene;
      // It is read anew when fonts have come, too: until then another one was measured.
      if (style !== measuredStyle) widths.clear();
      measuredStyle = style;
      const obstacles = scene.obstacles();
      written = [];
      const focused = runs.find((run) => run.focused);
      const hovered = pointedAt ?? (scene.isRead() && !scene.isMoving() ? (focused?.id ?? null) : null);
      const heads: Head[] = [];
      paintDots(scene, runs, hovered, playhead);
      runs.forEach((run, i) => {
        const head = headOf(scene, run, hovered, playhead);
        if (!head) return;
        connect(scene, run, reached[i], head);
        heads.push(head);
      });
      const dots = (focused?.dots ?? []).slice(0, MOST_DOTS_AVOIDED);
      const size = { height: style.heads.lineHeight, radius: style.heads.radius };
      // The panel that reads its step names it, and its arrows need the room.
      const isNamed = ({ focused: isFocused }: Head) => !isFocused || !scene.isRead();
      const names = solver.place(
        heads.filter(isNamed).map(({ id, x, y, exit, name, focused }) => ({
          id,
          x: exit?.x ?? x,
          y: exit?.y ?? y,
          width: widthOf(shortened(name), style.heads.font) + 2 * NAME_INSET,
          priority: (focused ? 1 : 0) + (id === pointedAt ? 2 : 0),
        })),
        focused
          ? [...obstacles, ...dots.map((i) => dotBox(focused, i, style.heads.radius * DOT))]
          : obstacles,
        viewport,
        size,
        ink,
        scene.isMoving(),
      );
      const reach = size.radius + 1;
      const markers = heads.map(({ x, y }) => ({
        x: x - reach,
        y: y - reach,
        width: 2 * reach,
        height: 2 * reach,
      }));
      if (focused && focused.dots.length > 0) {
        const isFaded = hovered !== null && focused.id !== hovered;
        paintNumbers(scene, focused, playhead, [...obstacles, ...names.values(), ...markers], isFaded);
      }
      drawHeads(ctx, heads, names, style.heads);
      last = heads.map(({ id, x, y, exit }) => ({ id, x, y, exit, name: names.get(id) ?? null }));
    },
    get heads() {
      return last;
    },
    get numbers() {
      return written;
    },
  };
}

function dotBox({ geometry }: DrawnRun, vertex: number, radius: number): Box {
  return {
    x: geometry.xs[vertex] - radius,
    y: geometry.ys[vertex] - radius,
    width: 2 * radius,
    height: 2 * radius,
  };
}
