import { describe, expect, test } from 'vitest';
import type { Piece } from '../../src/engine/trajectory.ts';
import { taskOf } from '../../src/scene/scene.ts';
import { createTrajectory, type Trajectory } from '../engine/trajectories.ts';
import { OPENING_SCENE } from '../store/openingScene.ts';
import { closeStretches, createCloseSteps, type Stretch } from './closeSteps.ts';
import { PLANE } from './pathFixture.ts';
import { fitDomain } from './viewport.ts';

/** A run of 200,000 steps along the x-axis from 0 to 200, recorded every tenth step: at step t it is at t/1000. */
function longRun(): Trajectory {
  const task = { ...taskOf(OPENING_SCENE, OPENING_SCENE.runs[0]), steps: 200_000 };
  const trajectory = createTrajectory('long', task);
  expect(trajectory.stride).toBe(10);
  for (let row = 0; row <= 20_000; row++) {
    trajectory.steps[row] = 10 * row;
    trajectory.points.set([row / 100, 0], 2 * row);
  }
  trajectory.rows = 20_001;
  trajectory.outcome = {
    kind: 'finished',
    step: 200_000,
    evaluations: { value: 0, gradient: 200_000, hessian: 0 },
  };
  return trajectory;
}

const viewFrom = (x: number, width: number) =>
  fitDomain({ x: [x, x + width], y: [-width / 4, width / 4] }, 800, 400);

describe('the stretches of a long run that a view needs', () => {
  test('are those that pass through it, with a little room', () => {
    // 800 pixels for 2 units: 2,000 steps, and 64 pixels on each side are 160 steps.
    const [[from, to], ...others] = closeStretches(longRun(), viewFrom(50, 2), PLANE);
    expect(others).toEqual([]);
    expect(from).toBeLessThanOrEqual(50_000 - 160);
    expect(from).toBeGreaterThan(50_000 - 200);
    expect(to).toBeGreaterThanOrEqual(52_000 + 160);
    expect(to).toBeLessThan(52_000 + 200);
  });

  test('are none where single steps would not show', () => {
    expect(closeStretches(longRun(), viewFrom(50, 8), PLANE)).toEqual([]);
    expect(closeStretches(longRun(), viewFrom(-10, 220), PLANE)).toEqual([]);
  });

  test('are the first ones where they are too many', () => {
    const fast = longRun();
    // It rushes to and fro through the window.
    for (let row = 0; row <= 20_000; row++) fast.points[2 * row] = 100 * (row % 2);
    expect(closeStretches(fast, viewFrom(50, 2), PLANE, 7000)).toEqual([[0, 7000]]);
  });

  test('are none of a run that is still computed, or of which every step is there', () => {
    const growing = longRun();
    growing.outcome = null;
    expect(closeStretches(growing, viewFrom(50, 2), PLANE)).toEqual([]);
    const short = createTrajectory('short', taskOf(OPENING_SCENE, OPENING_SCENE.runs[0]));
    expect(closeStretches(short, viewFrom(50, 2), PLANE)).toEqual([]);
  });
});

describe('a close view', () => {
  /** A worker that answers when the test says so. */
  function createWorker() {
    const asked: { readonly stretch: Stretch; answer: (piece: Piece | null) => void }[] = [];
    let arrived = 0;
    const steps = createCloseSteps(
      {
        replay: (_, from, to) =>
          new Promise((answer) => {
            asked.push({ stretch: [from, to], answer });
          }),
      },
      () => (arrived += 1),
    );
    const answer = async (i: number) => {
      const [from, to] = asked[i].stretch;
      asked[i].answer({
        steps: Uint32Array.from({ length: to - from + 1 }, (_, k) => from + k),
      } as unknown as Piece);
      await new Promise((resolve) => setTimeout(resolve, 0));
    };
    return { steps, asked, answer, arrived: () => arrived };
  }

  test('gets every step once, and asks no more while one looks at the same', async () => {
    const { steps, asked, answer, arrived } = createWorker();
    const run = longRun();
    steps.want([run], viewFrom(50, 2), PLANE);
    steps.want([run], viewFrom(50, 2), PLANE);
    expect(asked).toHaveLength(1);
    expect(steps.of(run)).toEqual([]);
    await answer(0);
    expect(arrived()).toBe(1);
    expect(steps.of(run)[0].steps.length).toBeGreaterThan(2000);
    steps.want([run], viewFrom(50, 2), PLANE);
    expect(asked).toHaveLength(1);
    expect(steps.of(run)).toBe(steps.of(run));
  });

  test('keeps what it has until the next view’s steps have come, and drops them in the whole map', async () => {
    const { steps, asked, answer, arrived } = createWorker();
    const run = longRun();
    steps.want([run], viewFrom(50, 2), PLANE);
    await answer(0);
    const before = steps.of(run);
    steps.want([run], viewFrom(70, 2), PLANE);
    expect(steps.of(run)).toBe(before);
    await answer(1);
    expect(steps.of(run)[0].steps[0]).toBe(asked[1].stretch[0]);
    steps.want([run], viewFrom(-10, 220), PLANE);
    expect(steps.of(run)).toEqual([]);
    expect(arrived()).toBe(3);
  });

  test('does not take an answer for a view that was left', async () => {
    const { steps, asked, answer } = createWorker();
    const run = longRun();
    steps.want([run], viewFrom(50, 2), PLANE);
    steps.want([run], viewFrom(70, 2), PLANE);
    await answer(1);
    await answer(0);
    expect(steps.of(run)[0].steps[0]).toBe(asked[1].stretch[0]);
  });
});
