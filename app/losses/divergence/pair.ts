import type { DivergenceReading } from '../../../src/losses/walk/divergenceTerms.ts';

/** What logarithms are taken to base e, or to base 2. */
export type Unit = 'nats' | 'bits';

export type Side = 'p' | 'q';

/** What all of the page is drawn from; readings are in its unit. */
export interface Pair {
  /** The truth. */
  readonly p: readonly number[];
  /** The prediction. */
  readonly q: readonly number[];
  readonly unit: Unit;
  /** From p to q. */
  readonly forward: DivergenceReading;
  /** The other way round. */
  readonly backward: DivergenceReading;
}

/** What a hand does to a bar. */
export interface BarHand {
  readonly onChange: (side: Side, k: number, to: number) => void;
  readonly onBegin: () => void;
  readonly onEnd: () => void;
}

/** A reading in nats, in a unit. */
export function inUnit(reading: DivergenceReading, unit: Unit): DivergenceReading {
  const scale = unit === 'bits' ? Math.LN2 : 1;
  return {
    crossEntropy: reading.crossEntropy / scale,
    entropy: reading.entropy / scale,
    divergence: reading.divergence / scale,
    terms: reading.terms.map((term) => term / scale),
  };
}
