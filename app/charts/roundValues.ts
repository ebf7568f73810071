const ROUND = [1, 2, 5] as const;
const MOST_TICKS = 5;

/** 1, 2, 5, 10, … between two numbers; powers of ten alone, or every so-manieth, where these are many. */
export function roundBetween(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const last = Math.ceil(Math.log10(high));
  const among = (mantissas: readonly number[]) =>
    Array.from({ length: last - first + 1 }, (_, i) => mantissas.map((m) => Number(`${m}e${first + i}`)))
      .flat()
      .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  const all = among(ROUND);
  if (all.length <= MOST_TICKS) return all;
  const tens = among([1]);
  const stride = Math.ceil(tens.length / MOST_TICKS);
  return tens.filter((_, i) => i % stride === 0);
}
