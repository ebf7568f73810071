import { expect, test } from 'vitest';
import type { Piece } from '../../src/engine/trajectory.ts';
import type { Trajectory } from '../engine/trajectories.ts';
import { createCloseUps } from './closeUp.ts';
import { computedRuns } from './exampleRuns.ts';

const [long, short] = [100_000, 900].map(
  (steps) =>
    computedRuns({
      problem: { id: 'bowl' },
      start: [3, -2],
      steps,
      runs: [{ optimizer: { id: 'newton', hyperparameters: { learningRate: 1e-4 } } }],
    })[0],
);

/** Close-ups from an engine whose answers wait until they are given. */
function openCloseUps() {
  const questions: { from: number; to: number; answer: (piece: Piece | null) => void }[] = [];
  const arrivals: string[] = [];
  const closeUps = createCloseUps(
    {
      replay: (_: Trajectory, from: number, to: number) =>
        new Promise((answer) => questions.push({ from, to, answer })),
    },
    () => arrivals.push('arrived'),
  );
  return { closeUps, questions, arrivals };
}

const piece = { steps: new Uint32Array(3) } as unknown as Piece;

test('each step is asked for where a part of a long run is shown, and a little more', async () => {
  const { closeUps, questions, arrivals } = openCloseUps();
  const span = { from: 40_001, to: 40_402 };
  closeUps.ask(long, 'steps', span);
  // From row to row: a row is five steps.
  expect(questions.map(({ from, to }) => [from, to])).toEqual([[39_797, 40_608]]);
  expect(closeUps.of(long, 'steps', span)).toBeNull();
  questions[0].answer(piece);
  await Promise.resolve();
  expect(arrivals).toEqual(['arrived']);
  expect(closeUps.of(long, 'steps', span)).toBe(piece);
});

test('nothing is asked twice, nor what is already there, but what lies beyond it', async () => {
  const { closeUps, questions } = openCloseUps();
  closeUps.ask(long, 'steps', { from: 40_000, to: 40_400 });
  closeUps.ask(long, 'steps', { from: 40_000, to: 40_400 });
  questions[0].answer(piece);
  await Promise.resolve();
  closeUps.ask(long, 'steps', { from: 40_100, to: 40_500 });
  expect(questions).toHaveLength(1);
  closeUps.ask(long, 'steps', { from: 40_500, to: 40_900 });
  expect(questions).toHaveLength(2);
  expect(closeUps.of(long, 'steps', { from: 40_500, to: 40_900 })).toBeNull();
});

test('nothing is asked of a run of which every step is known, that still grows, or of too much of it', () => {
  const { closeUps, questions } = openCloseUps();
  closeUps.ask(short, 'steps', { from: 100, to: 140 });
  closeUps.ask({ ...long, outcome: null }, 'steps', { from: 100, to: 140 });
  closeUps.ask(long, 'steps', { from: 10_000, to: 60_000 });
  closeUps.ask(long, 'steps', { from: 0, to: 100_000 });
  expect(questions).toEqual([]);
});

test('along evaluations the steps are those that had cost as much', () => {
  const { closeUps, questions } = openCloseUps();
  // Newton's step costs three: a gradient, and a Hessian of two parameters.
  closeUps.ask(long, 'evaluations', { from: 30_000, to: 30_300 });
  expect(questions.map(({ from, to }) => [from, to])).toEqual([[9947, 10_158]]);
});

test('what was asked in vain is asked again', async () => {
  const { closeUps, questions, arrivals } = openCloseUps();
  const span = { from: 40_000, to: 40_400 };
  closeUps.ask(long, 'steps', span);
  questions[0].answer(null);
  await Promise.resolve();
  expect(arrivals).toEqual([]);
  closeUps.ask(long, 'steps', span);
  expect(questions).toHaveLength(2);
});
