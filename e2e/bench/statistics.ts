/** The value that a part of the sample lies at or below: 0.5 is the median. NaN of an empty sample. */
export function quantile(sample: readonly number[], part: number): number {
  if (sample.length === 0) return Number.NaN;
  const sorted = sample.toSorted((a, b) => a - b);
  const at = part * (sorted.length - 1);
  const below = sorted[Math.floor(at)];
  return below + (sorted[Math.ceil(at)] - below) * (at - Math.floor(at));
}

export function median(sample: readonly number[]): number {
  return quantile(sample, 0.5);
}

/** What ninety-five of a hundred stay within. */
export function p95(sample: readonly number[]): number {
  return quantile(sample, 0.95);
}

export function greatest(sample: readonly number[]): number {
  return quantile(sample, 1);
}
