import { expect } from 'vitest';
import { explain, type Explanation } from '../../engine/explain.ts';
import { taskWith } from '../../engine/recordedRun.ts';
import { createProblem } from '../../problems/createProblem.ts';
import type { Task } from '../../scene/scene.ts';
import { pictureOf } from '../arrows.ts';
import type { PictureArrow, StepPicture } from './stepPicture.ts';

// For tests only: steps of short runs, and what is drawn of them.

export const SAM = { id: 'sam', hyperparameters: { rho: 0.3 } };
export const decay = (mode: 'l2' | 'decoupled') => ({
  id: 'weight-decay',
  hyperparameters: { coefficient: 0.7, mode },
});
export const LOOKAHEAD = { id: 'lookahead', hyperparameters: { k: 3, alpha: 0.4 } };
export const MODIFIED = [
  [],
  [SAM],
  [decay('l2')],
  [decay('decoupled')],
  [LOOKAHEAD],
  [SAM, decay('l2'), LOOKAHEAD],
  [decay('decoupled'), LOOKAHEAD],
];
export const HIMMELBLAU = { problem: { id: 'himmelblau' }, start: [3.4, 1.5], steps: 9 };
export const PLACES = [
  HIMMELBLAU,
  { problem: { id: 'matrix-regression' }, start: [0.5, -1, 2, 3], steps: 9 },
  { problem: { id: 'reddi' }, start: [0.4], steps: 9 },
];

export interface Seen {
  readonly task: Task;
  readonly step: Explanation;
  readonly picture: StepPicture;
}

export function see(task: Task, t: number): Seen {
  const step = explain(task, t) ?? expect.fail(`there is no step ${t}`);
  return { task, step, picture: pictureOf(task, step) };
}

export const seen = (
  id: string,
  hyperparameters: object,
  t = 3,
  modifiers: readonly unknown[] = [],
  place: object = HIMMELBLAU,
) => see(taskWith({ ...place }, id, { ...hyperparameters }, { modifiers }), t);

export const termsOf = ({ arrows }: StepPicture) => arrows.filter(({ isTerm }) => isTerm);
export const named = ({ arrows }: StepPicture, template: string) =>
  arrows.find((arrow) => arrow.template === template) ??
  expect.fail(`${template} is not among ${arrows.map((arrow) => arrow.template).join(', ')}`);
export const tip = ({ from, vector }: PictureArrow) => [...from].map((x, i) => x + vector[i]);

export function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, digits = 12) {
  expect(actual.length).toBe(expected.length);
  const size = Math.max(1, ...Array.from(expected, Math.abs));
  Array.from(actual).forEach((x, i) => expect(x / size).toBeCloseTo(expected[i] / size, digits));
}

export function gradientAt(
  { problem }: { readonly problem: { readonly id: string } },
  point: Float64Array,
): number[] {
  const out = new Float64Array(point.length);
  createProblem(taskWith({ problem, start: [...point] }, 'sgd').problem).gradient(point, out);
  return [...out];
}
