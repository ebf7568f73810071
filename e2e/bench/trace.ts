import type { Browser, Page } from '@playwright/test';

/** What Chromium recorded of a page's frames; milliseconds of the page's own clock. */
export interface FrameTrace {
  /** From one frame's begin to the next one's: all tasks of the page's main thread, in time passed and in processor time. */
  readonly work: readonly { readonly at: number; readonly wall: number; readonly processor: number }[];
  /** How long each task of the main thread took. */
  readonly tasks: readonly number[];
  /** Frames that came from the main thread: its part of them, and when they were on screen. */
  readonly shown: readonly {
    readonly began: number;
    readonly committed: number;
    readonly presented: number;
  }[];
}

interface TraceEvent {
  readonly name: string;
  /** X is a whole event, b and e are the begin and the end of an asynchronous one, other letters are moments. */
  readonly ph: string;
  /** Microseconds, as `dur`, and `tdur` of processor time. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly id2?: { readonly local?: string };
}

const CATEGORIES = [
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.frame',
];
const CLOCK = 'ravine-clock';

/** Tasks above this many milliseconds are long: the page answers late. */
export const LONG_TASK = 50;

/** Records a page's frames while something happens in it. Another Chromium may name its events otherwise: lists are empty then. */
export async function traced(browser: Browser, page: Page, action: () => Promise<void>): Promise<FrameTrace> {
  await browser.startTracing(page, { categories: CATEGORIES });
  const clock = await page.evaluate((name) => performance.mark(name).startTime, CLOCK);
  let text = '';
  try {
    await action();
  } finally {
    text = (await browser.stopTracing()).toString();
  }
  const { traceEvents } = JSON.parse(text) as { traceEvents: TraceEvent[] };
  const mark = traceEvents.find(({ name }) => name === CLOCK);
  if (!mark) return { work: [], tasks: [], shown: [] };
  const toPage = (ts: number) => clock + (ts - mark.ts) / 1000;
  const ofPage = traceEvents.filter(({ pid, ts }) => pid === mark.pid && ts >= mark.ts);
  ofPage.sort((a, b) => a.ts - b.ts);
  return { ...mainThread(ofPage, mark.tid, toPage), shown: shownFrames(ofPage, toPage) };
}

function mainThread(events: readonly TraceEvent[], tid: number, toPage: (ts: number) => number) {
  const own = events.filter((event) => event.tid === tid);
  const tasks = own.filter(({ name, ph }) => name === 'RunTask' && ph === 'X');
  const begins = own.filter(({ name }) => name === 'BeginMainThreadFrame').map(({ ts }) => ts);
  const work: { at: number; wall: number; processor: number }[] = [];
  let next = 0;
  for (const task of tasks) {
    // The task in which a frame begins is that frame's, from its start.
    if (next < begins.length && begins[next] <= task.ts + (task.dur ?? 0)) {
      work.push({ at: toPage(begins[next]), wall: 0, processor: 0 });
      while (next < begins.length && begins[next] <= task.ts + (task.dur ?? 0)) next++;
    }
    const frame = work.at(-1);
    if (!frame) continue;
    frame.wall += (task.dur ?? 0) / 1000;
    frame.processor += (task.tdur ?? 0) / 1000;
  }
  // The last frame has no end.
  work.pop();
  return { work, tasks: tasks.map(({ dur = 0 }) => dur / 1000) };
}

/** Chromium reports a frame's way through its pipeline as nested events under one id, used again once it is through. */
function shownFrames(events: readonly TraceEvent[], toPage: (ts: number) => number): FrameTrace['shown'] {
  const open = new Map<string, { began: number; committed: number; submitted: boolean }>();
  const shown: { began: number; committed: number; presented: number }[] = [];
  for (const { name, ph, ts, id2 } of events) {
    const id = id2?.local;
    if (id === undefined) continue;
    const frame = open.get(id);
    if (name === 'PipelineReporter' && ph === 'b')
      open.set(id, { began: Number.NaN, committed: Number.NaN, submitted: false });
    else if (!frame) continue;
    else if (name === 'SendBeginMainFrameToCommit') frame[ph === 'b' ? 'began' : 'committed'] = toPage(ts);
    else if (name === 'SubmitCompositorFrameToPresentationCompositorFrame') frame.submitted = true;
    else if (name === 'PipelineReporter' && ph === 'e') {
      open.delete(id);
      const { began, committed, submitted } = frame;
      if (submitted && committed >= began) shown.push({ began, committed, presented: toPage(ts) });
    }
  }
  return shown;
}
