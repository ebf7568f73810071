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
  /** Where the cost stands. */
  readonly cost: Place & { readonly isBeside: boolean };
  /** Of a neuron. */
  readonly radius: number;
  /** Pixels of a line of small type. */
  readonly line: number;
  /** So far to the left stands what is above and below a hidden neuron, where edges fan out to its right. */
  readonly aside: number;
}

/** Parts of the width at which the layers stand. */
const WIDE = { left: 0.08, middle: 0.41, right: 0.74, radius: 30 };
const NARROW = { left: 0.1, middle: 0.43, right: 0.75, radius: 24 };
/** The cost beside the outputs, or below the inputs where there is no room. */
const BESIDE = 0.95;
const BELOW = 0.17;
/** A graph narrower than this is that of a phone. */
const PHONE = 480;
/** Parts of the height between which two neurons stand, or three. */
const TWO = [0.2, 0.8];
const THREE = [0.14, 0.86];
const LINE = 18;
const ASIDE = 14;

/** @param scaleOfType of the type, beside that of a screen */
export function graphLayout(
  { pair }: Network,
  width: number,
  height: number,
  scaleOfType: number,
): GraphLayout {
  const isPhone = width < PHONE;
  // On a phone type is that of a phone, whatever the theme.
  const scale = isPhone ? 1 : scaleOfType;
  const isBeside = !isPhone && scale === 1;
  const { left, middle, right, radius } = isPhone ? NARROW : WIDE;
  const column = (part: number, count: number): Place[] => {
    const [top, bottom] = count > 2 ? THREE : TWO;
    return Array.from({ length: count }, (_, i) => ({
      x: part * width,
      y: height * (count === 1 ? 0.5 : top + ((bottom - top) * i) / (count - 1)),
    }));
  };
  return {
    inputs: column(left, INPUTS),
    hidden: column(middle, HIDDEN),
    outputs: column(right, outputsOf(pair)),
    cost: { x: (isBeside ? BESIDE : BELOW) * width, y: isBeside ? height / 2 : height - 6, isBeside },
    radius: radius * scale,
    line: LINE * scale,
    aside: isPhone || (!isBeside && outputsOf(pair) > 1) ? ASIDE * scale : 0,
  };
}

/** The point of an edge at which its number stands: nearer to where it begins, before the edges cross. */
export function numberPlace(from: Place, to: Place, { radius, line }: GraphLayout): Place {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const part = Math.max(0.36, (radius + 2 * line) / length);
  return { x: from.x + part * (to.x - from.x), y: from.y + part * (to.y - from.y) };
}
