import { constant } from './constant.ts';
import { cosine } from './cosine.ts';
import { exponential } from './exponential.ts';
import { halveOnDivergence } from './halveOnDivergence.ts';
import { linear } from './linear.ts';
import { restarts } from './restarts.ts';
import type { Schedule } from './schedule.ts';
import { step } from './step.ts';
import { warmup } from './warmup.ts';

/** All schedules. A key stands in people's links: never rename one. */
export const SCHEDULES = {
  constant,
  step,
  exponential,
  cosine,
  linear,
  warmup,
  restarts,
  'halve-on-divergence': halveOnDivergence,
} as const satisfies Record<string, Schedule>;

export type ScheduleId = keyof typeof SCHEDULES;
