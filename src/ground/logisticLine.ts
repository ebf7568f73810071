import type { LossId } from '../losses/registry.ts';
import type { Problem } from '../problems/problem.ts';
import type { NodeLine } from './nodeLine.ts';

/** Losses that are ln(1 + e^{−ys}) where there are two classes and one score. */
const LOGISTIC: ReadonlySet<LossId> = new Set<LossId>(['sigmoid-cross-entropy', 'softmax-cross-entropy']);

/** Samples whose exponentials are kept at a time, and points that they are kept for. */
const BLOCK = 512;
const AT_ONCE = 16;
/** Factors of a product whose logarithm is taken once. */
const GROUP = 8;
/** The product of as many factors 1 + e^z is finite up to here. */
const GREATEST_SCORE = 85;
/** How far it may be from f itself, as a part of that. */
const ROUNDING = 1e-12;

/**
 * The mean logistic loss at points in a row. From point to point the score of a sample grows by the same, so that its e^z
 * is multiplied by the same number; and a sum of logarithms is the logarithm of a product. An exponential and a logarithm
 * a loss become parts of one.
 *
 * @param otherwise takes the points where scores are so large that a product of exponentials would not be finite
 * @returns null where f is another function
 */
export function logisticLine(problem: Problem, otherwise: NodeLine): NodeLine | null {
  const { data, dimension } = problem;
  if (!data || dimension !== 2 || !data.classes || !LOGISTIC.has(data.loss)) return null;
  const { inputs, targets, count, penalty } = data;
  const biasPenalty = data.model === 'weights' ? penalty : 0;
  const powers = new Float64Array(BLOCK);
  const factors = new Float64Array(BLOCK);
  let square = 0;
  for (let i = 0; i < count; i++) square = Math.max(square, inputs[2 * i] ** 2 + inputs[2 * i + 1] ** 2);
  const longest = Math.sqrt(square);

  /** Adds the losses of a block of samples at each point. */
  function addBlock(
    begin: number,
    from: Float64Array,
    step: Float64Array,
    points: number,
    out: Float64Array,
  ) {
    const size = Math.min(BLOCK, count - begin);
    for (let i = 0; i < size; i++) {
      const x = -targets[begin + i] * inputs[2 * (begin + i)];
      const y = -targets[begin + i] * inputs[2 * (begin + i) + 1];
      powers[i] = Math.exp(from[0] * x + from[1] * y);
      factors[i] = Math.exp(step[0] * x + step[1] * y);
    }
    // What does not fill a group is a loss of 0.
    const filled = Math.ceil(size / GROUP) * GROUP;
    powers.fill(0, size, filled);
    factors.fill(0, size, filled);
    for (let point = 0; point < points; point++) {
      let sum = 0;
      for (let i = 0; i < filled; i += GROUP) {
        let product = 1;
        for (let k = i; k < i + GROUP; k++) {
          const power = powers[k];
          product *= 1 + power;
          powers[k] = power * factors[k];
        }
        sum += Math.log(product);
      }
      out[point] += sum;
    }
  }

  function valuesInto(from: Float64Array, step: Float64Array, points: number, out: Float64Array): void {
    const end = Math.hypot(from[0] + (points - 1) * step[0], from[1] + (points - 1) * step[1]);
    if (!(longest * Math.max(Math.hypot(from[0], from[1]), end) < GREATEST_SCORE)) {
      otherwise.valuesInto(from, step, points, out);
      return;
    }
    out.fill(0, 0, points);
    for (let begin = 0; begin < count; begin += BLOCK) addBlock(begin, from, step, points, out);
    for (let point = 0; point < points; point++) {
      const a = from[0] + point * step[0];
      const b = from[1] + point * step[1];
      out[point] = out[point] / count + 0.5 * (penalty * a * a + biasPenalty * b * b);
    }
  }

  return isOf(problem, valuesInto) ? { atOnce: AT_ONCE, valuesInto } : null;
}

/** Whether these are values of f: the same loss may be multiplied by something. */
function isOf(problem: Problem, valuesInto: NodeLine['valuesInto']): boolean {
  const somewhere = Float64Array.from(problem.start);
  const out = new Float64Array(1);
  valuesInto(somewhere, new Float64Array(2), 1, out);
  const value = problem.value(somewhere);
  return Math.abs(out[0] - value) <= ROUNDING * Math.abs(value);
}
