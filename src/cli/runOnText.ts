import { runEvaluate } from './runEvaluate.ts';

// For tests only.

/** Runs the command on a text, as if it stood in a file or in standard input. */
export async function runOnText(input: string, ...args: string[]) {
  const pieces: string[] = [];
  const errors: string[] = [];
  const asked: string[] = [];
  const status = await runEvaluate(args, {
    read: (file) => {
      asked.push(file);
      return Promise.resolve(input);
    },
    write: (piece) => Promise.resolve(void pieces.push(piece)),
    writeError: (line) => errors.push(line),
  });
  return { status, out: pieces.join(''), errors, asked };
}
