import { expect, test } from 'vitest';
import { createProblem } from '../problems/createProblem.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf, type Run } from '../scene/scene.ts';
import { pathOf } from '../engine/recordedRun.ts';
import { OPTIMIZERS, type OptimizerId } from '../optimizers/registry.ts';
import { LECTURES } from '../specs/citation.ts';
import { following, PRINTED } from './forms.ts';
import type { Literal, Numbers } from './literal.ts';
import { LITERAL_MUON } from './literalMatrices.ts';
import { LITERAL } from './literalRules.ts';

// “Use this form” follows the slide: a run of twenty steps, beside the slide's lines written out.

const PLANE = { problem: { id: 'himmelblau' }, start: [0.5, -0.7] };
const MATRIX = { problem: { id: 'matrix-regression' }, start: [0.3, -0.6, 0.2, 0.5] };
const STEPS = 20;
/** None of them a default, so that a setting that is not read shows. */
const CHANGED: Readonly<Record<string, number>> = {
  learningRate: 0.01,
  momentum: 0.8,
  rho: 0.85,
  beta1: 0.8,
  beta2: 0.95,
  epsilon: 1e-3,
  weightDecay: 0.2,
};

function sceneWith(json: object, optimizer: OptimizerId) {
  const names = Object.keys(OPTIMIZERS[optimizer].hyperparameters);
  const hyperparameters = Object.fromEntries(
    Object.entries(CHANGED).filter(([name]) => names.includes(name)),
  );
  const { scene, issues } = readScene({
    ...json,
    steps: STEPS,
    runs: [{ optimizer: { id: optimizer, hyperparameters } }],
  });
  expect(issues).toEqual([]);
  return scene;
}

function largestDeviation(actual: readonly Numbers[], expected: readonly Numbers[]): number {
  expect(actual.length).toBe(expected.length);
  const errors = expected.flatMap((point, t) =>
    point.map((x, i) => Math.abs(x - actual[t][i]) / Math.max(1, Math.abs(x))),
  );
  return Math.max(...errors);
}

function hold(json: object, optimizer: OptimizerId, formed: (run: Run, n: number) => Run, literal: Literal) {
  const scene = sceneWith(json, optimizer);
  const run = formed(scene.runs[0], scene.start.length);
  const problem = createProblem(scene.problem);
  const n = problem.dimension;
  const draw = { t: 1, batch: null };
  const expected = literal({
    start: scene.start,
    steps: STEPS,
    h: run.optimizer.hyperparameters,
    gradient(point) {
      const out = new Float64Array(n);
      problem.gradient(Float64Array.from(point), out, draw);
      return [...out];
    },
    hessian(point) {
      const out = new Float64Array(n * n);
      problem.hessian(Float64Array.from(point), out, draw);
      return [...out];
    },
  });
  const actual = pathOf(taskOf(scene, run));
  expect(largestDeviation(actual, expected)).toBeLessThan(1e-12);
}

const literal: Readonly<Record<string, Readonly<Record<string, readonly Literal[]>>>> = {
  ...LITERAL,
  muon: LITERAL_MUON,
};
const ids = Object.keys(PRINTED.optimizers) as OptimizerId[];

for (const id of ids)
  for (const lecture of LECTURES) {
    const forms = PRINTED.optimizers[id].filter((form) => form.lecture === lecture);
    const evaluable = forms.filter(({ lines, code }) => lines.length > 0 || code !== undefined);
    const rules = literal[id]?.[lecture] ?? [];
    test(`every form of ${id} that ${lecture} prints has its lines written out`, () => {
      expect(rules.length).toBe(evaluable.length);
    });
    for (const [i, form] of evaluable.entries())
      test(`a run that uses the form of ${id} in ${lecture}, ${form.at}, follows it`, () => {
        const json = id === 'muon' ? MATRIX : PLANE;
        hold(json, id, (run, n) => following(run, 'optimizer', form, n), rules[i]);
      });
  }
