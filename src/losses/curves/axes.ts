/** What the losses of one number are drawn over. */
export interface Axis {
  /** What it is called in formulas, in TeX, and on the figure. */
  readonly symbol: string;
  /** The stretch that is shown, and in which a prediction can be put. */
  readonly domain: readonly [number, number];
  /** An arrow key goes so far. */
  readonly step: number;
  /** Values and slopes that are shown, for a positive target; a loss that leaves them leaves the figure. */
  readonly values: readonly [number, number];
  readonly slopes: readonly [number, number];
  /** Whether there are two classes to choose the true one from; the margin and the residual hold it already. */
  readonly hasTarget: boolean;
}

/**
 * The margin y·s is positive where the sign of a score is right; the residual ŷ − y is how far a number is above its
 * target.
 */
export const AXES = {
  margin: {
    symbol: 'm',
    domain: [-3, 3],
    step: 0.1,
    values: [-0.9, 4],
    slopes: [-3.2, 0.6],
    hasTarget: false,
  },
  score: {
    symbol: 's',
    domain: [-6, 6],
    step: 0.1,
    values: [-1.4, 6],
    slopes: [-3.2, 0.6],
    hasTarget: true,
  },
  probability: {
    symbol: 'p',
    domain: [0, 1],
    step: 0.01,
    values: [-0.22, 4],
    slopes: [-7.6, 1.6],
    hasTarget: true,
  },
  residual: {
    symbol: 'r',
    domain: [-3, 3],
    step: 0.1,
    values: [-1.3, 5],
    slopes: [-3.2, 3.2],
    hasTarget: false,
  },
} as const satisfies Record<string, Axis>;

export type AxisId = keyof typeof AXES;

/** The slopes that are shown: a negative class turns them over. */
export function slopesShown(axis: AxisId, isPositive: boolean): readonly [number, number] {
  const [from, to] = AXES[axis].slopes;
  return AXES[axis].hasTarget && !isPositive ? [-to, -from] : [from, to];
}
