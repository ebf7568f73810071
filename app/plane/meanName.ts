import type { Ellipse } from '../noise/spread.ts';
import {
  boxBeside,
  freePlaceBeside,
  isFree,
  placeBeside,
  type Box,
  type Ink,
  type PlacedBox,
} from './labelSolver.ts';

/** Where the name of a cloud’s mean stands: in which direction, and how far out. */
export interface MeanNamePlace {
  readonly box: PlacedBox;
  readonly gap: number;
}

type Size = Pick<Box, 'width' | 'height'>;

/** Pixels from the mean beyond a narrow ellipse; a wide one may be covered, so that the name stays near. */
const NEAR = 10;
const MOST_OF_ELLIPSE = 36;
/** And beyond that, where all that is nearer is taken. */
const FARTHER = [0, 16, 36, 60, 88] as const;
/** So much of a name may lie on paths. */
const LITTLE_INK = 0.08;
/** A name that stands somewhere stays there until so much lies on them. */
const TOO_MUCH_INK = 0.2;
/** Sides of the boxes that stand for an ellipse, and for a dot. */
const ALONG = 8;
const DOT = 6;

/**
 * Chooses the nearest place beside the mean that covers nothing; else one that covers little.
 * @param before where it stood: it stays, if it can, while the mean moves
 */
export function placeMeanName(
  ellipse: Ellipse,
  size: Size,
  obstacles: readonly Box[],
  frame: Size,
  ink: Ink,
  before: MeanNamePlace | null,
): MeanNamePlace {
  const { x, y, minor } = ellipse;
  if (before) {
    const box = boxBeside(x, y, size, before.gap, before.box.place);
    if (isFree(box, obstacles, frame) && ink(box) < TOO_MUCH_INK) return { box, gap: before.gap };
  }
  const nearest = NEAR + Math.min(minor, MOST_OF_ELLIPSE);
  let free: MeanNamePlace | null = null;
  for (const farther of FARTHER) {
    const gap = nearest + farther;
    const box = freePlaceBeside(x, y, size, gap, obstacles, frame, { ink });
    if (box && ink(box) < LITTLE_INK) return { box, gap };
    if (box) free ??= { box, gap };
  }
  return free ?? { box: placeBeside(x, y, size, nearest, obstacles, frame), gap: nearest };
}

/** Boxes along the longer axis of an ellipse. */
export function boxesOf({ x, y, major, angle }: Ellipse): Box[] {
  return [-1, -0.5, 0.5, 1].map((part) =>
    square(x + part * major * Math.cos(angle), y + part * major * Math.sin(angle), ALONG),
  );
}

/** Boxes around the dots of a cloud. */
export function boxesAround(xs: Float64Array, ys: Float64Array): Box[] {
  return Array.from(xs, (x, k) => square(x, ys[k], DOT));
}

function square(x: number, y: number, side: number): Box {
  return { x: x - side / 2, y: y - side / 2, width: side, height: side };
}
