import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { installProbe, readProbe } from './pageProbe.ts';
import { framesOfPlainPage } from './plainPage.ts';
import { linkTo } from './scenes.ts';
import { greatest, median, p95 } from './statistics.ts';
import { atLeast, atMost, figure, printTable, UNITS } from './table.ts';
import { traced } from './trace.ts';

const PER_SECOND = 60;
/** Frames are counted over a time that does not begin or end with one: a sixtieth of a second is lost at most. */
const TOLERANCE = 1;

/** Playback of 12 runs of 10,000 steps, which takes ten seconds, at 1920×1080. */
export async function benchPlayback(browser: Browser, url: string, quick: boolean): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  await installProbe(context);
  const page = await context.newPage();
  await page.goto(`${url}#${linkTo({ problem: 'rosenbrock', steps: 10_000, playhead: 0 })}`);
  await page.waitForFunction(() => window.ravineProbe.batches[0]?.computed);
  await wait(1000);
  const most = await framesOfPlainPage(browser, page);
  const play = async (milliseconds: number) => {
    await page.keyboard.press('Home');
    await page.keyboard.press('Space');
    await wait(300);
    await page.evaluate(() => {
      window.ravineProbe.reset();
      window.ravineProbe.countFrames(true);
    });
    await wait(milliseconds);
    await page.evaluate(() => window.ravineProbe.countFrames(false));
    await page.keyboard.press('Space');
  };
  await play(quick ? 3000 : 9000);
  const { frames, longTasks } = await readProbe(page);
  // Recording costs time itself, so it has a turn of its own.
  const trace = await traced(browser, page, () => play(quick ? 1000 : 4000));
  await context.close();

  const gaps = frames.slice(1).map((at, i) => at - frames[i]);
  const perSecond = (1000 * gaps.length) / gaps.reduce((sum, gap) => sum + gap, 0);
  const work = trace.work.map(({ wall }) => wall);
  printTable('3d. Playback of 12 runs × 10,000 steps', [
    figure('frames, a plain page with as many canvases here', most, UNITS.perSecond),
    atLeast('frames', perSecond, UNITS.perSecond, PER_SECOND - TOLERANCE),
    figure('frames, of what the plain page reaches', (100 * perSecond) / most, UNITS.percent),
    atMost('long tasks (> 50 ms)', longTasks.length, UNITS.count, 0),
    figure(
      'longest of them',
      greatest([0, ...longTasks.map(({ duration }) => duration)]),
      UNITS.milliseconds,
    ),
    figure('between frames, 95th percentile', p95(gaps), UNITS.milliseconds),
    figure('between frames, longest', greatest(gaps), UNITS.milliseconds),
    figure('main-thread work a frame, median', median(work), UNITS.milliseconds),
    figure('main-thread work a frame, 95th percentile', p95(work), UNITS.milliseconds),
  ]);
}
