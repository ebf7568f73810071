import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const TSX = fileURLToPath(new URL('../../node_modules/.bin/tsx', import.meta.url));
const TRACE = fileURLToPath(new URL('trace.ts', import.meta.url));

/** A process takes as long as its machine lets it; this is only for one that hangs. */
const PATIENCE = 120_000;

const scene = { problem: { id: 'bowl', params: { kappa: 4 } }, start: [3, -2] };
const sgd = { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.25 } } };

function start(input: string) {
  const child = spawn(TSX, [TRACE, '-'], { stdio: 'pipe' });
  child.stdin.end(input);
  const status = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  return { child, status, errors: text(child.stderr) };
}

test(
  'the command reads standard input, and prints a trace',
  async () => {
    const { child, status, errors } = start(JSON.stringify({ ...scene, steps: 1, runs: [sgd] }));
    expect(JSON.parse(await text(child.stdout))).toEqual({
      scenes: [
        {
          runs: [
            {
              outcome: 'finished',
              points: [
                [3, -2],
                [2.25, 0],
              ],
              losses: [12.5, 2.53125],
              evaluations: { value: 0, gradient: 1, hessian: 0 },
            },
          ],
        },
      ],
    });
    expect(await errors).toBe('');
    expect(await status).toBe(0);
  },
  PATIENCE,
);

test(
  'the command refuses a bad scene with status 1, one line and no output',
  async () => {
    const { child, status, errors } = start(JSON.stringify({ ...scene, steps: -3, runs: [sgd] }));
    expect(await text(child.stdout)).toBe('');
    expect(await errors).toBe('steps: -3 is less than 0\n');
    expect(await status).toBe(1);
  },
  PATIENCE,
);

test(
  'the command ends quietly when its reader goes away',
  async () => {
    const { child, status, errors } = start(JSON.stringify({ ...scene, steps: 1_000_000, runs: [sgd, sgd] }));
    await new Promise((resolve) => {
      child.stdout.once('data', resolve);
    });
    child.stdout.destroy();
    expect(await errors).toBe('');
    expect(await status).toBe(0);
  },
  PATIENCE,
);
