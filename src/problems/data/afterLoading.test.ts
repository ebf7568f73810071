import { expect, test } from 'vitest';
import { afterLoading } from './afterLoading.ts';
import { WORKS } from './works.ts';

const setUp = (load: () => Promise<{ WORKS: typeof WORKS }>) => {
  const received: string[] = [];
  const failures: unknown[] = [];
  const urls: string[] = [];
  const receive = afterLoading<{ type: string }>(
    (url) => {
      urls.push(url);
      return load();
    },
    ({ type }) => received.push(type),
    (error) => failures.push(error),
  );
  return { receive, received, failures, urls };
};

/** Lets what waits for a promise go on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

test('messages go through at once where nothing is to be loaded', () => {
  const { receive, received } = setUp(() => Promise.reject(new Error('not asked for')));
  receive({ type: 'run' });
  receive({ type: 'ping' });
  expect(received).toEqual(['run', 'ping']);
});

test('messages after a notice wait for the module, and keep their order', async () => {
  const { receive, received, urls } = setUp(() => Promise.resolve({ WORKS }));
  receive({ type: 'ping' });
  receive({ type: 'data', url: 'works.js' });
  receive({ type: 'run' });
  receive({ type: 'forget' });
  expect(received).toEqual(['ping']);
  await settled();
  expect(received).toEqual(['ping', 'run', 'forget']);
  expect(urls).toEqual(['works.js']);
  receive({ type: 'explain' });
  expect(received.at(-1)).toBe('explain');
});

test('a module that does not come is reported, and what waited goes on', async () => {
  const failure = new Error('offline');
  const { receive, received, failures } = setUp(() => Promise.reject(failure));
  receive({ type: 'data', url: 'works.js' });
  receive({ type: 'run' });
  await settled();
  expect(failures).toEqual([failure]);
  expect(received).toEqual(['run']);
});
