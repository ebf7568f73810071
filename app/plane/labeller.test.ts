import { expect, test } from 'vitest';
import { placeIsolineLabels } from './isolineLabels.ts';
import { createLabeller } from './labeller.ts';

test('the last who asked is served when the code has come, and everyone at once from then on', async () => {
  const served: string[] = [];
  let loads = 0;
  const labeller = createLabeller(() => {
    loads += 1;
    return Promise.resolve({ placeIsolineLabels });
  });
  labeller(() => served.push('first'));
  labeller((place) => {
    expect(place).toBe(placeIsolineLabels);
    served.push('second');
  });
  expect(served).toEqual([]);
  await Promise.resolve();
  expect(served).toEqual(['second']);
  labeller(() => served.push('third'));
  expect(served).toEqual(['second', 'third']);
  expect(loads).toBe(1);
});

test('code that did not come is fetched again for the next who asks', async () => {
  const served: string[] = [];
  let loads = 0;
  const labeller = createLabeller(() => {
    loads += 1;
    return loads === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ placeIsolineLabels });
  });
  labeller(() => served.push('first'));
  await new Promise((done) => setTimeout(done));
  labeller(() => served.push('second'));
  await new Promise((done) => setTimeout(done));
  expect(served).toEqual(['second']);
});
