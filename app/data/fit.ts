import type { DataModel } from '../../src/problems/problem.ts';

/** The score of a sample: θ·x. */
export function scoreOf(
  { inputs }: Pick<DataModel, 'inputs'>,
  theta: ArrayLike<number>,
  sample: number,
): number {
  return theta[0] * inputs[2 * sample] + theta[1] * inputs[2 * sample + 1];
}

/** How many samples are on the side of their class; one on the line itself is not. */
export function onTheirSide(data: DataModel, theta: ArrayLike<number>): number {
  let right = 0;
  for (let i = 0; i < data.count; i++) if (data.targets[i] * scoreOf(data, theta, i) > 0) right += 1;
  return right;
}

/** The root mean square of what is predicted too much or too little. */
export function rootMeanSquareResidual(data: DataModel, theta: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < data.count; i++) squares += (scoreOf(data, theta, i) - data.targets[i]) ** 2;
  return Math.sqrt(squares / data.count);
}
