/** Distributions are set in steps of this: printed with three decimals, they add up to 1. */
const PARTS = 1000;

/** The shares of numbers that are not negative, in thousandths that add up to 1; equal ones where all are 0. */
export function distributionOf(weights: readonly number[]): number[] {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const shares = weights.map((w) => (total > 0 ? (w / total) * PARTS : PARTS / weights.length));
  const parts = shares.map(Math.floor);
  // Those whose fractions are largest are rounded up until nothing is missing.
  const missing = PARTS - parts.reduce((sum, n) => sum + n, 0);
  const order = shares
    .map((_, k) => k)
    .sort((a, b) => shares[b] - parts[b] - (shares[a] - parts[a]) || a - b);
  for (const k of order.slice(0, missing)) parts[k] += 1;
  return parts.map((n) => n / PARTS);
}

/**
 * A distribution with another entry k. The others keep their shares of what is left; where they have none, they get
 * equal ones.
 */
export function withEntry(distribution: readonly number[], k: number, value: number): number[] {
  const entry = Math.round(Math.min(1, Math.max(0, value)) * PARTS) / PARTS;
  const others = distribution.reduce((sum, x, i) => (i === k ? sum : sum + x), 0);
  const scaled = distribution.map((x, i) =>
    i === k ? entry : others > 0 ? ((1 - entry) * x) / others : (1 - entry) / (distribution.length - 1),
  );
  return distributionOf(scaled);
}

/** One more entry, of the share that equal ones would have. */
export function withOneMore(distribution: readonly number[]): number[] {
  const n = distribution.length + 1;
  return withEntry([...distribution, 0], n - 1, 1 / n);
}

/** Without the last entry; the others keep their shares. */
export function withoutLast(distribution: readonly number[]): number[] {
  return distributionOf(distribution.slice(0, -1));
}

/** As many entries as asked for, of what there is. */
export function ofLength(weights: readonly number[], length: number): number[] {
  return distributionOf(Array.from({ length }, (_, k) => weights[k] ?? 0));
}
