import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { installProbe, readProbe } from './pageProbe.ts';
import { linkTo } from './scenes.ts';
import { greatest, median, p95 } from './statistics.ts';
import { atMost, figure, printTable, UNITS } from './table.ts';
import { LONG_TASK, traced } from './trace.ts';

/** The budget: the first paths of a million steps within 100 ms, and at most 300 MB. */
const FIRST_PAINT = 100;
const MEGABYTES = 300;
const LONGEST_WAIT = 120_000;

const MILLION = { problem: 'rosenbrock', steps: 1_000_000 } as const;

interface Stream {
  readonly firstPaint: number;
  readonly seconds: number;
  readonly longestTask: number;
  readonly longTasks: number;
  readonly gaps: readonly number[];
  readonly before: Memory;
  readonly after: Memory;
}

/**
 * 12 runs of a million steps, opened in a page that shows another scene already, so that its own loading does not
 * count: until the first of their paths are painted, until all have ended, and how busy the page is meanwhile.
 */
export async function benchStream(browser: Browser, url: string, quick: boolean): Promise<void> {
  const streams: Stream[] = [];
  for (let i = 0; i < (quick ? 1 : 5); i++) streams.push(await streamOnce(browser, url));
  const middle = (pick: (stream: Stream) => number) => median(streams.map(pick));
  const gaps = streams.flatMap((stream) => stream.gaps);
  const seconds = middle((stream) => stream.seconds);
  const { milliseconds, megabytes, nanoseconds, count } = UNITS;
  printTable(
    '3e. 12 runs × 1,000,000 steps',
    [
      atMost(
        'asked to first paths painted',
        middle(({ firstPaint }) => firstPaint),
        milliseconds,
        FIRST_PAINT,
      ),
      figure('asked to all runs ended', seconds, UNITS.seconds),
      figure('a step of all that, streamed', (seconds * 1e9) / 12e6, nanoseconds),
      figure(
        'long tasks (> 50 ms) meanwhile',
        middle(({ longTasks }) => longTasks),
        count,
      ),
      figure(
        'longest main-thread task meanwhile',
        middle(({ longestTask }) => longestTask),
        milliseconds,
      ),
      figure('between frames meanwhile, median', median(gaps), milliseconds),
      figure('between frames meanwhile, 95th percentile', p95(gaps), milliseconds),
      figure(
        'page: heap and buffers, before',
        middle(({ before }) => before.page),
        megabytes,
      ),
      figure(
        'page: heap and buffers, after',
        middle(({ after }) => after.page),
        megabytes,
      ),
      figure(
        'process with its workers: own memory, before',
        middle(({ before }) => before.process),
        megabytes,
      ),
      atMost(
        'process with its workers: own memory, after',
        middle(({ after }) => after.process),
        megabytes,
        MEGABYTES,
      ),
    ],
    [`Medians of ${streams.length}.`],
  );
}

async function streamOnce(browser: Browser, url: string): Promise<Stream> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    await installProbe(context);
    const page = await context.newPage();
    await page.goto(`${url}#${linkTo({ problem: 'rosenbrock', steps: 100, playhead: 100 })}`);
    await page.waitForFunction(() => window.ravineProbe.batches[0]?.computed);
    await wait(1000);
    const before = await memory(page);
    const trace = await traced(browser, page, async () => {
      await page.evaluate(() => {
        window.ravineProbe.reset();
        window.ravineProbe.countFrames(true);
      });
      await page.goto(`${url}#${linkTo({ ...MILLION, playhead: 0 })}`);
      await page.waitForFunction(() => window.ravineProbe.batches[1]?.computed, null, {
        timeout: LONGEST_WAIT,
      });
      await page.evaluate(() => window.ravineProbe.countFrames(false));
    });
    const after = await memory(page);
    const { batches, paints, frames } = await readProbe(page);
    const { asked, computed } = batches[1];
    const first = paints.find(({ drawn }) => drawn > asked);
    return {
      firstPaint: (first?.done ?? Number.NaN) - asked,
      seconds: ((computed ?? Number.NaN) - asked) / 1000,
      longestTask: greatest(trace.tasks),
      longTasks: trace.tasks.filter((duration) => duration > LONG_TASK).length,
      gaps: frames.slice(1).map((at, i) => at - frames[i]),
      before,
      after,
    };
  } finally {
    await context.close();
  }
}

interface Memory {
  readonly page: number;
  readonly process: number;
}

/** Megabytes: the page's own, and of the process that it shares with its workers (told by Linux only). */
async function memory(page: Page): Promise<Memory> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, embedderHeapUsedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return {
    page: (usedSize + embedderHeapUsedSize + backingStorageSize) / 1e6,
    process: await ownMemory(page),
  };
}

async function ownMemory(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (!browser) return Number.NaN;
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  // Of several, ours is the one that has worked.
  const { id } = renderers.reduce((most, next) => (next.cpuTime > most.cpuTime ? next : most));
  try {
    const status = readFileSync(`/proc/${id}/status`, 'utf8');
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]);
    return ((kilobytes('RssAnon') + kilobytes('RssShmem')) * 1024) / 1e6;
  } catch {
    return Number.NaN;
  }
}
