import { setTimeout as wait } from 'node:timers/promises';
import type { Browser, Page } from '@playwright/test';
import type { Hand } from './hand.ts';
import { readProbe, type ProbeRecord } from './pageProbe.ts';
import { median, p95 } from './statistics.ts';
import { traced, type FrameTrace } from './trace.ts';

/** What one turn of dragging comes to; milliseconds where nothing else is said. */
export interface DragTurn {
  readonly positions: number;
  /** Frames a second in which paths were drawn, and the part of them in full style. */
  readonly drawnPerSecond: number;
  readonly full: number;
  /** From asking the worker to having all runs, of positions that were not overtaken. */
  readonly workerBack: number;
  readonly painted: Middle;
  readonly paintedFromHand: Middle;
  readonly rest: number;
}

/** What Chromium recorded of one turn. */
export interface TracedTurn {
  readonly onScreen: number;
  readonly wall: Middle;
  readonly processor: Middle;
  /** The part of its working time for which the main thread waited, mostly for a processor. */
  readonly waited: number;
}

export interface Middle {
  readonly median: number;
  readonly p95: number;
}

/** Drags for a while, as a person would see it. */
export async function dragTurn(page: Page, hand: Hand, milliseconds: number): Promise<DragTurn> {
  return measureTurn(await recordDrag(page, () => hand(page, milliseconds)));
}

/** Drags while Chromium records, which costs time itself: a turn of its own. */
export async function tracedTurn(
  browser: Browser,
  page: Page,
  hand: Hand,
  milliseconds: number,
): Promise<TracedTurn> {
  const traces: FrameTrace[] = [];
  const record = await recordDrag(page, async () => {
    traces.push(await traced(browser, page, () => hand(page, milliseconds)));
  });
  return measureTrace(record, traces[0]);
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
  // Not those that no movement has asked for: once the hand holds still, all runs come as a whole.
  const batches = record.batches.slice(
    begun,
    1 + record.batches.findLastIndex(({ moved }) => moved !== null),
  );
  if (batches.length === 0) throw new Error('The hand moved and no run was asked for.');
  return { ...record, batches, begun, from: batches[0].asked, to: batches[batches.length - 1].asked };
}

/** For each position that was painted: when it was, and by which frame. */
function paintedPositions({ batches, paints, begun }: Drag) {
  return batches.flatMap(({ handled, moved }, i) => {
    const paint = paints.find(({ shows }) => shows >= begun + i);
    return paint && handled !== null && moved !== null ? [{ handled, moved, paint }] : [];
  });
}

function measureTurn(record: Drag): DragTurn {
  const { batches, paints, from, to } = record;
  const positions = paintedPositions(record);
  const drawn = paints.filter((paint) => paint.drawn >= from && paint.drawn <= to);
  const restored = paints.find((paint) => paint.full && paint.drawn > to);
  return {
    positions: batches.length,
    drawnPerSecond: (1000 * drawn.length) / (to - from),
    full: drawn.filter((paint) => paint.full).length / drawn.length,
    workerBack: median(
      batches.flatMap(({ asked, computed }) => (computed === null ? [] : [computed - asked])),
    ),
    painted: middleOf(positions.map(({ handled, paint }) => paint.done - handled)),
    paintedFromHand: middleOf(positions.map(({ moved, paint }) => paint.done - moved)),
    rest: (restored?.done ?? Number.NaN) - to,
  };
}

function measureTrace(record: Drag, { work, shown }: FrameTrace): TracedTurn {
  const onScreen = paintedPositions(record).flatMap(({ moved, paint }) => {
    const frame = shown.find(({ began, presented }) => began <= paint.drawn && presented >= paint.done);
    return frame ? [frame.presented - moved] : [];
  });
  const frames = work.filter(({ at }) => at >= record.from && at <= record.to);
  const wall = frames.map((frame) => frame.wall);
  const processor = frames.map((frame) => frame.processor);
  const sum = (times: readonly number[]) => times.reduce((total, time) => total + time, 0);
  return {
    onScreen: median(onScreen),
    wall: middleOf(wall),
    processor: middleOf(processor),
    waited: 1 - sum(processor) / sum(wall),
  };
}

function middleOf(sample: readonly number[]): Middle {
  return { median: median(sample), p95: p95(sample) };
}
