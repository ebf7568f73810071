import { describe, expect, test } from 'vitest';
import { runToEnd } from '../../src/engine/simulate.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskKey, taskOf } from '../../src/scene/scene.ts';
import { createTrajectory, writePiece } from '../engine/trajectories.ts';
import { summaryOf } from './summaryText.ts';
import { walkOf } from './walk.ts';

/** A scene and its trajectories, computed to their ends; each run an optimizer's id with its hyperparameters. */
function computed(
  problem: string,
  start: readonly number[],
  runs: readonly (readonly [id: string, hyperparameters: object])[],
  rest: object = {},
) {
  const { scene, issues } = readScene({
    problem: { id: problem },
    start,
    steps: 30,
    ...rest,
    runs: runs.map(([id, hyperparameters]) => ({ optimizer: { id, hyperparameters } })),
  });
  expect(issues).toEqual([]);
  const trajectories = scene.runs.map((run) => {
    const task = taskOf(scene, run);
    const trajectory = createTrajectory(taskKey(task), task);
    const { pieces, outcome } = runToEnd(task, trajectory.stride);
    for (const piece of pieces) writePiece(trajectory, piece);
    trajectory.outcome = outcome;
    return trajectory;
  });
  return { scene, trajectories };
}

const ZIGZAG = ['sgd', { learningRate: 0.095 }] as const;
const MOMENTUM = ['momentum', { learningRate: 0.04, momentum: 0.7 }] as const;

describe('a walk', () => {
  test('of gradient descent just below the stable rate turns back at each step but the first', () => {
    // y is multiplied by 1 − 0.095 · 20 = −0.9 a step.
    const { trajectories } = computed('bowl', [-4, 1], [ZIGZAG]);
    const walk = walkOf(trajectories[0], 14, [0, 0]);
    expect([walk?.steps, walk?.turns]).toEqual([14, 13]);
  });

  test('along the floor of a bowl is as long as it comes nearer, and turns nowhere', () => {
    const { trajectories } = computed('bowl', [-4, 0], [['sgd', { learningRate: 0.05 }]]);
    const walk = walkOf(trajectories[0], 20, [0, 0]);
    // x is multiplied by 0.95 a step.
    expect(walk?.walked).toBeCloseTo(4 * (1 - 0.95 ** 20), 12);
    expect(walk?.gained).toBeCloseTo(4 * (1 - 0.95 ** 20), 12);
    expect(walk?.turns).toBe(0);
  });

  test('of which the page has not every step is not told', () => {
    const { trajectories } = computed('bowl', [-4, 1], [ZIGZAG], { steps: 40_000 });
    expect(walkOf(trajectories[0], 100, [0, 0])).toBeNull();
  });

  test('that has left all bounds is not told', () => {
    const { trajectories } = computed('bowl', [-4, 1], [['sgd', { learningRate: 1e200 }]]);
    expect(walkOf(trajectories[0], 30, [0, 0])).toBeNull();
  });
});

describe('the summary', () => {
  test('begins with the focused run, its step and its loss', () => {
    const { scene, trajectories } = computed('bowl', [-4, 0], [['sgd', { learningRate: 0.5 }]]);
    // x = −4 · 0.5 ** 3, f = x² / 2.
    expect(summaryOf(scene, 0, trajectories, 3)).toBe('SGD, step 3 of 30: loss 0.125.');
  });

  test('says what the focused run has come to once it has', () => {
    const { scene, trajectories } = computed('bowl', [-4, 0], [['newton', { learningRate: 1 }]]);
    expect(summaryOf(scene, 0, trajectories, 30)).toBe('Newton, step 30 of 30: loss 0, converged.');
  });

  test('sets a run that goes to and fro against one that does not', () => {
    const { scene, trajectories } = computed('bowl', [-4, 1], [ZIGZAG, MOMENTUM]);
    const text = summaryOf(scene, 1, trajectories, 14);
    expect(text).toContain('SGD turned back at 13 of 14 steps');
    expect(text).toMatch(/Momentum never turned back, and came [\d.]+ nearer by walking [\d.]+\.$/);
  });

  test('of runs that all go steadily says who is nearest', () => {
    const slow = ['sgd', { learningRate: 0.004 }] as const;
    const { scene, trajectories } = computed('bowl', [-4, 0], [slow, ['sgd', { learningRate: 0.5 }]]);
    // x = −4 · 0.5 ** 5 = −0.125.
    expect(summaryOf(scene, 0, trajectories, 5)).toContain(
      'SGD 2 is nearest: 0.125 from the minimizer (0, 0).',
    );
  });

  test('where one has arrived and another has not says how many steps it took', () => {
    const slow = ['sgd', { learningRate: 0.1 }] as const;
    const { scene, trajectories } = computed('bowl', [-4, 0], [slow, ['sgd', { learningRate: 0.5 }]]);
    // 0.5 ** 7 is the first power of one half below 0.01; 0.9 ** 10 = 0.349.
    expect(summaryOf(scene, 0, trajectories, 10)).toContain(
      'SGD 2 needed 7 steps for 99 % of the way to the minimizer; after 10, SGD 1 still has 34.9 % to go.',
    );
  });

  test('where no minimizer is known says who is lowest', () => {
    const { scene, trajectories } = computed(
      'saddle',
      [0, 0.5],
      [
        ['sgd', { learningRate: 0.1 }],
        ['sgd', { learningRate: 0.2 }],
      ],
    );
    // y grows by 1 + 2 · 0.2 a step, f = −y².
    expect(summaryOf(scene, 0, trajectories, 2)).toContain('SGD 2 is lowest, at −0.960.');
  });

  test('leaves out runs that are hidden or have diverged', () => {
    const { scene, trajectories } = computed(
      'bowl',
      [-4, 1],
      [MOMENTUM, ['sgd', { learningRate: 9 }], ZIGZAG],
    );
    const hidden = { ...scene, runs: scene.runs.map((run, i) => (i === 2 ? { ...run, hidden: true } : run)) };
    expect(summaryOf(hidden, 0, trajectories, 30)).toMatch(/^Momentum, step 30 of 30: loss [^ ]+\.$/);
  });

  test('says nothing without runs, which the list does, and of none that has begun says so', () => {
    const { scene } = computed('bowl', [-4, 1], []);
    expect(summaryOf(scene, 0, [], 0)).toBe('');
    const waiting = computed('bowl', [-4, 1], [MOMENTUM]).scene;
    const task = taskOf(waiting, waiting.runs[0]);
    expect(summaryOf(waiting, 0, [createTrajectory('', task)], 0)).toBe('The first points are on their way.');
  });
});
