import { cliMessages as say } from '../messages/cli.ts';
import { FORMATS } from './formatTrace.ts';
import { readScenes } from './readScenes.ts';

/** What the command needs of the terminal it runs in. */
export interface Terminal {
  /** The text of a file, or of standard input for `-`. */
  read(file: string): Promise<string>;
  /** Resolves when more may be written. */
  write(text: string): Promise<void>;
  writeError(line: string): void;
}

/** The reader of the output has gone away (`| head`): no error, only an end. */
const READER_GONE = 'EPIPE';

/** Runs `trace` with its arguments; returns its exit status. */
export async function runTrace(args: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const command = parseArguments(args);
  if ('error' in command) return fail(terminal, command.error);
  if (command.help) return print(terminal, [say.usage]);
  const { file, format } = command;
  let text: string;
  try {
    text = await terminal.read(file);
  } catch (error) {
    return fail(terminal, say.unreadable(nameOf(file), reasonOf(error)));
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail(terminal, say.notJson(nameOf(file), (error as Error).message));
  }
  const { scenes, issues } = readScenes(json);
  if (issues.length > 0) {
    const [{ path, message }] = issues;
    const more = issues.length === 1 ? '' : say.andMore(issues.length - 1);
    return fail(terminal, say.issue(path, message) + more);
  }
  return print(terminal, FORMATS[format](scenes));
}

type Format = keyof typeof FORMATS;
type Command =
  | { readonly help: true }
  | { readonly help: false; readonly file: string; readonly format: Format }
  | { readonly error: string };

function parseArguments(args: readonly string[]): Command {
  let file: string | null = null;
  let format: Format = 'json';
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '--help' || arg === '-h') return { help: true };
    if (arg === '--format' || arg.startsWith('--format=')) {
      const value = arg === '--format' ? args.at(++i) : arg.slice('--format='.length);
      if (value === undefined || !isFormat(value)) return { error: say.unknownFormat(value) };
      format = value;
    } else if (arg.startsWith('-') && arg !== '-') return { error: say.unknownOption(arg) };
    else if (file === null) file = arg;
    else return { error: say.twoFiles(arg) };
  }
  return file === null ? { error: say.noFile } : { help: false, file, format };
}

function isFormat(text: string): text is Format {
  return Object.hasOwn(FORMATS, text);
}

async function print(terminal: Terminal, pieces: Iterable<string>): Promise<0 | 1> {
  try {
    for (const piece of pieces) await terminal.write(piece);
    return 0;
  } catch (error) {
    if (codeOf(error) === READER_GONE) return 0;
    if (codeOf(error) === undefined) throw error;
    return fail(terminal, say.unwritable(reasonOf(error)));
  }
}

function fail(terminal: Terminal, sentence: string): 1 {
  // Names and texts from outside may hold line breaks.
  terminal.writeError(sentence.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '));
  return 1;
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
