import type { Ink } from './labelSolver.ts';
import type { PathGeometry } from './pathGeometry.ts';

/** Side of the cells that a path runs through or not, in pixels. */
const CELL = 6;

/** Where paths run on the plot, in cells: what a name had better not cover. */
export interface InkMap {
  /** Forgets what was there, and takes up these paths. */
  draw(geometries: readonly PathGeometry[], width: number, height: number): void;
  /** The part of a box's cells that a path runs through. */
  readonly ink: Ink;
}

export function createInkMap(): InkMap {
  let columns = 0;
  let rows = 0;
  let cells = new Uint8Array(0);

  const mark = (x: number, y: number) => {
    const column = Math.floor(x / CELL);
    const row = Math.floor(y / CELL);
    if (column >= 0 && row >= 0 && column < columns && row < rows) cells[row * columns + column] = 1;
  };

  return {
    draw(geometries, width, height) {
      columns = Math.ceil(width / CELL);
      rows = Math.ceil(height / CELL);
      if (cells.length === columns * rows) cells.fill(0);
      else cells = new Uint8Array(columns * rows);
      for (const { xs, ys, breaks, count } of geometries)
        for (let i = 0; i < count; i++) {
          mark(xs[i], ys[i]);
          if (i === 0 || breaks[i] === 1) continue;
          const dx = xs[i] - xs[i - 1];
          const dy = ys[i] - ys[i - 1];
          const steps = Math.floor(Math.max(Math.abs(dx), Math.abs(dy)) / CELL);
          for (let step = 1; step <= steps; step++)
            mark(xs[i - 1] + (step / (steps + 1)) * dx, ys[i - 1] + (step / (steps + 1)) * dy);
        }
    },
    ink({ x, y, width, height }) {
      const left = Math.max(0, Math.floor(x / CELL));
      const top = Math.max(0, Math.floor(y / CELL));
      const right = Math.min(columns - 1, Math.floor((x + width) / CELL));
      const bottom = Math.min(rows - 1, Math.floor((y + height) / CELL));
      let inked = 0;
      for (let row = top; row <= bottom; row++)
        for (let column = left; column <= right; column++) inked += cells[row * columns + column];
      return inked / Math.max(1, (right - left + 1) * (bottom - top + 1));
    },
  };
}
