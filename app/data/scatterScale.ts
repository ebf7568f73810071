import type { Scatter } from '../../src/engine/scatterDraws.ts';
import type { AxisMap } from './lineGeometry.ts';

/** The plane of the gradient in pixels, with the same scale on both axes. */
export interface ScatterScale {
  readonly x: AxisMap;
  readonly y: AxisMap;
  /** A round number on the axis across, where there is room for it. */
  readonly tick: number;
}

/** Room beside what is drawn, as a part of the width and height. */
const BESIDE = 0.1;
const ROUND = [1, 2, 5] as const;
/** The tick is at most so far from 0, as a part of what is in sight on its side. */
const TICK_AT_MOST = 0.8;

/**
 * 0, the whole gradient, its ellipse and all dots are in sight.
 * @param factor of the deviation of one sample, at which the ellipse lies
 */
export function scatterScale(
  { gradient, moments, dots }: Omit<Scatter, 'wanted'>,
  factor: number,
  width: number,
  height: number,
): ScatterScale {
  const [reachX, reachY] = [factor * Math.sqrt(moments.xx), factor * Math.sqrt(moments.yy)];
  let [left, right] = [Math.min(0, gradient[0] - reachX), Math.max(0, gradient[0] + reachX)];
  let [low, high] = [Math.min(0, gradient[1] - reachY), Math.max(0, gradient[1] + reachY)];
  for (let k = 0; k < dots.length; k += 2) {
    left = Math.min(left, dots[k]);
    right = Math.max(right, dots[k]);
    low = Math.min(low, dots[k + 1]);
    high = Math.max(high, dots[k + 1]);
  }
  const inner = 1 - 2 * BESIDE;
  const fitted = Math.min((inner * width) / (right - left), (inner * height) / (high - low));
  const scale = Number.isFinite(fitted) && fitted > 0 ? fitted : 1;
  const x = { offset: width / 2 - (scale * (left + right)) / 2, scale };
  const y = { offset: height / 2 + (scale * (low + high)) / 2, scale: -scale };
  const isRight = x.offset < width / 2;
  const room = (isRight ? width - x.offset : x.offset) / scale;
  return { x, y, tick: (isRight ? 1 : -1) * roundBelow(TICK_AT_MOST * room) };
}

/** The greatest of 1, 2 and 5 times a power of ten that is not above a positive value. */
function roundBelow(value: number): number {
  const power = Math.floor(Math.log10(value));
  const mantissa = ROUND.findLast((round) => Number(`${round}e${power}`) <= value) ?? 1;
  return Number(`${mantissa}e${power}`);
}
