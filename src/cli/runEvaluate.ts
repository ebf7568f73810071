import '../problems/data/atOnce.ts';
import { cliMessages } from '../messages/cli.ts';
import { evaluateMessages as say } from '../messages/evaluate.ts';
import { formatCases } from './formatCases.ts';
import { readCases } from './readCases.ts';
import { fail, failWith, print, readJson, type Terminal } from './terminal.ts';
import { usageOfEvaluate } from './usageOfEvaluate.ts';

/** Runs `evaluate` with its arguments; returns its exit status. */
export async function runEvaluate(args: readonly string[], terminal: Terminal): Promise<0 | 1> {
  if (args.includes('--help') || args.includes('-h')) return print(terminal, [usageOfEvaluate()]);
  const option = args.find((arg) => arg.startsWith('-') && arg !== '-');
  if (option !== undefined) return fail(terminal, cliMessages.unknownOption(option));
  const [file, second] = args;
  if (file === undefined) return fail(terminal, say.noFile);
  if (second !== undefined) return fail(terminal, cliMessages.twoFiles(second));
  const input = await readJson(terminal, file);
  if ('error' in input) return fail(terminal, input.error);
  const { cases, issues } = readCases(input.json);
  const [first, ...others] = issues;
  if (first) return failWith(terminal, [first, ...others]);
  return print(terminal, formatCases(cases));
}
