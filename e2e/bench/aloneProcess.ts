// A process of its own for one optimizer, or for Adam under one schedule, forked by engineBench.ts: what a step allocates
// where nothing else has run.
import { bytesPerStep, IDS, SCHEDULE_IDS, scheduledTask, taskFor, walk } from './engineRuns.ts';

const [, , asked] = process.argv;
const optimizer = IDS.find((known) => known === asked);
const schedule = SCHEDULE_IDS.find((known) => known === asked);
if (optimizer !== undefined) process.send?.(bytesPerStep(taskFor(optimizer), walk));
else if (schedule !== undefined) process.send?.(bytesPerStep(scheduledTask(schedule), walk));
else throw new Error(`${asked} is no optimizer and no schedule.`);
