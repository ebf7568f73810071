import { expect, test } from 'vitest';
import { runTrace } from './runTrace.ts';

/** What the command prints for a scene. */
async function printed(json: unknown, ...args: string[]): Promise<string> {
  const pieces: string[] = [];
  const errors: string[] = [];
  const status = await runTrace(['-', ...args], {
    read: () => Promise.resolve(JSON.stringify(json)),
    write: (piece) => Promise.resolve(void pieces.push(piece)),
    writeError: (line) => errors.push(line),
  });
  expect({ status, errors }).toEqual({ status: 0, errors: [] });
  return pieces.join('');
}

const sgd = (learningRate: number) => ({ optimizer: { id: 'sgd', hyperparameters: { learningRate } } });
const online = { problem: { id: 'reddi' }, start: [0.5], steps: 2, runs: [sgd(0.25)] };
const bowl = { problem: { id: 'bowl' }, start: [3, -2], steps: 0, runs: [sgd(0.25)] };

test('a trace of one parameter has points of one number, no further than they are projected', async () => {
  const { scenes } = JSON.parse(await printed({ ...online, runs: [sgd(0.6)] })) as {
    scenes: { runs: unknown[] }[];
  };
  // 0.5 − 0.6 · 3 is projected to −1; then −1 + 0.6 · 1.
  expect(scenes[0].runs[0]).toMatchObject({ outcome: 'finished', points: [[0.5], [-1], [-0.4]] });
});

test('a table of one parameter has one column for it', async () => {
  // f is the mean loss x/3; the steps are those of 3x and −x: 0.5 − 0.75, then −0.25 + 0.25.
  const slope = String(1 / 3);
  expect((await printed(online, '--format', 'csv')).split('\n')).toEqual([
    'scene,run,optimizer,step,x,loss,gradient norm,value evaluations,gradient evaluations,Hessian evaluations',
    `1,1,SGD,0,0.5,${0.5 / 3},${slope},0,0,0`,
    `1,1,SGD,1,-0.25,${-0.25 / 3},${slope},0,1,0`,
    `1,1,SGD,2,0,0,${slope},0,2,0`,
    '',
  ]);
});

test('a table that has a scene of two parameters, too, leaves the second blank', async () => {
  const table = await printed({ scenes: [{ ...online, steps: 0 }, bowl] }, '--format', 'csv');
  const [head, one, two] = table.split('\n');
  expect(head).toContain('step,x,y,loss');
  expect(one).toMatch(/^1,1,SGD,0,0\.5,,0\.1666/);
  expect(two).toMatch(/^2,1,SGD,0,3,-2,/);
});
