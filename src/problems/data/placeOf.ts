import type { KinkedFunction } from './kinkedMinimizer.ts';

/** What rounding leaves of a slope of 0, in parts of the slopes that are added up. */
const ROUNDING = 1e-11;

/** A direction in which the slope of f may have a corner: across it the slope of a sample changes, if there is one. */
interface Turn {
  readonly u: number;
  readonly v: number;
  readonly angle: number;
  readonly corner: number | null;
}

/**
 * Where every direction leads up from a point, 0 lies within the subdifferential, and nowhere else is f as small; where
 * one leads neither up nor down, f is as small elsewhere.
 */
export function placeOf(f: KinkedFunction, point: readonly number[]): 'least' | 'among least' | 'higher' {
  const { inputs, kinks, count, penalties } = f;
  const slopes = [penalties[0] * point[0], penalties[1] * point[1]];
  const corners: number[] = [];
  let size = Math.abs(slopes[0]) + Math.abs(slopes[1]);
  for (let i = 0; i < count; i++) {
    const { at, from, to } = kinks[i];
    const x = inputs[2 * i];
    const y = inputs[2 * i + 1];
    const beyond = x * point[0] + y * point[1] - at;
    const terms = Math.abs(x * point[0]) + Math.abs(y * point[1]) + Math.abs(at);
    const isCorner = Math.abs(beyond) <= ROUNDING * terms;
    const slope = beyond < 0 ? from : to;
    const steepest = isCorner ? Math.max(Math.abs(from), Math.abs(to)) : Math.abs(slope);
    size += (steepest * (Math.abs(x) + Math.abs(y))) / count;
    if (isCorner) corners.push(i);
    else {
      slopes[0] += (slope * x) / count;
      slopes[1] += (slope * y) / count;
    }
  }
  const turns = turnsOf(f, corners);
  // Between two turns f's slope is linear in the direction: those decide. It is known at one and changed from turn to turn.
  const before = turns[turns.length - 1].angle - 2 * Math.PI;
  const first = (before + turns[0].angle) / 2;
  const isBeyond = new Map<number, boolean>();
  for (const i of corners) {
    const rises = inputs[2 * i] * Math.cos(first) + inputs[2 * i + 1] * Math.sin(first) > 0;
    isBeyond.set(i, rises);
    const slope = rises ? kinks[i].to : kinks[i].from;
    slopes[0] += (slope * inputs[2 * i]) / count;
    slopes[1] += (slope * inputs[2 * i + 1]) / count;
  }
  let isAlone = true;
  for (const { u, v, corner } of turns) {
    const slope = slopes[0] * u + slopes[1] * v;
    const bound = ROUNDING * size * Math.hypot(u, v);
    if (slope < -bound) return 'higher';
    const isCurved = penalties[0] * u * u + penalties[1] * v * v > 0;
    isAlone &&= isCurved || slope > bound;
    if (corner === null) continue;
    const { from, to } = kinks[corner];
    const change = (isBeyond.get(corner) ? from - to : to - from) / count;
    isBeyond.set(corner, !isBeyond.get(corner));
    slopes[0] += change * inputs[2 * corner];
    slopes[1] += change * inputs[2 * corner + 1];
  }
  return isAlone ? 'least' : 'among least';
}

/** The directions along the corners, and those of the axes: the bias, which no penalty curves, is one of its own. */
function turnsOf({ inputs }: KinkedFunction, corners: readonly number[]): readonly Turn[] {
  const turn = (u: number, v: number, corner: number | null) => ({ u, v, corner, angle: Math.atan2(v, u) });
  const axes = [turn(1, 0, null), turn(0, 1, null), turn(-1, 0, null), turn(0, -1, null)];
  const along = corners.flatMap((i) => {
    const [x, y] = [inputs[2 * i], inputs[2 * i + 1]];
    return x === 0 && y === 0 ? [] : [turn(y, -x, i), turn(-y, x, i)];
  });
  return [...axes, ...along].toSorted((a, b) => a.angle - b.angle);
}
