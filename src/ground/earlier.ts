import type { Problem } from '../problems/problem.ts';
import type { Grid, View } from './grid.ts';

/** f over a window as far as it was known when another one took over. */
export interface Earlier {
  readonly problem: Problem;
  readonly view: View;
  /** f once a device pixel, read between nodes. */
  readonly grid: Grid;
  /** How far the nodes are from each other across, in the plane's units. */
  readonly apart: number;
}

/** Puts what is known of an overlapping window over a grid, read between its pixels. */
export function layEarlier({ view: { window: known }, grid: before }: Earlier, { window }: View, grid: Grid) {
  const inRow = placesIn(before, known.x, before.columns, columnsOf(grid), grid, window.x, grid.columns);
  const inColumn = placesIn(
    before,
    [known.y[1], known.y[0]],
    before.rows,
    rowsOf(grid),
    grid,
    [window.y[1], window.y[0]],
    grid.rows,
  );
  const across = columnsOf(before);
  const [right, bottom] = [across - 1, rowsOf(before) - 1];
  for (let row = 0, at = 0; row < inColumn.length; row++) {
    const y = inColumn[row];
    const top = Math.floor(y);
    for (let column = 0; column < inRow.length; column++, at++) {
      const x = inRow[column];
      if (!(x >= 0 && y >= 0 && x < right && y < bottom)) continue;
      const left = Math.floor(x);
      const from = top * across + left;
      const [u, v] = [x - left, y - top];
      const above = (1 - u) * before.values[from] + u * before.values[from + 1];
      const below = (1 - u) * before.values[from + across] + u * before.values[from + across + 1];
      const value = (1 - v) * above + v * below;
      if (Number.isFinite(value)) grid.values[at] = value;
    }
  }
}

const columnsOf = ({ columns, margin }: Grid) => columns + 2 * margin;
const rowsOf = ({ rows, margin }: Grid) => rows + 2 * margin;

/** Where in a row (or column) of the grid before each place of the new one lies. */
function placesIn(
  before: Grid,
  [knownFrom, knownTo]: readonly [number, number],
  knownCount: number,
  count: number,
  { margin }: Grid,
  [from, to]: readonly [number, number],
  inWindow: number,
): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => {
    const place = from + ((i - margin + 0.5) / inWindow) * (to - from);
    return ((place - knownFrom) / (knownTo - knownFrom)) * knownCount - 0.5 + before.margin;
  });
}
