import { expect, test } from 'vitest';
import { together } from './together.ts';

test('what is posted in one turn goes as one message, in its order', async () => {
  const sent: (readonly string[])[] = [];
  const post = together<string>((messages) => sent.push(messages));
  post('forget');
  post('run');
  expect(sent).toEqual([]);
  await Promise.resolve();
  expect(sent).toEqual([['forget', 'run']]);
  post('ping');
  await Promise.resolve();
  expect(sent).toEqual([['forget', 'run'], ['ping']]);
});

test('what is posted while messages are sent goes with the next', async () => {
  const sent: (readonly number[])[] = [];
  const post = together<number>((messages) => {
    sent.push(messages);
    if (messages[0] === 1) post(2);
  });
  post(1);
  await Promise.resolve();
  await Promise.resolve();
  expect(sent).toEqual([[1], [2]]);
});
