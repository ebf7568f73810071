/** Scales are 1, 2 or 5 with zeros. */
const STEPS = [1, 2, 5, 10] as const;

/**
 * How many times shorter an arrow is drawn than it is, so that it is as long as it may be at most and more than two fifths
 * of it: 1000 is a drawing of 1 : 1,000, 0.05 one of 20 : 1. 1 for an arrow without a length.
 * @param pixels its own length on the map
 * @param most how long it may be drawn
 */
export function drawingScale(pixels: number, most: number): number {
  const least = pixels / most;
  if (!(least > 0) || least === Number.POSITIVE_INFINITY) return 1;
  const decade = Math.floor(Math.log10(least));
  // Powers of ten below 1 are quotients: 10 ** −2 is 0.01, and 5 · 10 ** −2 is not 0.05.
  const times = (step: number) => (decade < 0 ? step / 10 ** -decade : step * 10 ** decade);
  return times(STEPS.find((step) => times(step) >= least) ?? STEPS[3]);
}
