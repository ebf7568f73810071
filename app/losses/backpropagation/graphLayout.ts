import { HIDDEN, INPUTS, outputsOf, type Network } from '../../../src/losses/network/network.ts';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where the neurons of the three layers are, in pixels. */
export interface GraphLayout {
  readonly inputs: readonly Place[];
  readonly hidden: readonly Place[];
  readonly outputs: readonly Place[];
  /** Of a neuron. */
  readonly radius: number;
}

const WIDE = { left: 0.09, middle: 0.45, right: 0.78, radius: 30 };
const NARROW = { left: 0.1, middle: 0.48, right: 0.8, radius: 24 };
/** A graph narrower than this is that of a phone. */
const PHONE = 480;
const TOP = 0.2;
const BOTTOM = 0.8;

export function graphLayout({ pair }: Network, width: number, height: number): GraphLayout {
  const { left, middle, right, radius } = width < PHONE ? NARROW : WIDE;
  const column = (part: number, count: number): Place[] =>
    Array.from({ length: count }, (_, i) => ({
      x: part * width,
      y: height * (count === 1 ? 0.5 : TOP + ((BOTTOM - TOP) * i) / (count - 1)),
    }));
  return {
    inputs: column(left, INPUTS),
    hidden: column(middle, HIDDEN),
    outputs: column(right, outputsOf(pair)),
    radius,
  };
}

/** The point of an edge at which its number stands: nearer to where it begins, before the edges cross. */
export function numberPlace(from: Place, to: Place, radius: number): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = Math.max(0.36, (radius + 34) / length);
  return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
}
