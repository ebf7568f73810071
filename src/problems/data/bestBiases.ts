import type { KinkedFunction } from './kinkedMinimizer.ts';

/** So often the weight is found anew from the biases that go with it. */
const ROUNDS = 4;
/** What rounding leaves of a slope of 0, in parts of the slopes that are added up. */
const ROUNDING = 1e-12;

/**
 * The ends of the segment where a function of weight and bias is least, if it is one: a penalty gives the weight one best
 * value, but leaves the bias alone, so that as many slopes of −1 as of 1 leave f flat along the bias between two corners.
 * Null where the penalty holds both or none, and where f is least elsewhere.
 * @param near the weight, about
 */
export function bestBiases(f: KinkedFunction, near: number): readonly (readonly number[])[] | null {
  const { count, inputs, kinks, penalties } = f;
  if (!(penalties[0] > 0 && penalties[1] === 0)) return null;
  let weight = near;
  for (let round = 0; round < ROUNDS; round++) {
    const flat = flatBiases(f, weight);
    if (!flat) return null;
    const middle = (flat[0] + flat[1]) / 2;
    let slope = 0;
    for (let i = 0; i < count; i++) {
      const { at, from, to } = kinks[i];
      slope += ((inputs[2 * i] * weight + middle < at ? from : to) * inputs[2 * i]) / count;
    }
    // The slopes do not change within the flat part, so that this is least where they are right.
    const best = -slope / penalties[0];
    if (best === weight)
      return [
        [best, flat[0]],
        [best, flat[1]],
      ];
    weight = best;
  }
  return null;
}

/** Between which biases f has no slope, for a given weight; null where it has its least value at one bias. */
function flatBiases(
  { count, inputs, kinks }: KinkedFunction,
  weight: number,
): readonly [number, number] | null {
  const corners = Array.from({ length: count }, (_, i) => i)
    .map((i) => ({ bias: kinks[i].at - inputs[2 * i] * weight, rise: kinks[i].to - kinks[i].from }))
    .toSorted((a, b) => a.bias - b.bias);
  let slope = kinks.reduce((sum, { from }) => sum + from, 0);
  const size = kinks.reduce((sum, { from, to }) => sum + Math.abs(from) + Math.abs(to), 0);
  for (let i = 0; i + 1 < count; i++) {
    slope += corners[i].rise;
    if (slope > ROUNDING * size) return null;
    const [from, to] = [corners[i].bias, corners[i + 1].bias];
    // Equal corners differ by rounding.
    const isWide = to - from > ROUNDING * (1 + Math.abs(from) + Math.abs(to));
    if (slope >= -ROUNDING * size && isWide) return [from, to];
  }
  return null;
}
