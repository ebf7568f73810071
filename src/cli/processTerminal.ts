import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Terminal } from './terminal.ts';

/**
 * The terminal that this process runs in.
 * @param script the name it has in package.json
 */
export function processTerminal(script: string): Terminal {
  const { env, stdin, stdout, stderr } = process;
  // npm runs a script in the project's folder, whatever folder it is called from.
  const folder = env.npm_lifecycle_event === script ? env.INIT_CWD : undefined;
  // Each write hears of its own failure; without a listener the stream would report it a second time, by a crash.
  stdout.on('error', () => {});
  return {
    read: (file) => (file === '-' ? text(stdin) : readFile(resolve(folder ?? '.', file), 'utf8')),
    write: (piece) =>
      new Promise((done, failed) => {
        stdout.write(piece, (error) => (error ? failed(error) : done()));
      }),
    writeError: (line) => {
      stderr.write(`${line}\n`);
    },
  };
}
