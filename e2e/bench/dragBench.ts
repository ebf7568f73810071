import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import { runToEnd } from '../../src/engine/simulate.ts';
import { strideFor } from '../../src/engine/trajectory.ts';
import { taskOf } from '../../src/scene/scene.ts';
import { startHandle } from '../page.ts';
import { installProbe, readProbe, type ProbeRecord } from './pageProbe.ts';
import { linkTo, sceneOf, type BenchScene } from './scenes.ts';
import { median, p95, quantile } from './statistics.ts';
import { atMost, figure, printTable, UNITS, type Row } from './table.ts';
import { traced, type FrameTrace } from './trace.ts';

/** DESIGN §5: a drag is painted within two frames, and the main thread works one frame at most. */
const FRAME = 1000 / 60;
const TWO_FRAMES = 33.4;
const WORK = 16.7;
const REST = 100;

/** A mouse reports this often. */
const MOUSE_MILLISECONDS = 8;

const SCENES: readonly (BenchScene & { readonly name: string })[] = [
  { name: 'smooth: Rosenbrock', problem: 'rosenbrock', steps: 1000, playhead: 1000 },
  { name: 'jagged: Rastrigin, noise 1', problem: 'rastrigin', steps: 1000, noise: 1, playhead: 1000 },
];

/**
 * The start point held and moved about by real mouse events, 12 runs of 1,000 steps, 1920×1080. A position counts as
 * painted at the end of the first frame that shows its paths, all of them, or those of a later position: when the main
 * thread has finished that frame. Its time runs from the pointermove event, and, as “hand”, from when the browser
 * received the movement, which it keeps until the next frame begins.
 */
export async function benchDrag(browser: Browser, url: string, quick: boolean): Promise<void> {
  for (const { name, ...scene } of SCENES) {
    const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
    try {
      await installProbe(context);
      const page = await context.newPage();
      await page.goto(`${url}#${linkTo(scene)}`);
      await page.waitForFunction(() => window.ravineProbe.batches[0]?.computed !== null);
      await drag(page, 1000);
      const plain = await recordDrag(page, () => drag(page, quick ? 2500 : 6000));
      // Recording costs time itself, so it has a turn of its own.
      let trace: FrameTrace | null = null;
      const withTrace = await recordDrag(page, async () => {
        trace = await traced(browser, page, () => drag(page, quick ? 1500 : 4000));
      });
      printTable(`3b. Drag to paint, ${name}`, [
        ...latencyRows(plain, timeInNode(scene)),
        ...(trace ? workRows(withTrace, trace) : []),
      ]);
    } finally {
      await context.close();
    }
  }
}

/** What the probe saw of a drag. */
interface Drag extends ProbeRecord {
  /** The number of the first of its batches. */
  readonly begun: number;
  /** The first and the last time that the worker was asked. */
  readonly from: number;
  readonly to: number;
}

async function recordDrag(page: Page, dragging: () => Promise<void>): Promise<Drag> {
  await wait(500);
  await page.evaluate(() => window.ravineProbe.reset());
  const begun = (await readProbe(page)).batches.length;
  await dragging();
  const record = await readProbe(page);
  const batches = record.batches.slice(begun);
  const [from, to] = [batches[0]?.asked ?? Number.NaN, batches.at(-1)?.asked ?? Number.NaN];
  return { ...record, batches, begun, from, to };
}

/** For each position that was painted: when it was, and by which frame. */
function paintedPositions({ batches, paints, begun }: Drag) {
  return batches.flatMap(({ handled, moved }, i) => {
    const paint = paints.find(({ shows }) => shows >= begun + i);
    return paint && handled !== null && moved !== null ? [{ handled, moved, paint }] : [];
  });
}

function latencyRows(drag: Drag, inNode: number): Row[] {
  const { milliseconds, percent, perSecond, count } = UNITS;
  const { batches, paints, from, to } = drag;
  const positions = paintedPositions(drag);
  const painted = positions.map(({ handled, paint }) => paint.done - handled);
  const fromHand = positions.map(({ moved, paint }) => paint.done - moved);
  const computed = batches.flatMap(({ asked, computed }) => (computed === null ? [] : [computed - asked]));
  const during = paints.filter(({ drawn }) => drawn >= from && drawn <= to);
  const full = during.filter((paint) => paint.full);
  const restored = paints.find((paint) => paint.full && paint.drawn > to);
  return [
    figure('positions handled', batches.length, count),
    figure('frames in which paths were drawn', (1000 * during.length) / (to - from), perSecond),
    figure('of them in full style', (100 * full.length) / during.length, percent),
    figure('worker asked to all 12 runs back, median', median(computed), milliseconds),
    figure('the same runs computed in Node', inNode, milliseconds),
    inFrames(
      atMost('pointermove to painted, median', median(painted), milliseconds, TWO_FRAMES),
      painted,
      0.5,
    ),
    inFrames(
      atMost('pointermove to painted, 95th percentile', p95(painted), milliseconds, TWO_FRAMES),
      painted,
      0.95,
    ),
    figure('hand to painted, median', median(fromHand), milliseconds),
    figure('hand to painted, 95th percentile', p95(fromHand), milliseconds),
    atMost('hand rests to full style', (restored?.done ?? Number.NaN) - to, milliseconds, REST),
  ];
}

function workRows(drag: Drag, { work, shown }: FrameTrace): Row[] {
  const { milliseconds } = UNITS;
  const onScreen = paintedPositions(drag).flatMap(({ moved, paint }) => {
    const frame = shown.find(({ began, presented }) => began <= paint.drawn && presented >= paint.done);
    return frame ? [frame.presented - moved] : [];
  });
  const frames = work.filter(({ at }) => at >= drag.from && at <= drag.to);
  const wall = frames.map((frame) => frame.wall);
  const processor = frames.map((frame) => frame.processor);
  return [
    figure('hand to screen, recorded, median', median(onScreen), milliseconds),
    figure('main-thread work a frame, median', median(wall), milliseconds),
    atMost('main-thread work a frame, 95th percentile', p95(wall), milliseconds, WORK),
    figure('of it processor time, median', median(processor), milliseconds),
    figure('of it processor time, 95th percentile', p95(processor), milliseconds),
  ];
}

/** Milliseconds that the runs of a scene take in one thread, recorded as the worker records them. */
function timeInNode(bench: BenchScene): number {
  const scene = sceneOf(bench);
  const times: number[] = [];
  for (let round = -10; round < 20; round++) {
    const began = performance.now();
    for (const run of scene.runs) runToEnd(taskOf(scene, run), strideFor(scene.steps));
    if (round >= 0) times.push(performance.now() - began);
  }
  return median(times);
}

/** Adds how many frames a time is, begun ones included. */
function inFrames(row: Row, sample: readonly number[], part: number): Row {
  return { ...row, measured: `${row.measured}, ${Math.ceil(quantile(sample, part) / FRAME)} frames` };
}

/** Takes hold of the start and moves it about it on a curve that does not close, at the speed of a hand. */
async function drag(page: Page, milliseconds: number): Promise<void> {
  const box = await startHandle(page).boundingBox();
  const plot = await page.locator('.plot').boundingBox();
  if (!box || !plot) throw new Error('There is no start to take hold of.');
  const x = box.x + box.width / 2;
  const y = box.y + box.height / 2;
  // Away from the frame, where positions would be cut to the same one.
  const reach = [
    Math.min(140, x - plot.x - 20, plot.x + plot.width - x - 20),
    Math.min(90, y - plot.y - 20, plot.y + plot.height - y - 20),
  ];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const session = await page.context().newCDPSession(page);
  const began = performance.now();
  for (let now = 0; now < milliseconds; now = performance.now() - began) {
    // Chromium hands a page one move a frame, at its begin; sent sooner, two would come. This one is handled when it returns.
    await session.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      button: 'left',
      buttons: 1,
      x: x + reach[0] * Math.sin(now * 0.0031),
      y: y + reach[1] * Math.sin(now * 0.0047),
    });
    await wait(MOUSE_MILLISECONDS);
  }
  // Held still, not let go: the full style comes back.
  await wait(300);
  await page.mouse.up();
  await session.detach();
}
