import { expect, test } from 'vitest';
import { createSlices } from './slices.ts';

/** Slices with a clock that only the pieces themselves move on. */
function slicesByHand() {
  const frames: (() => void)[] = [];
  const done: string[] = [];
  let time = 100;
  const slices = createSlices(
    (callback) => frames.push(callback),
    () => time,
  );
  const piece = (name: string, milliseconds: number) =>
    slices.add(() => {
      time += milliseconds;
      done.push(name);
    });
  return { frames, done, piece, slices };
}

test('small pieces share a frame, a long one ends it', () => {
  const { frames, done, piece } = slicesByHand();
  piece('saddle', 2);
  piece('bowl', 1);
  piece('ackley', 9);
  piece('beale', 1);
  expect(done).toEqual([]);
  frames[0]();
  expect(done).toEqual(['saddle', 'bowl', 'ackley']);
  frames[1]();
  expect(done).toEqual(['saddle', 'bowl', 'ackley', 'beale']);
  expect(frames).toHaveLength(2);
});

test('a piece that is taken back is not done, and the others are', () => {
  const { frames, done, piece } = slicesByHand();
  piece('saddle', 2);
  piece('bowl', 1)();
  piece('kink', 1);
  frames[0]();
  expect(done).toEqual(['saddle', 'kink']);
});

test('a piece may ask for another, which comes after those that wait', () => {
  const { frames, done, piece, slices } = slicesByHand();
  slices.add(() => {
    piece('later', 1);
  });
  piece('sooner', 8);
  frames[0]();
  expect(done).toEqual(['sooner']);
  frames[1]();
  expect(done).toEqual(['sooner', 'later']);
});
