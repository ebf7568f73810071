import type { Grid } from './grid.ts';
import type { LatticeValues } from './lattice.ts';

/**
 * Fills a grid from every `stride`-th node of a lattice: along rows, then along columns, by the cubic through the two
 * nodes beside a place whose slope at each is that of its neighbours' chord (Catmull–Rom). It is C¹, exact for quadratics,
 * and off by at most h³·|f‴|/24 + h⁴·|f⁗|/384 along an axis, h between nodes.
 *
 * Where f is not finite there is nothing to read between: up to half the way to such a node f goes on in a straight line,
 * and beyond lies a wall (+∞).
 */
export function interpolateLattice({ lattice, values }: LatticeValues, stride: number, grid: Grid): void {
  const { across, down, spacing } = lattice;
  const columns = grid.columns + 2 * grid.margin;
  const rows = grid.rows + 2 * grid.margin;
  const nodeColumns = (across - 1) / stride + 1;
  const nodeRows = (down - 1) / stride + 1;
  const inRow = placesAlong(columns, spacing[0] * stride, nodeColumns);
  const inColumn = placesAlong(rows, spacing[1] * stride, nodeRows);
  // A row of nodes, and one beyond each end; and the rows read between them.
  const nodes = new Float64Array(nodeColumns + 2);
  const lines = new Float64Array(columns * (nodeRows + 2));
  for (let row = 0; row < nodeRows; row++) {
    for (let column = 0; column < nodeColumns; column++)
      nodes[column + 1] = values[(row * across + column) * stride];
    continueEnds(nodes, 0, 1, nodeColumns);
    for (let column = 0; column < columns; column++)
      lines[(row + 1) * columns + column] = readAt(nodes, inRow.before[column], 1, inRow, column);
  }
  for (let column = 0; column < columns; column++) continueEnds(lines, column, columns, nodeRows);
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++, at++)
      grid.values[at] = readAt(lines, inColumn.before[row] * columns + column, columns, inColumn, row);
}

/** For each place along an axis the node before it, and the weights of four nodes: the predecessor of that, it, and two more. */
interface Places {
  readonly before: Uint32Array;
  /** Of the way from the node before to the one behind. */
  readonly parts: Float64Array;
  readonly weights: Float64Array;
}

function placesAlong(count: number, spacing: number, nodes: number): Places {
  const before = new Uint32Array(count);
  const parts = new Float64Array(count);
  const weights = new Float64Array(4 * count);
  for (let place = 0; place < count; place++) {
    const at = place / spacing;
    before[place] = Math.min(Math.floor(at), nodes - 2);
    const t = Math.min(1, at - before[place]);
    parts[place] = t;
    weights[4 * place] = t * (-0.5 + t * (1 - 0.5 * t));
    weights[4 * place + 1] = 1 + t * t * (1.5 * t - 2.5);
    weights[4 * place + 2] = t * (0.5 + t * (2 - 1.5 * t));
    weights[4 * place + 3] = t * t * (0.5 * t - 0.5);
  }
  return { before, parts, weights };
}

/** Gives a line of at least three nodes one more at each end, as the parabola through its last three goes on. */
function continueEnds(line: Float64Array, from: number, step: number, nodes: number): void {
  const first = from + step;
  const last = from + nodes * step;
  line[from] = 3 * line[first] - 3 * line[first + step] + line[first + 2 * step];
  line[last + step] = 3 * line[last] - 3 * line[last - step] + line[last - 2 * step];
}

/**
 * The value at a place of a line.
 * @param at where in `line` the predecessor of the node before it is
 * @param step from node to node
 */
function readAt(line: Float64Array, at: number, step: number, { weights, parts }: Places, place: number) {
  const value =
    weights[4 * place] * line[at] +
    weights[4 * place + 1] * line[at + step] +
    weights[4 * place + 2] * line[at + 2 * step] +
    weights[4 * place + 3] * line[at + 3 * step];
  // Even with weight 0, one that is not finite makes the sum NaN.
  return Number.isFinite(value) ? value : readBesideWall(line, at, step, parts[place]);
}

function readBesideWall(line: Float64Array, at: number, step: number, t: number): number {
  const [b, c] = t < 0.5 ? [at + step, at + 2 * step] : [at + 2 * step, at + step];
  const behind = 2 * b - c;
  const part = t < 0.5 ? t : 1 - t;
  if (!Number.isFinite(line[b])) return Infinity;
  const beyond = Number.isFinite(line[c]) ? line[c] - line[b] : line[b] - line[behind];
  return line[b] + (Number.isFinite(beyond) ? part * beyond : 0);
}
