import { expect, test } from 'vitest';
import { createFrameQueue } from './frameQueue.ts';

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
