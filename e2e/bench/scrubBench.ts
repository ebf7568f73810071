import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { sliderHand } from './hand.ts';
import { installProbe, readProbe } from './pageProbe.ts';
import { linkTo, type BenchScene } from './scenes.ts';
import { greatest, median, p95 } from './statistics.ts';
import { atLeast, atMost, figure, printTable, UNITS } from './table.ts';
import { LONG_TASK, traced } from './trace.ts';

const PER_SECOND = 60;
/** Frames are counted over a time that does not begin or end with one. */
const TOLERANCE = 1;

const scrubber = sliderHand((page) => page.getByRole('slider', { name: 'Step', exact: true }));

/** The scrubber held and moved about over 12 complete runs of a million steps, 1280×720; then while a step is read. */
export async function benchScrub(browser: Browser, url: string, quick: boolean): Promise<void> {
  await scrubOver(browser, url, quick, '3f. Scrubbing 12 runs × 1,000,000 steps');
  await scrubOver(browser, url, quick, '3g. The same, with the panel that reads the step', {});
  await scrubOver(browser, url, quick, '3h. The same, with its curvature', { curvature: true });
}

async function scrubOver(
  browser: Browser,
  url: string,
  quick: boolean,
  title: string,
  reading?: BenchScene['reading'],
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    await installProbe(context);
    const page = await context.newPage();
    const scene = { problem: 'rosenbrock', steps: 1_000_000, playhead: 500_000 } as const;
    await page.goto(`${url}#${linkTo(reading ? { ...scene, reading } : scene)}`);
    await page.waitForFunction(() => window.ravineProbe.batches[0]?.computed, null, { timeout: 120_000 });
    if (reading) await page.locator('.step-panel .katex').first().waitFor();
    if (reading?.curvature) await page.locator('.curvature-marks ellipse').waitFor();
    // What the page fetches ahead once its first paths are there has come.
    await wait(3000);
    const scrub = async (milliseconds: number) => {
      await page.evaluate(() => {
        window.ravineProbe.reset();
        window.ravineProbe.countFrames(true);
      });
      await scrubber(page, milliseconds);
      await page.evaluate(() => window.ravineProbe.countFrames(false));
    };
    await scrub(quick ? 2000 : 6000);
    const { frames } = await readProbe(page);
    const gaps = frames.slice(1).map((at, i) => at - frames[i]);
    // Recording costs time itself, so it has a turn of its own.
    const trace = await traced(browser, page, () => scrub(quick ? 1000 : 3000));
    const work = trace.work.map(({ wall }) => wall);
    const { milliseconds, perSecond, count } = UNITS;
    printTable(title, [
      atLeast(
        'frames',
        1000 / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
        perSecond,
        PER_SECOND - TOLERANCE,
      ),
      figure('between frames, 95th percentile', p95(gaps), milliseconds),
      figure('between frames, longest', greatest(gaps), milliseconds),
      atMost('long tasks (> 50 ms)', trace.tasks.filter((duration) => duration > LONG_TASK).length, count, 0),
      figure('main-thread work a frame, median', median(work), milliseconds),
      figure('main-thread work a frame, 95th percentile', p95(work), milliseconds),
    ]);
  } finally {
    await context.close();
  }
}
