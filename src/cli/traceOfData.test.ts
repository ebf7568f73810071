import { describe, expect, test } from 'vitest';
import { runTrace } from './runTrace.ts';

/** Hinge of centred petals, versicolor against virginica, from the origin. */
const SCENE = {
  problem: { id: 'iris', params: { loss: 'hinge', scaling: 'centred' } },
  start: [0, 0],
  steps: 1,
  sampling: { seed: 3, noise: 0, batchSize: 'full' },
  runs: [{ optimizer: { id: 'sgd', hyperparameters: { learningRate: 1 } } }],
};

async function traced(scene: object, ...options: string[]) {
  const pieces: string[] = [];
  const errors: string[] = [];
  const status = await runTrace(['-', ...options], {
    read: () => Promise.resolve(JSON.stringify(scene)),
    write: (piece) => {
      pieces.push(piece);
      return Promise.resolve();
    },
    writeError: (line) => errors.push(line),
  });
  return { status, out: pieces.join(''), errors };
}

interface Points {
  readonly scenes: readonly {
    readonly runs: readonly { readonly points: readonly (readonly number[])[] }[];
  }[];
}

const lastPoint = (out: string) => {
  const [{ runs }] = (JSON.parse(out) as Points).scenes;
  return runs[0].points.at(-1) ?? [];
};

// At the origin each margin is 0: the loss is 1, and a step goes half way from one mean to the other. The means are Fisher’s:
// 4.26 and 5.552 cm of length, 1.326 and 2.026 cm of width.
const AFTER = [(5.552 - 4.26) / 2, (2.026 - 1.326) / 2];

describe('a trace of a problem over data', () => {
  test('has its steps as JSON', async () => {
    const { status, out, errors } = await traced(SCENE);
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    lastPoint(out).forEach((x, k) => expect(x).toBeCloseTo(AFTER[k], 13));
  });

  test('has them as CSV', async () => {
    const { status, out } = await traced(SCENE, '--format', 'csv');
    expect(status).toBe(0);
    const [, first, second] = out.split('\n').map((row) => row.split(','));
    expect(first.slice(0, 7)).toEqual(['1', '1', 'SGD', '0', '0', '0', '1']);
    expect(Number(second[4])).toBeCloseTo(AFTER[0], 13);
    expect(Number(second[5])).toBeCloseTo(AFTER[1], 13);
  });

  test('comes as far by the batches of an epoch, where nothing curves and no margin is reached', async () => {
    const runs = [{ optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.001 } } }];
    const batches = { ...SCENE.sampling, batchSize: 10, order: 'epochs' };
    const { out } = await traced({ ...SCENE, sampling: batches, steps: 10, runs });
    lastPoint(out).forEach((x, k) => expect(x).toBeCloseTo(0.01 * AFTER[k], 15));
  });

  test.each([
    [
      { problem: { id: 'iris', params: { loss: 'gaussian-nll' } } },
      'problem.params.loss: this is the likelihood of',
    ],
    [{ problem: { id: 'iris', rotation: 30 } }, 'problem.rotation: a problem over data'],
    [{ sampling: { ...SCENE.sampling, batchSize: 1.5 } }, 'sampling.batchSize: 1.5 is not a whole number'],
  ])('refuses what does not fit together in one line: %j', async (changes, reason) => {
    const { status, out, errors } = await traced({ ...SCENE, ...changes });
    expect({ status, out, lines: errors.length }).toEqual({ status: 1, out: '', lines: 1 });
    expect(errors[0]).toContain(reason);
  });

  test('refuses what is no size of a batch, or no order, with its place', async () => {
    const refused = async (sampling: object) => {
      const { status, out, errors } = await traced({ scenes: [SCENE, { ...SCENE, sampling }] });
      expect({ status, out }).toEqual({ status: 1, out: '' });
      return errors;
    };
    expect(await refused({ batchSize: 'all' })).toEqual([
      'scenes[1].sampling.batchSize: "all" is no number of samples, nor "full", which is all of them',
    ]);
    expect(await refused({ order: 'shuffled' })).toEqual([
      'scenes[1].sampling.order: "shuffled" is not one of replacement, epochs',
    ]);
  });
});
