import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../engine/explain.ts';
import { taskWith } from '../../engine/recordedRun.ts';
import { OPTIMIZERS, type OptimizerId } from '../../optimizers/registry.ts';
import { createProblem } from '../../problems/createProblem.ts';
import { REPEATABLE, sceneArbitrary } from '../../scene/sceneArbitrary.ts';
import { taskOf, type Task } from '../../scene/scene.ts';
import { ROSENBROCK, step } from './forTests.ts';
import { piecesOf, spokenWhy } from './pieces.ts';
import { FAMILY_RULES, saidOf, whyOf, type Said } from './why.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
const OPENING = { learningRate: 0.1, beta2: 0.99 };
const saidAt = (...given: Parameters<typeof step>) => {
  const { task, explanation } = step(...given);
  return saidOf(task, explanation);
};
const textOf = (said: readonly Said[]) => said.map(({ sentence }) => sentence).join(' ');

test('Adam at step 37 of Rosenbrock’s valley', () => {
  const { task, explanation } = step(ROSENBROCK, 37, 'adam', OPENING);
  const why = whyOf(task, explanation) ?? '';
  expect(why).toBe(
    'The gradient points straight across the ravine. ' +
      'Its average has turned 26° down the valley; dividing by $\\sqrt{\\hat v}$ turns the step 17° more.',
  );
  expect(spokenWhy(why)).toContain('dividing by the square root of v hat turns the step 17° more.');
  expect(piecesOf(why).filter(({ isTex }) => isTex)).toEqual([
    { text: String.raw`\sqrt{\hat v}`, isTex: true },
  ]);
});

test('momentum at step 27', () => {
  expect(textOf(saidAt(ROSENBROCK, 27, 'momentum'))).toBe(
    'The gradient points straight across the ravine, and the step crosses its floor. ' +
      'The velocity kept from before points 119° away, mostly along it; their sum is the step taken.',
  );
});

describe('what is told', () => {
  test('begins with what happens in this step only', () => {
    const run = { modifiers: [{ id: 'lookahead', hyperparameters: { k: 5 } }] };
    expect(saidAt(ROSENBROCK, 35, 'adam', OPENING, run).map(({ rule }) => rule)[0]).toBe('goesBack');
    expect(saidAt(ROSENBROCK, 36, 'adam', OPENING, run).map(({ rule }) => rule)).not.toContain('goesBack');
  });

  test('is one sentence where the run diverges or rests', () => {
    const diverging = saidAt({ problem: { id: 'bowl' }, start: [3, -2], steps: 9 }, 1, 'momentum', {
      learningRate: 1e200,
    });
    expect(diverging.map(({ rule }) => rule)).toEqual(['diverges']);
    const resting = saidAt({ problem: { id: 'saddle' }, start: [1.5, 0], steps: 9 }, 3, 'newton');
    expect(resting.map(({ rule }) => rule)).toEqual(['isAtRest']);
  });

  test('says the same thing once', () => {
    const overshoot = saidAt({ problem: { id: 'bowl' }, start: [0.1, 2], steps: 9 }, 1, 'sgd', {
      learningRate: 0.25,
    });
    expect(overshoot.map(({ rule }) => rule)).toEqual(['overshootsFloor']);
    const newton = textOf(saidAt(ROSENBROCK, 2, 'newton'));
    expect(newton.match(/rises/g)).toHaveLength(1);
  });

  test('is nothing where no rule speaks', () => {
    const { task, explanation } = step(ROSENBROCK, 4, 'sgd', { learningRate: 0.002 });
    expect(whyOf(task, explanation)).toBeNull();
    expect(piecesOf('')).toEqual([]);
  });
});

test.each(IDS)('%s has rules of its own that speak on Rosenbrock’s valley', (id) => {
  const own = Object.keys(FAMILY_RULES[id]);
  const heard = new Set([1, 2, 12, 60].flatMap((t) => saidAt(ROSENBROCK, t, id).map(({ rule }) => rule)));
  expect(own.some((rule) => heard.has(rule))).toBe(true);
});

const UNSAYABLE = /NaN|undefined|null|Infinity|∞|\[object|−0\b|(?<![\d.])[01]°| {2}|\d{7}/;

function expectSayable(said: readonly Said[], task: Task, t: number) {
  const where = `${task.optimizer.id}, step ${t}: ${textOf(said)}`;
  expect(said.length, where).toBeLessThanOrEqual(2);
  for (const { sentence } of said) {
    expect(sentence, where).toMatch(/^[A-Z$][^\n]*\.$/);
    expect(sentence, where).not.toMatch(UNSAYABLE);
    expect(sentence.split('$').length % 2, where).toBe(1);
    expect(spokenWhy(sentence), where).not.toMatch(/[\\{}@$^]/);
  }
}

/** In the plane, from the directions of both. */
function degreesBetween(a: Float64Array, b: Float64Array): number {
  const turn = Math.abs(Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]));
  return (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI;
}

describe('any step of any scene', () => {
  test('is told in sentences that can be said', () => {
    fc.assert(
      fc.property(sceneArbitrary, fc.constantFrom(1, 2, 3, 7), (scene, t) => {
        for (const run of scene.runs) {
          const task = taskOf({ ...scene, steps: Math.min(scene.steps, 8) }, run);
          const explanation = explain(task, t);
          if (explanation) expectSayable(saidOf(task, explanation), task, t);
        }
      }),
      REPEATABLE,
    );
  });

  const CALM = ['rosenbrock', 'bowl', 'himmelblau', 'saddle', 'rotated-bowl', 'beale', 'matyas'];
  const calmTask = fc
    .record({
      problem: fc.constantFrom(...CALM),
      id: fc.constantFrom(...IDS),
      x: fc.double({ min: -2, max: 2, noNaN: true }),
      y: fc.double({ min: -2, max: 2, noNaN: true }),
      noise: fc.constantFrom(0, 0, 1),
    })
    .map(({ problem, id, x, y, noise }) =>
      taskWith({ problem: { id: problem }, start: [x, y], steps: 40, sampling: { noise, batchSize: 1 } }, id),
    );

  test('what is said of it is so', () => {
    let claims = 0;
    fc.assert(
      fc.property(calmTask, fc.integer({ min: 1, max: 40 }), (task, t) => {
        const explanation = explain(task, t);
        if (!explanation) return;
        const said = saidOf(task, explanation);
        expectSayable(said, task, t);
        const text = textOf(said);
        const { theta, g, loss, lossAfter, update } = explanation;
        const problem = createProblem(task.problem);
        if (text.includes('ends higher') || text.includes('loss rises')) {
          claims += 1;
          expect(lossAfter).toBeGreaterThan(loss);
        }
        if (text.includes('uphill')) {
          const slope = new Float64Array(2);
          problem.gradient(theta, slope);
          expect(slope[0] * update[0] + slope[1] * update[1]).toBeGreaterThan(0);
        }
        if (/^The gradient points (straight )?across/.test(text)) {
          claims += 1;
          // Along the gradient the loss curves up nearly as strongly as anywhere, at least ten times as beside it.
          const H = new Float64Array(4);
          problem.hessian(theta, H);
          const mean = (H[0] + H[3]) / 2;
          const radius = Math.hypot((H[0] - H[3]) / 2, H[1]);
          expect(mean + radius).toBeGreaterThanOrEqual(9.999 * Math.abs(mean - radius));
          const along =
            (H[0] * g[0] ** 2 + 2 * H[1] * g[0] * g[1] + H[3] * g[1] ** 2) / (g[0] ** 2 + g[1] ** 2);
          const steep = mean + radius;
          const share = (along - (mean - radius)) / (steep - (mean - radius));
          expect(share).toBeGreaterThanOrEqual(Math.cos(Math.PI / 6) ** 2 - 1e-9);
        }
        const turn = / average(?: of the gradients)? has turned (\d+)°/.exec(text);
        if (turn && task.optimizer.id !== 'qhadam') {
          claims += 1;
          expect(Math.round(degreesBetween(g, explanation.after.mHat))).toBe(Number(turn[1]));
        }
        const pull = /velocity kept from before points (\d+)° away[^;.]*; their sum/.exec(text);
        if (pull && task.optimizer.id === 'momentum') {
          claims += 1;
          const pushed = g.map((entry) => -entry);
          expect(Math.round(degreesBetween(explanation.before.v, pushed))).toBe(Number(pull[1]));
        }
      }),
      REPEATABLE,
    );
    expect(claims).toBeGreaterThan(50);
  });
});
