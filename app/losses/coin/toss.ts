import type { CoinCurves, Flips } from '../../../src/losses/walk/coinWalk.ts';

/** What all of the page is drawn from. */
export interface Toss {
  /** The probability of heads that is tried. */
  readonly p: number;
  readonly counts: Flips;
  readonly curves: CoinCurves;
  /** The probability of heads under which the flips are most likely. */
  readonly most: number;
  readonly likelihood: number;
  /** Its negative logarithm. */
  readonly loss: number;
}

/** What a hand does to the probability. */
export interface Hand {
  readonly onChange: (p: number) => void;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}
