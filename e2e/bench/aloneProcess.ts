// A process of its own for one optimizer, forked by engineBench.ts: what its step allocates where nothing else has run.
import { bytesPerStep, IDS, walk } from './engineRuns.ts';

const id = IDS.find((known) => known === process.argv[2]);
if (id === undefined) throw new Error(`${process.argv[2]} is no optimizer.`);
process.send?.(bytesPerStep(id, walk));
