import { normal, type Purpose } from './draws.ts';

/** So many steps are kept: beyond them a draw is made anew each time. */
const STEPS = 4096;

/** The draws of one seed and purpose; NaN where none has been made yet. */
interface Table {
  readonly seed: number;
  readonly purpose: Purpose;
  readonly n: number;
  readonly values: Float64Array;
}

let table: Table | null = null;

/**
 * Writes the standard normal numbers of a step into `out`, the same as `normal` gives them. All runs of a scene see the
 * same noise, so the last seed's first draws are kept: a draw is dearer than the step of an optimizer.
 * @param step 1, 2, …
 */
export function normalsInto(out: Float64Array, seed: number, purpose: Purpose, step: number): void {
  const n = out.length;
  if (step > STEPS) {
    for (let i = 0; i < n; i++) out[i] = normal(seed, purpose, step, i);
    return;
  }
  if (table?.seed !== seed || table.purpose !== purpose || table.n !== n) {
    const kept = table?.n === n ? table.values : new Float64Array(STEPS * n);
    table = { seed, purpose, n, values: kept.fill(Number.NaN) };
  }
  const { values } = table;
  const offset = (step - 1) * n;
  for (let i = 0; i < n; i++) {
    let value = values[offset + i];
    if (Number.isNaN(value)) {
      value = normal(seed, purpose, step, i);
      values[offset + i] = value;
    }
    out[i] = value;
  }
}
