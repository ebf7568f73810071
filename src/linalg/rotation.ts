/** Cosine and sine of a turn: R = [[cos, −sin], [sin, cos]]. */
export interface Rotation {
  readonly cos: number;
  readonly sin: number;
}

const QUARTERS: readonly Rotation[] = [
  { cos: 1, sin: 0 },
  { cos: 0, sin: 1 },
  { cos: -1, sin: 0 },
  { cos: 0, sin: -1 },
];

/** The counter-clockwise turn by an angle in degrees; exact at quarter turns, so that axes go to axes. */
export function rotationBy(degrees: number): Rotation {
  const turn = ((degrees % 360) + 360) % 360;
  if (turn % 90 === 0) return QUARTERS[turn / 90];
  const angle = (turn * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}
