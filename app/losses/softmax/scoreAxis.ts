/** Ends of the axis of scores, in which a hand moves them; those beyond are typed. */
const ENDS = [10, 100, 1000, 10_000];

/** How far the axis of scores goes to both sides: no farther than it must. */
export function scoreAxis(scores: readonly number[]): number {
  const largest = Math.max(...scores.map(Math.abs));
  return ENDS.find((end) => largest <= end) ?? largest;
}
