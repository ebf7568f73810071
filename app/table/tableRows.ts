import { gradientsWorth } from '../../src/engine/trajectory.ts';
import { chartRecords, rowAt, type Trajectory } from '../engine/trajectories.ts';
import { plainName } from './parameterNames.ts';

/** One step of a run, with all its digits. */
export interface TableRow {
  readonly step: number;
  readonly point: readonly number[];
  readonly loss: number;
  readonly gradientNorm: number;
  /** Evaluations up to here, as a number of gradients. */
  readonly evaluations: number;
}

/** All rows that the page has of a run, in the order of their steps. */
export interface TableRows {
  readonly count: number;
  /** Steps from one row to the next, outside the stretch in which every step is there. */
  readonly stride: number;
  /** The first and last step of that stretch, for a run recorded with a stride. */
  readonly stretch: readonly [number, number] | null;
  row(index: number): TableRow;
  /** The index of the last row at or before a step; −1 without rows. */
  indexOf(step: number): number;
}

/** The rows of a run; where every step of a stretch is known, they take the place of every so-manieth. */
export function tableRows(trajectory: Trajectory): TableRows {
  const { dimension: n, detail, rows, stride } = trajectory;
  const last = detail && detail.steps.length > 0 ? detail.steps.length - 1 : -1;
  const from = detail && last >= 0 ? detail.steps[0] : 0;
  const to = detail && last >= 0 ? detail.steps[last] : -1;
  // Recorded rows before the stretch, and from which on they follow it.
  const before = last >= 0 ? Math.max(0, rowAt(trajectory, from - 1) + 1) : rows;
  const after = last >= 0 ? rowAt(trajectory, to) + 1 : rows;
  const { evaluations } = chartRecords(trajectory);

  const recorded = (row: number): TableRow => ({
    step: trajectory.steps[row],
    point: [...trajectory.points.subarray(row * n, (row + 1) * n)],
    loss: trajectory.losses[row],
    gradientNorm: trajectory.gradientNorms[row],
    evaluations: evaluations[row],
  });
  return {
    count: before + (last + 1) + (rows - after),
    stride,
    stretch: last >= 0 && stride > 1 ? [from, to] : null,
    row(index) {
      const inside = index - before;
      if (!detail || inside < 0) return recorded(index);
      if (inside > last) return recorded(inside - last - 1 + after);
      const [value, gradient, hessian] = detail.evaluations.subarray(3 * inside, 3 * inside + 3);
      return {
        step: detail.steps[inside],
        point: [...detail.points.subarray(inside * n, (inside + 1) * n)],
        loss: detail.losses[inside],
        gradientNorm: detail.gradientNorms[inside],
        evaluations: gradientsWorth({ value, gradient, hessian }, n),
      };
    },
    indexOf(step) {
      if (last < 0 || step < from) return rowAt(trajectory, step);
      return step <= to
        ? before + Math.floor(step) - from
        : before + last + 1 + (rowAt(trajectory, step) - after);
    },
  };
}

/** All rows as comma-separated values with full digits, a header line first. */
export function tableCsv(rows: TableRows, names: readonly string[]): string {
  const lines = [['step', ...names.map(plainName), 'loss', 'gradient_norm', 'evaluations'].join(',')];
  for (let i = 0; i < rows.count; i++) {
    const { step, point, loss, gradientNorm, evaluations } = rows.row(i);
    lines.push([step, ...point, loss, gradientNorm, evaluations].join(','));
  }
  return `${lines.join('\n')}\n`;
}
