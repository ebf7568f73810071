import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const TSX = fileURLToPath(new URL('../../node_modules/.bin/tsx', import.meta.url));
const EVALUATE = fileURLToPath(new URL('evaluate.ts', import.meta.url));

/** A process takes as long as its machine lets it; this is only for one that hangs. */
const PATIENCE = 120_000;

async function evaluate(input: string) {
  const child = spawn(TSX, [EVALUATE, '-'], { stdio: 'pipe' });
  child.stdin.end(input);
  const status = new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  const [out, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { out, errors, status: await status };
}

test(
  'the command reads standard input, and prints what its cases come to',
  async () => {
    const cases = [
      { loss: 'hinge', prediction: -0.25, target: 1 },
      { problem: 'booth', at: [1, 3] },
    ];
    expect(await evaluate(JSON.stringify({ cases }))).toEqual({
      out: '{"cases":[{"value":1.25,"gradient":-1,"hessian":0},{"value":0,"gradient":[0,0],"hessian":[[10,8],[8,10]]}]}\n',
      errors: '',
      status: 0,
    });
  },
  PATIENCE,
);

test(
  'the command refuses a bad case with status 1, one line and no output',
  async () => {
    expect(await evaluate('{"loss":"hinge","prediction":0.5,"target":0}')).toEqual({
      out: '',
      errors: 'target: 0 is not −1 or 1\n',
      status: 1,
    });
  },
  PATIENCE,
);
