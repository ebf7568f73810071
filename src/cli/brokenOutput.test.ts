import { describe, expect, test } from 'vitest';
import { cliMessages as say } from '../messages/cli.ts';
import { runTrace } from './runTrace.ts';

describe('an output that takes no more', () => {
  const writeUntil = async (code: string) => {
    let writes = 0;
    const errors: string[] = [];
    const status = await runTrace(['-'], {
      read: () => Promise.resolve(JSON.stringify({ steps: 1_000_000, runs: [{ optimizer: { id: 'sgd' } }] })),
      write: () => {
        writes += 1;
        return writes < 4 ? Promise.resolve() : Promise.reject(Object.assign(new Error('gone'), { code }));
      },
      writeError: (line) => errors.push(line),
    });
    return { status, writes, errors };
  };

  test('because its reader has gone ends the command quietly', async () => {
    expect(await writeUntil('EPIPE')).toEqual({ status: 0, writes: 4, errors: [] });
  });

  test('for another reason is an error of one line', async () => {
    expect(await writeUntil('ENOSPC')).toEqual({ status: 1, writes: 4, errors: [say.unwritable('ENOSPC')] });
  });
});
