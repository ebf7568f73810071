import '../problems/data/atOnce.ts';
import { cliMessages as say } from '../messages/cli.ts';
import { FORMATS } from './formatTrace.ts';
import { readScenes } from './readScenes.ts';
import { fail, failWith, print, readJson, type Terminal } from './terminal.ts';

/** Runs `trace` with its arguments; returns its exit status. */
export async function runTrace(args: readonly string[], terminal: Terminal): Promise<0 | 1> {
  const command = parseArguments(args);
  if ('error' in command) return fail(terminal, command.error);
  if (command.help) return print(terminal, [say.usage]);
  const input = await readJson(terminal, command.file);
  if ('error' in input) return fail(terminal, input.error);
  const { scenes, issues } = readScenes(input.json);
  const [first, ...others] = issues;
  if (first) return failWith(terminal, [first, ...others]);
  return print(terminal, FORMATS[command.format](scenes));
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
