import { cliMessages as say } from '../messages/cli.ts';
import type { Issue } from '../scene/reading.ts';

/** What a command needs of the terminal it runs in. */
export interface Terminal {
  /** The text of a file, or of standard input for `-`. */
  read(file: string): Promise<string>;
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  writeError(line: string): void;
}

/** The reader of the output has gone away (`| head`): no error, only an end. */
const READER_GONE = 'EPIPE';

/** The JSON of a file, or why there is none, in one sentence. */
export async function readJson(
  terminal: Terminal,
  file: string,
): Promise<{ readonly json: unknown } | { readonly error: string }> {
  let text: string;
  try {
    text = await terminal.read(file);
  } catch (error) {
    return { error: say.unreadable(nameOf(file), reasonOf(error)) };
  }
  try {
    return { json: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    return { error: say.notJson(nameOf(file), (error as Error).message) };
  }
}

/** Prints piece by piece; returns the exit status. */
export async function print(terminal: Terminal, pieces: Iterable<string>): Promise<0 | 1> {
  try {
    for (const piece of pieces) await terminal.write(piece);
    return 0;
  } catch (error) {
    if (codeOf(error) === READER_GONE) return 0;
    if (codeOf(error) === undefined) throw error;
    return fail(terminal, say.unwritable(reasonOf(error)));
  }
}

/** One line on standard error; returns the exit status. */
export function fail(terminal: Terminal, sentence: string): 1 {
  // Names and texts from outside may hold line breaks.
  terminal.writeError(sentence.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));
  return 1;
}

/** The first of what cannot be taken, and how much more there is. */
export function failWith(terminal: Terminal, [first, ...others]: readonly [Issue, ...Issue[]]): 1 {
  const more = others.length === 0 ? '' : say.andMore(others.length);
  return fail(terminal, say.issue(first.path, first.message) + more);
}

function nameOf(file: string): string {
  return file === '-' ? say.standardInput : file;
}

function codeOf(error: unknown): string | undefined {
  return (error as { readonly code?: string }).code;
}

function reasonOf(error: unknown): string {
  return codeOf(error) ?? (error as Error).message;
}
