import { describe, expect, test } from 'vitest';
import reference from '../fixtures/reference/losses.json' with { type: 'json' };
import { LOSSES } from '../losses/registry.ts';
import { PROBLEMS } from '../problems/registry.ts';
import { runOnText } from './runOnText.ts';

type Numbers = number | null | readonly Numbers[];
interface Evaluated {
  readonly value: number | null;
  readonly gradient: Numbers;
  readonly hessian?: Numbers;
}

async function evaluated(json: unknown): Promise<readonly Evaluated[]> {
  const { status, out, errors } = await runOnText(JSON.stringify(json), '-');
  expect({ status, errors }).toEqual({ status: 0, errors: [] });
  return (JSON.parse(out) as { cases: Evaluated[] }).cases;
}

const one = async (json: unknown) => (await evaluated(json))[0];

describe('a loss', () => {
  test('has the value and gradient of the reference, which can be read as it is', async () => {
    const cases = await evaluated(reference);
    expect(cases).toHaveLength(reference.cases.length);
    const flat = (numbers: Numbers) => [numbers].flat(3) as number[];
    cases.forEach(({ value, gradient }, i) => {
      const expected = reference.cases[i];
      expect(Array.isArray(gradient)).toBe(Array.isArray(expected.prediction));
      const pairs = [
        [value!, expected.value],
        ...(expected.gradient === null ? [] : flat(expected.gradient).map((g, k) => [flat(gradient)[k], g])),
      ];
      if (expected.gradient === null) expect(gradient).toBeNull();
      for (const [actual, right] of pairs)
        expect(Math.abs(actual - right)).toBeLessThanOrEqual(1e-10 * Math.abs(right));
    });
  });

  test('has number, list or rows as its prediction has', async () => {
    expect(await one({ loss: 'squared-error', prediction: 3, target: 5 })).toEqual({
      value: 2,
      gradient: -2,
      hessian: 1,
    });
    expect(await one({ loss: 'squared-error', prediction: [3, 1], target: [5, 4] })).toEqual({
      value: 6.5,
      gradient: [-2, -3],
      hessian: [
        [1, 0],
        [0, 1],
      ],
    });
  });

  test('takes its parameters, or their defaults', async () => {
    const focal = { loss: 'focal', prediction: -1.2, target: 1 };
    const [left, given, other] = await evaluated({
      cases: [focal, { ...focal, params: { gamma: 2 } }, { ...focal, params: { gamma: 0.5 } }],
    });
    expect(left).toEqual(given);
    expect(other.value).toBeGreaterThan(given.value!);
  });

  test('whose gradient is nowhere has none', async () => {
    expect(await one({ loss: 'zero-one', prediction: 0, target: -1 })).toEqual({ value: 1, gradient: null });
  });

  test('without bound is null', async () => {
    expect(await one({ loss: 'binary-cross-entropy', prediction: 0, target: 1 })).toEqual({
      value: null,
      gradient: null,
      hessian: null,
    });
    expect((await one({ loss: 'cross-entropy', prediction: [0, 1], target: [0.5, 0.5] })).gradient).toEqual([
      null,
      -0.5,
    ]);
  });

  test('of extreme scores is what it is', async () => {
    const cases = await evaluated({
      cases: [
        { loss: 'softmax-cross-entropy', prediction: [1000, 0, -1e308], target: 1 },
        { loss: 'focal', params: { gamma: 1.5 }, prediction: -800, target: 1 },
        { loss: 'sigmoid-cross-entropy', prediction: 40, target: 1 },
      ],
    });
    expect(cases.map(({ value }) => value)).toEqual([1000, 800, Math.log1p(Math.exp(-40))]);
  });

  test('the SVM takes its samples as rows', async () => {
    const target = [
      [1, 1, -1],
      [2, 0, 1],
      [0.25, 0.125, 1],
    ];
    // ½·5 + 2·((1 + 3) + 0 + (1 − ½)), w + 2·((1, 1) − (¼, ⅛))
    expect(await one({ loss: 'svm', params: { gamma: 2 }, prediction: [1, 2], target })).toMatchObject({
      value: 11.5,
      gradient: [2.5, 3.75],
    });
  });

  test('takes a class or its one-hot list, where the sense is clear', async () => {
    const pairs = [
      ['softmax-cross-entropy', [0.5, -1, 2], [0, 1, 0]],
      ['multiclass-hinge', [0.5, -1, 2], [0, 1, 0]],
      ['cross-entropy', [0.5, 0.25, 0.25], [0, 1, 0]],
      ['categorical-likelihood', [0.5, 0.25, 0.25], [0, 1, 0]],
      ['kl-divergence', [0.5, 0.25, 0.25], [0, 1, 0]],
    ] as const;
    for (const [loss, prediction, hot] of pairs)
      expect(await one({ loss, prediction, target: hot })).toEqual(
        await one({ loss, prediction, target: 1 }),
      );
    expect(await one({ loss: 'entropy', prediction: [0.5, 0.5], target: null })).toEqual(
      await one({ loss: 'entropy', prediction: [0.5, 0.5] }),
    );
  });

  test('of a rounded distribution is taken', async () => {
    const thirds = [0.333, 0.333, 0.333];
    expect((await one({ loss: 'entropy', prediction: thirds })).value).toBeCloseTo(Math.log(3), 2);
  });

  test('of many entries has no Hessian, which would be their square', async () => {
    const prediction = Array.from({ length: 100_000 }, (_, i) => i % 7);
    const { value, gradient, hessian } = await one({
      loss: 'absolute-error',
      prediction,
      target: prediction.map((x) => x + 2),
    });
    expect([value, (gradient as number[]).length, hessian]).toEqual([200_000, 100_000, undefined]);
  });
});

describe('a problem', () => {
  const booth = { problem: { id: 'booth' }, at: [0, 1] };

  test('has its value, gradient and Hessian at a point', async () => {
    // (2 − 7)² + (1 − 5)²; 2·(−5)·(1, 2) + 2·(−4)·(2, 1)
    expect(await one(booth)).toEqual({
      value: 41,
      gradient: [-26, -28],
      hessian: [
        [10, 8],
        [8, 10],
      ],
    });
  });

  test('is scaled and rotated as a scene says', async () => {
    const { value, gradient } = await one({ ...booth, problem: { id: 'booth', scale: 0.5 } });
    expect([value, gradient]).toEqual([20.5, [-13, -14]]);
    const turned = await one({ problem: { id: 'bowl', params: { kappa: 4 }, rotation: 90 }, at: [3, 1] });
    expect(turned.value).toBeCloseTo(0.5 * (1 + 4 * 9), 12);
  });

  test('may be named alone, and its one parameter stand without a list', async () => {
    expect(await one({ ...booth, problem: 'booth' })).toEqual(await one(booth));
    const inList = await one({ problem: 'reddi', at: [0.5] });
    expect(await one({ problem: 'reddi', at: 0.5 })).toEqual({
      value: inList.value,
      gradient: (inList.gradient as number[])[0],
      hessian: 0,
    });
  });

  test('each can be evaluated', async () => {
    const ids = Object.keys(PROBLEMS);
    const cases = await evaluated({
      cases: ids.map((problem) => ({
        problem,
        at: problem === 'reddi' ? [0.1] : problem === 'matrix-regression' ? [1, 2, 3, 4] : [0.1, 0.2],
      })),
    });
    for (const { value } of cases) expect(value).toEqual(expect.any(Number));
  });
});

test('the file named is the one that is read, with or without a byte order mark', async () => {
  const { asked, status } = await runOnText('\uFEFF{"cases":[]}', 'cases.json');
  expect({ asked, status }).toEqual({ asked: ['cases.json'], status: 0 });
});

test('--help prints the usage with all losses and problems, and reads nothing', async () => {
  const { status, out, asked, errors } = await runOnText('', '--help');
  expect({ status, asked, errors }).toEqual({ status: 0, asked: [], errors: [] });
  for (const id of [...Object.keys(LOSSES), ...Object.keys(PROBLEMS)]) expect(out).toContain(id);
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
});
