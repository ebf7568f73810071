import type { ScheduleId } from '../../src/schedules/registry.ts';

/** Learning rates at some updates, in their order. */
export interface RateSamples {
  readonly steps: ArrayLike<number>;
  readonly rates: ArrayLike<number>;
  readonly count: number;
}

/** How learning rates are drawn over the steps of a run. */
export interface RateCurve {
  /** Least and greatest rate. */
  readonly low: number;
  readonly high: number;
  readonly isLog: boolean;
  /** An SVG path. */
  readonly path: string;
  /** Pixels of a step, and of a rate. */
  readonly x: (step: number) => number;
  readonly y: (rate: number) => number;
}

/** More updates than these are not looked at one by one. */
const MOST_SAMPLES = 3000;
/** These sink by factors, so that they are read by their powers of ten where they sink far. */
const GEOMETRIC: readonly ScheduleId[] = ['constant', 'step', 'exponential', 'halve-on-divergence'];
const FAR = 20;

/** The rates of a schedule that depends on t alone, at every update of a run or at many evenly spread ones. */
export function sampledRates(rateAt: (t: number) => number, steps: number): RateSamples {
  const count = Math.min(steps, MOST_SAMPLES);
  const times = Float64Array.from({ length: count }, (_, i) =>
    count === steps ? i + 1 : Math.round(1 + (i * (steps - 1)) / (count - 1)),
  );
  return { steps: times, rates: times.map(rateAt), count };
}

/**
 * A curve of learning rates in a box of pixels, the greatest at its top and the least at its bottom; null where there
 * is none.
 * @param total steps of the run: the box is from step 0 to there
 */
export function rateCurve(
  samples: RateSamples,
  total: number,
  schedules: readonly ScheduleId[],
  width: number,
  height: number,
): RateCurve | null {
  const { steps, rates, count } = samples;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    if (!Number.isFinite(rates[i])) continue;
    low = Math.min(low, rates[i]);
    high = Math.max(high, rates[i]);
  }
  if (low > high) return null;
  const isLog = low > 0 && high > FAR * low && schedules.every((id) => GEOMETRIC.includes(id));
  const along = isLog ? Math.log : (rate: number) => rate;
  const span = along(high) - along(low);
  const x = (step: number) => (width * step) / Math.max(1, total);
  const y = (rate: number) => height * (span > 0 ? (along(high) - along(rate)) / span : 0.5);

  // Each column of pixels from its least to its greatest rate, however many updates it holds.
  const points: string[] = [];
  let i = 0;
  while (i < count) {
    const column = Math.floor(x(steps[i]));
    const at = x(steps[i]);
    let least = rates[i];
    let greatest = rates[i];
    const first = rates[i];
    for (; i < count && Math.floor(x(steps[i])) === column; i++) {
      least = Math.min(least, rates[i]);
      greatest = Math.max(greatest, rates[i]);
    }
    // As the rates go: towards what is last in the column.
    const order = rates[i - 1] < first ? [greatest, least] : [least, greatest];
    for (const rate of least === greatest ? [least] : order)
      points.push(`${at.toFixed(1)},${y(rate).toFixed(1)}`);
  }
  return { low, high, isLog, path: `M${points.join('L')}`, x, y };
}
