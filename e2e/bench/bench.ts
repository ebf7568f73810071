// `npm run bench`: the budgets, measured. `--quick` takes fewer repetitions; the names of parts (engine, ground,
// app) choose among them. It fails when something breaks, never for being slow.
import { availableParallelism, cpus, loadavg } from 'node:os';
import { benchApp } from './appBench.ts';
import { benchDataGround } from './dataGroundBench.ts';
import { benchEngine } from './engineBench.ts';
import { benchGround } from './groundBench.ts';

const PARTS = {
  engine: benchEngine,
  ground: async (quick: boolean) => {
    benchGround(quick);
    await benchDataGround(quick);
  },
  app: benchApp,
} as const;
type Part = keyof typeof PARTS;
const NAMES = Object.keys(PARTS) as Part[];

async function main(args: readonly string[]): Promise<void> {
  const unknown = args.find((arg) => arg !== '--quick' && !NAMES.some((name) => name === arg));
  if (unknown !== undefined) throw new Error(`${unknown} is not one of --quick, ${NAMES.join(', ')}.`);
  const chosen = NAMES.filter((name) => args.includes(name));
  console.log(`Node ${process.version} on ${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}.`);
  for (const name of chosen.length === 0 ? NAMES : chosen) {
    warnIfBusy();
    await PARTS[name](args.includes('--quick'));
  }
}

/** Other work on the same processors makes times longer, and not evenly. */
function warnIfBusy(): void {
  const [load] = loadavg();
  if (load > availableParallelism() / 2)
    console.log(`\nThe computer is busy (load ${load.toFixed(1)}): times are longer than they need be.`);
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
