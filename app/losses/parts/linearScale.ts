/** Numbers onto pixels, and back. */
export interface LinearScale {
  (value: number): number;
  /** The number at a pixel. */
  readonly invert: (pixel: number) => number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** The scale that takes the ends of `domain` to those of `range`; beyond them it goes on in the same way. */
export function linearScale(
  domain: readonly [number, number],
  range: readonly [number, number],
): LinearScale {
  const [from, to] = domain;
  const [first, last] = range;
  const scale = (value: number) => first + ((value - from) / (to - from)) * (last - first);
  const invert = (pixel: number) => from + ((pixel - first) / (last - first)) * (to - from);
  return Object.assign(scale, { invert, domain, range });
}
