import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from '@playwright/test';
import { installProbe, readProbe } from './pageProbe.ts';
import { linkTo } from './scenes.ts';
import { greatest, median, p95 } from './statistics.ts';
import { atLeast, atMost, figure, printTable, UNITS } from './table.ts';
import { traced } from './trace.ts';

const PER_SECOND = 60;
/** Frames are counted over a time that does not begin or end with one: a sixtieth of a second is lost at most. */
const TOLERANCE = 1;

/** Playback of 12 runs of 10,000 steps, which takes ten seconds, at 1920×1080. */
export async function benchPlayback(browser: Browser, url: string, quick: boolean): Promise<void> {
  const viewport = { width: 1920, height: 1080 };
  const most = await framesOfPlainPage(browser, viewport);
  const context = await browser.newContext({ viewport });
  await installProbe(context);
  const page = await context.newPage();
  await page.goto(`${url}#${linkTo({ problem: 'rosenbrock', steps: 10_000, playhead: 0 })}`);
  await page.waitForFunction(() => window.ravineProbe.batches[0]?.computed !== null);
  await wait(1000);
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

/**
 * Frames a second of a page that does next to nothing: one small canvas of nine as large as the app's changes in each
 * frame. Software that paints without a graphics card may not reach sixty even then.
 */
async function framesOfPlainPage(
  browser: Browser,
  viewport: { width: number; height: number },
): Promise<number> {
  const context = await browser.newContext({ viewport });
  try {
    await installProbe(context);
    const page = await context.newPage();
    await page.goto('about:blank');
    const stamps = await page.evaluate(async () => {
      const canvases = Array.from({ length: 9 }, (_, i) => {
        const canvas = document.createElement('canvas');
        Object.assign(canvas, { width: 1248, height: i < 6 ? 652 : 160 });
        Object.assign(canvas.style, { position: 'absolute', left: '56px', top: i < 6 ? '72px' : '820px' });
        document.body.append(canvas);
        return canvas.getContext('2d') as CanvasRenderingContext2D;
      });
      const stamps: number[] = [];
      await new Promise<void>((resolve) => {
        const draw = (at: number) => {
          stamps.push(at);
          for (const ctx of canvases) ctx.fillRect(stamps.length, 20, 8, 8);
          if (at - stamps[0] < 2000) requestAnimationFrame(draw);
          else resolve();
        };
        requestAnimationFrame(draw);
      });
      return stamps;
    });
    return (1000 * (stamps.length - 1)) / (stamps[stamps.length - 1] - stamps[0]);
  } finally {
    await context.close();
  }
}
