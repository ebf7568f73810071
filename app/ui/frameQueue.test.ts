import { expect, test } from 'vitest';
import { calmly, createFrameQueue } from './frameQueue.ts';

test('does each piece of work once a frame, all in one callback', () => {
  const requests: (() => void)[] = [];
  const queue = createFrameQueue((callback) => requests.push(callback));
  const done: string[] = [];
  const readout = () => done.push('readout');
  const chart = () => done.push('chart');
  queue.add(readout);
  queue.add(chart);
  queue.add(readout);
  expect(requests).toHaveLength(1);
  requests[0]();
  expect(done).toEqual(['readout', 'chart']);
  queue.add(chart);
  expect(requests).toHaveLength(2);
});

test('what is asked for during a frame waits for the next, and what is taken back is not done', () => {
  const requests: (() => void)[] = [];
  const queue = createFrameQueue((callback) => requests.push(callback));
  const done: string[] = [];
  const again = () => {
    done.push('again');
    queue.add(again);
  };
  const gone = () => done.push('gone');
  queue.add(again);
  queue.add(gone);
  queue.remove(gone);
  requests[0]();
  expect(done).toEqual(['again']);
  expect(requests).toHaveLength(2);
});

test('while a hand moves, calm work leaves frames to others; at rest it takes the next', () => {
  const requests: (() => void)[] = [];
  let isMoving = true;
  let clock = 1000;
  const done: number[] = [];
  const request = calmly(
    (callback) => requests.push(callback),
    () => isMoving,
    () => clock,
  );
  const frame = () => {
    clock += 16;
    for (const callback of requests.splice(0)) callback();
  };
  const work = () => done.push(clock);
  request(work);
  frame();
  expect(done).toEqual([1016]);
  request(work);
  for (let i = 0; i < 4; i++) frame();
  expect(done).toEqual([1016]);
  frame();
  expect(done).toEqual([1016, 1096]);
  request(work);
  isMoving = false;
  frame();
  expect(done).toEqual([1016, 1096, 1112]);
});
