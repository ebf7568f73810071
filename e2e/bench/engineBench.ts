import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import type { EngineFigures } from './engineProcess.ts';
import { median } from './statistics.ts';
import { atMost, figure, printTable, UNITS } from './table.ts';

const PROCESS = fileURLToPath(new URL('engineProcess.ts', import.meta.url));
const ALONE = fileURLToPath(new URL('aloneProcess.ts', import.meta.url));

/** The budget: within 1.5 times the same loop on scalars, nothing allocated. */
const RATIO = 1.5;
const BYTES = 0.1;

/**
 * The engine in Node, step by step through `createStepper(…).advance()` and the check for divergence, on Rosenbrock.
 * Each repetition is a run of 20,000 steps; contenders take turns and the median counts, so that a slow spell of the
 * machine meets all of them. What the compiler makes of the code differs from process to process: several are asked,
 * and again the median counts.
 */
export async function benchEngine(quick: boolean): Promise<void> {
  const processes: EngineFigures[] = [];
  for (let i = 0; i < (quick ? 1 : 5); i++)
    processes.push(await send<EngineFigures>(PROCESS, quick ? '20' : '40'));
  const middle = (pick: (figures: EngineFigures) => number) => median(processes.map(pick));
  const { nanoseconds, ratio, bytes } = UNITS;

  printTable(
    '1. Engine: a step of Adam on Rosenbrock (two parameters)',
    [
      figure(
        'by hand on scalars: rule and divergence check',
        middle((f) => f.bareByHand),
        nanoseconds,
      ),
      figure(
        'the same with 0/0 and the stall count, as in the engine',
        middle((f) => f.sameByHand),
        nanoseconds,
      ),
      figure(
        'engine, nothing else run before',
        middle((f) => f.alone),
        nanoseconds,
      ),
      figure(
        'engine, after all optimizers on six problems',
        middle((f) => f.seasoned),
        nanoseconds,
      ),
      atMost(
        'engine / same loop, nothing else run before',
        middle((f) => f.alone / f.sameByHand),
        ratio,
        RATIO,
      ),
      atMost(
        'engine / same loop, after all optimizers',
        middle((f) => f.seasoned / f.sameByHandSeasoned),
        ratio,
        RATIO,
      ),
      figure(
        'engine / bare loop, nothing else run before',
        middle((f) => f.alone / f.bareByHand),
        ratio,
      ),
      figure(
        'simulate(), every 50th step recorded',
        middle((f) => f.everyFiftieth),
        nanoseconds,
      ),
      figure(
        'simulate(), every step recorded',
        middle((f) => f.everyStep),
        nanoseconds,
      ),
      atMost(
        'allocated by a step of simulate(), every 50th recorded',
        middle((f) => f.everyFiftiethBytes),
        bytes,
        BYTES,
      ),
      atMost(
        'allocated by a step of simulate(), every step recorded',
        middle((f) => f.everyStepBytes),
        bytes,
        BYTES,
      ),
    ],
    [`${processes.length} processes, medians; both loops end in the same point, bit for bit.`],
  );

  const adam = middle((f) => f.optimizers.adam);
  printTable(
    '1. Engine: a step of each optimizer on Rosenbrock, all of them in one process',
    Object.entries(OPTIMIZERS).map(([id, { name }]) => {
      const time = middle((f) => f.optimizers[id]);
      const row = figure(name, time, nanoseconds);
      return { ...row, measured: `${row.measured}, ${(time / adam).toFixed(2)} × Adam` };
    }),
  );

  const alone: Record<string, number> = {};
  for (const id of Object.keys(OPTIMIZERS)) alone[id] = await send<number>(ALONE, id);
  printTable(
    '1. Engine: allocated by a step of each optimizer on Rosenbrock',
    Object.entries(OPTIMIZERS).flatMap(([id, { name }]) => [
      atMost(
        `${name}, after all optimizers on six problems`,
        middle((f) => f.bytes[id]),
        bytes,
        BYTES,
      ),
      atMost(
        `${name}, the same with f at the new point`,
        middle((f) => f.loopBytes[id]),
        bytes,
        BYTES,
      ),
      atMost(`${name}, with f at the new point, nothing else run before`, alone[id], bytes, BYTES),
    ]),
  );

  const scheduled: Record<string, number> = {};
  for (const id of Object.keys(SCHEDULES)) scheduled[id] = await send<number>(ALONE, id);
  printTable(
    '1. Engine: allocated by a step of Adam on Rosenbrock under each schedule, with f at the new point',
    Object.entries(SCHEDULES).flatMap(([id, { name }]) => [
      atMost(
        `${name}, after all optimizers and schedules`,
        middle((f) => f.scheduleBytes[id]),
        bytes,
        BYTES,
      ),
      atMost(`${name}, nothing else run before`, scheduled[id], bytes, BYTES),
    ]),
  );
}

/** What a fresh process sends, which inherits the loader of TypeScript that this one runs with. */
function send<Figures>(file: string, argument: string): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(file, [argument], { execArgv: [...process.execArgv, '--expose-gc'] });
    const sent: Figures[] = [];
    child.once('message', (message: Figures) => sent.push(message));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (sent.length > 0) resolve(sent[0]);
      else reject(new Error(`${file} ended with ${code} and without figures.`));
    });
  });
}
