import type { Problem } from '../problems/problem.ts';
import { logisticLine } from './logisticLine.ts';

/** f at points in a row, which may share work. */
export interface NodeLine {
  /** The most points a call should be given, so that it takes no more than a few milliseconds. */
  readonly atOnce: number;
  /** f at `from`, `from + step`, … into the first `count` entries. */
  valuesInto(from: Float64Array, step: Float64Array, count: number, out: Float64Array): void;
}

/** Losses of single samples in a call: some tenths of a millisecond. */
const IN_A_CALL = 20_000;

/** The quickest way to f at points in a row. */
export function nodeLine(problem: Problem): NodeLine {
  const plain = oneByOne(problem);
  return logisticLine(problem, plain) ?? plain;
}

function oneByOne(problem: Problem): NodeLine {
  const theta = new Float64Array(problem.dimension);
  const f = new Float64Array(1);
  return {
    atOnce: Math.max(1, Math.round(IN_A_CALL / problem.samples)),
    valuesInto(from, step, count, out) {
      for (let point = 0; point < count; point++) {
        for (let i = 0; i < theta.length; i++) theta[i] = from[i] + point * step[i];
        problem.valueInto(theta, f);
        out[point] = f[0];
      }
    },
  };
}
