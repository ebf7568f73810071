import { expect, test } from 'vitest';
import '../../src/problems/data/atOnce.ts';
import { runToEnd } from '../../src/engine/simulate.ts';
import { createProblem } from '../../src/problems/createProblem.ts';
import { readScene } from '../../src/scene/readScene.ts';
import { taskKey, taskOf } from '../../src/scene/scene.ts';
import { createTrajectory, writePiece } from '../engine/trajectories.ts';
import { fitInPanel, fitOfRun, fitSentence } from './fitText.ts';

function trajectoryOf(problem: object, start: readonly number[]) {
  const { scene, issues } = readScene({
    problem,
    start,
    steps: 5,
    runs: [{ optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.1 } } }],
  });
  expect(issues).toEqual([]);
  const task = taskOf(scene, scene.runs[0]);
  const trajectory = createTrajectory(taskKey(task), task);
  for (const piece of runToEnd(task, trajectory.stride).pieces) writePiece(trajectory, piece);
  return trajectory;
}

const SEPARABLE = { id: 'iris', params: { negative: 'setosa', positive: 'versicolor' } };

test('a run’s fit counts the samples on their side, at its step', () => {
  // Setosa has the shorter and narrower petals.
  const trajectory = trajectoryOf(SEPARABLE, [-1, -1]);
  expect(fitOfRun(trajectory, 0, false)).toBe('Its line has 0 of 100 samples on their side.');
  const { data } = createProblem(trajectory.task.problem);
  if (!data) throw new Error('Iris has no data.');
  expect(fitInPanel('SGD', data, [1, 1])).toBe('SGD: 100 of 100 on their side');
  expect(fitSentence(data, [0, 0])).toBe('With both weights 0 there is no line.');
  expect(fitSentence(data, [Number.POSITIVE_INFINITY, 0])).toBe('');
});

test('why weights run away is said where the panel does not', () => {
  const trajectory = trajectoryOf(SEPARABLE, [-1, -1]);
  expect(fitOfRun(trajectory, 0, true)).toMatch(/on their side\. A line separates the classes, so no finite/);
});

test('of a number the residual is told, of a surface nothing', () => {
  expect(fitOfRun(trajectoryOf({ id: 'outlier-line' }, [0, 0]), 0, true)).toMatch(
    /^Its line misses by [\d.]+ \(root mean square\)\.$/,
  );
  expect(fitOfRun(trajectoryOf({ id: 'bowl' }, [1, 2]), 0, true)).toBe('');
  expect(fitOfRun(undefined, 0, true)).toBe('');
});
