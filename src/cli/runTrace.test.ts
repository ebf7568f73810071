import { describe, expect, test } from 'vitest';
import { runToEnd } from '../engine/simulate.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { readScene } from '../scene/readScene.ts';
import { taskOf } from '../scene/scene.ts';
import { runTrace } from './runTrace.ts';

interface Traced {
  readonly scenes: readonly {
    readonly runs: readonly {
      readonly outcome: string;
      readonly reason?: string;
      readonly points: readonly (readonly (number | null)[])[];
      readonly losses: readonly (number | null)[];
      readonly evaluations: { readonly value: number; readonly gradient: number; readonly hessian: number };
    }[];
  }[];
}

/** Runs the command on a text, as if it stood in a file or in standard input. */
async function run(input: string, ...args: string[]) {
  const pieces: string[] = [];
  const errors: string[] = [];
  const asked: string[] = [];
  const status = await runTrace(args, {
    read: (file) => {
      asked.push(file);
      return Promise.resolve(input);
    },
    write: (piece) => {
      pieces.push(piece);
      return Promise.resolve();
    },
    writeError: (line) => errors.push(line),
  });
  return { status, out: pieces.join(''), pieces, errors, asked };
}

async function traced(json: unknown): Promise<Traced> {
  const { status, out, errors } = await run(JSON.stringify(json), '-');
  expect({ status, errors }).toEqual({ status: 0, errors: [] });
  return JSON.parse(out) as Traced;
}

const optimizer = (id: string, hyperparameters = {}) => ({ optimizer: { id, hyperparameters } });

const SCENE = {
  problem: { id: 'bowl', params: { kappa: 4 } },
  start: [3, -2],
  steps: 2,
  runs: [optimizer('sgd', { learningRate: 0.25 }), optimizer('newton')],
};

describe('a trace', () => {
  test('holds each run’s points from the start, its losses, its outcome and what it asked for', async () => {
    // Worked by hand: f = ½(x² + 4y²), gradient (x, 4y); at η = ¼ x shrinks by ¾ a step and y is at once 0.
    expect(await traced(SCENE)).toEqual({
      scenes: [
        {
          runs: [
            {
              outcome: 'finished',
              points: [
                [3, -2],
                [2.25, 0],
                [1.6875, 0],
              ],
              losses: [12.5, 2.53125, 1.423828125],
              evaluations: { value: 0, gradient: 2, hessian: 0 },
            },
            {
              outcome: 'converged',
              points: [
                [3, -2],
                [0, 0],
                [0, 0],
              ],
              losses: [12.5, 0, 0],
              evaluations: { value: 0, gradient: 2, hessian: 2 },
            },
          ],
        },
      ],
    });
  });

  test('has the scenes and runs of its file, in order', async () => {
    const { scenes } = await traced({
      scenes: [SCENE, { steps: 0 }, { ...SCENE, steps: 5, runs: [optimizer('adam')] }],
    });
    expect(scenes.map(({ runs }) => runs.map(({ points }) => points.length))).toEqual([[3, 3], [], [6]]);
    expect(await traced({ scenes: [] })).toEqual({ scenes: [] });
  });

  test('has every digit of its numbers, over more steps than one piece holds', async () => {
    const json = { steps: 2345, runs: [optimizer('adam', { learningRate: 0.03 })] };
    const { scene } = readScene(json);
    const { pieces } = runToEnd(taskOf(scene, scene.runs[0]));
    const [{ points, losses }] = (await traced(json)).scenes[0].runs;
    expect(points.flat()).toEqual(pieces.flatMap((piece) => [...piece.points]));
    expect(losses).toEqual(pieces.flatMap((piece) => [...piece.losses]));
    expect(points).toHaveLength(2346);
  });

  test('has null for what is not finite', async () => {
    // f overflows where y⁴ does: from 1e80 it is not finite.
    const { scenes } = await traced({
      problem: { id: 'double-well' },
      start: [3, 1e8],
      steps: 5,
      runs: [optimizer('sgd', { learningRate: 1e60 })],
    });
    const [{ outcome, points, losses }] = scenes[0].runs;
    expect(outcome).toBe('diverged');
    expect(points).toHaveLength(2);
    expect(losses[1]).toBeNull();
    expect(points[1].every((x) => x !== null)).toBe(true);
  });

  test('of a run that stopped has the reason, and the points up to there', async () => {
    const { scenes } = await traced({ problem: { id: 'kink' }, start: [3, -2], runs: [optimizer('newton')] });
    expect(scenes[0].runs).toEqual([
      {
        outcome: 'stopped',
        reason: 'singular-hessian',
        points: [[3, -2]],
        losses: [9],
        evaluations: { value: 0, gradient: 1, hessian: 1 },
      },
    ]);
  });

  test.each([
    ['valid', { focus: 1, playhead: 2 }],
    ['invalid', { focus: -7, zoom: 'x' }],
    ['no object', 'dark'],
    ['null', null],
  ])('does not look at a view, %s', async (_, view) => {
    expect(await traced({ ...SCENE, view })).toEqual(await traced(SCENE));
    expect(await traced({ scenes: [{ ...SCENE, view }] })).toEqual(await traced(SCENE));
  });

  test('is written in pieces that stay small, however long the run', async () => {
    const steps = 20_000;
    const { pieces } = await run(JSON.stringify({ steps, runs: [optimizer('adam')] }), '-');
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(100_000);
    expect(pieces.join('').length).toBeGreaterThan(1_000_000);
  });
});

describe('a table', () => {
  const table = async (json: unknown) => {
    const { status, out, errors } = await run(JSON.stringify(json), '-', '--format', 'csv');
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    return out.split('\n');
  };

  test('has a row for every step, with scenes and runs counted from 1', async () => {
    expect(await table(SCENE)).toEqual([
      'scene,run,optimizer,step,x,y,loss,gradient norm,value evaluations,gradient evaluations,Hessian evaluations',
      `1,1,SGD,0,3,-2,12.5,${Math.sqrt(73)},0,0,0`,
      '1,1,SGD,1,2.25,0,2.53125,2.25,0,1,0',
      '1,1,SGD,2,1.6875,0,1.423828125,1.6875,0,2,0',
      `1,2,Newton,0,3,-2,12.5,${Math.sqrt(73)},0,0,0`,
      '1,2,Newton,1,0,0,0,0,0,1,1',
      '1,2,Newton,2,0,0,0,0,0,2,2',
      '',
    ]);
  });

  test('of more than two parameters numbers its columns, and leaves blank what a scene has not', async () => {
    const matrix = {
      problem: { id: 'matrix-regression' },
      start: [3, -2, 5, 7],
      steps: 0,
      runs: [optimizer('muon')],
    };
    const [head, four, two] = await table({ scenes: [matrix, { ...SCENE, steps: 0 }] });
    expect(head).toContain('step,theta1,theta2,theta3,theta4,loss');
    expect(four).toMatch(/^1,1,Muon,0,3,-2,5,7,\d/);
    expect(two).toMatch(/^2,1,SGD,0,3,-2,,,12\.5,/);
    for (const row of [four, two]) expect(row.split(',')).toHaveLength(head.split(',').length);
  });

  test('may be asked for before or after the file, and with an equals sign', async () => {
    const input = JSON.stringify(SCENE);
    const { out } = await run(input, '-', '--format', 'csv');
    expect((await run(input, '--format', 'csv', '-')).out).toBe(out);
    expect((await run(input, '--format=csv', '-')).out).toBe(out);
    expect((await run(input, '--format=json', '-')).out).toBe((await run(input, '-')).out);
  });
});

describe('a PyTorch script', () => {
  test('is printed for a scene with all its runs', async () => {
    const { status, out, errors } = await run(JSON.stringify(SCENE), '-', '--format', 'pytorch');
    expect({ status, errors }).toEqual({ status: 0, errors: [] });
    for (const part of [
      'import torch\n',
      'START = [3.0, -2.0]\n',
      'KAPPA = 4.0\n',
      'torch.optim.SGD([theta], lr=eta)\n',
      'for run in [run_1, run_2]:\n',
    ])
      expect(out).toContain(part);
  });

  test('of a file with several scenes is one script after the other', async () => {
    const one = await run(JSON.stringify(SCENE), '-', '--format=pytorch');
    const two = await run(JSON.stringify({ scenes: [SCENE, SCENE] }), '-', '--format=pytorch');
    expect(two.out).toBe(`${one.out}\n\n${one.out}`);
  });
});

describe('what cannot be run', () => {
  /** The one line on standard error, with nothing on standard output and status 1. */
  const refused = async (input: string, ...args: string[]) => {
    const { status, out, errors } = await run(input, ...args);
    expect({ status, out, lines: errors.length }).toEqual({ status: 1, out: '', lines: 1 });
    expect(errors[0]).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    return errors[0];
  };
  const withBeta = (beta1: number) => ({ ...SCENE, runs: [optimizer('adam', { beta1 })] });

  test.each<[unknown, string]>([
    [withBeta(1.2), 'runs[0].optimizer.hyperparameters.beta1: 1.2 is not below 1'],
    [{ scenes: [SCENE, withBeta(1)] }, 'scenes[1].runs[0].optimizer.hyperparameters.beta1: 1 is not below 1'],
    [{ ...SCENE, steps: -3, start: [3] }, 'start: 1 number where the problem has 2 parameters (and 1 more)'],
    [
      { scenes: [{ steps: 2.5 }, { steps: -3, start: 4 }] },
      'scenes[0].steps: 2.5 is not a whole number (and 2 more)',
    ],
    [{ scenes: [SCENE, 7] }, 'scenes[1]: expected an object, found 7'],
    [{ scenes: SCENE }, expect.stringMatching(/^scenes: expected a list, found \{"problem"/)],
    [{ scenes: [], steps: 3 }, 'steps: there is no such field; known are scenes'],
    [{ scenes: [{ 'a b': 1 }] }, expect.stringMatching(/^scenes\[0\]\["a b"\]: there is no such field/)],
    [[SCENE], expect.stringMatching(/^scene: expected an object, found \[/)],
    [null, 'scene: expected an object, found null'],
  ])('%j is refused in one line', async (json, line) => {
    expect(await refused(JSON.stringify(json), '-')).toEqual(line);
  });

  test('what is not JSON is refused in one line, though its text has several', async () => {
    for (const text of ['', '{"steps":\n\n  nope\n}', 'steps: 3\nruns: none\n'])
      expect(await refused(text, '-')).toMatch(/^standard input: not JSON: /);
    expect(await refused('{', 'one.json')).toMatch(/^one\.json: not JSON: /);
  });

  test.each([
    [[], say.noFile],
    [['one.json', 'two.json'], say.twoFiles('two.json')],
    [['--fast', '-'], say.unknownOption('--fast')],
    [['-x'], say.unknownOption('-x')],
    [['-', '--format', 'xml'], say.unknownFormat('xml')],
    [['-', '--format=toString'], say.unknownFormat('toString')],
    [['-', '--format'], say.unknownFormat(undefined)],
  ])('the arguments %j are refused in one line', async (args, line) => {
    expect(await refused('{}', ...args)).toBe(line);
  });

  test('a file that cannot be read is named', async () => {
    const errors: string[] = [];
    const status = await runTrace(['gone.json'], {
      read: () => Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' })),
      write: () => Promise.reject(new Error('nothing is to be written')),
      writeError: (line) => errors.push(line),
    });
    expect(status).toBe(1);
    expect(errors).toEqual(['gone.json: cannot be read (ENOENT)']);
  });
});

test('the file named is the one that is read, with or without a byte order mark', async () => {
  const { asked, status } = await run(`\uFEFF${JSON.stringify(SCENE)}`, 'scene.json');
  expect({ asked, status }).toEqual({ asked: ['scene.json'], status: 0 });
});

test('--help prints the usage and reads nothing', async () => {
  const { status, out, asked, errors } = await run('', '--help');
  expect({ status, out, asked, errors }).toEqual({ status: 0, out: say.usage, asked: [], errors: [] });
  expect(out).toContain('--format json|csv');
});
