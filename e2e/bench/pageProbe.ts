import type { BrowserContext, Page } from '@playwright/test';
import type { FromEngine, ToEngine } from '../../src/engine/protocol.ts';

/** Times in milliseconds of the page's own clock, which begins with its navigation. */
export interface ProbeRecord {
  /** Runs that were asked for together: one a position of the start, or one a scene. */
  readonly batches: readonly Batch[];
  readonly paints: readonly Paint[];
  /** Duration of each task longer than 50 ms, and when it began. */
  readonly longTasks: readonly { readonly at: number; readonly duration: number }[];
  /** When each animation frame began, while they were counted. */
  readonly frames: readonly number[];
}

export interface Batch {
  /** When the hand moved and when the page was told, if a pointer event was the cause. */
  readonly moved: number | null;
  readonly handled: number | null;
  /** When the worker was asked. */
  readonly asked: number;
  /** When all of its runs had come from the worker; null if a newer batch took their place, or if they still run. */
  computed: number | null;
}

/** A frame in which paths were drawn anew. */
export interface Paint {
  readonly drawn: number;
  /** When the main thread had finished the frame: style, layout and paint, with the canvases rasterised. */
  done: number;
  /** The newest batch that was complete when it was drawn; −1 if there was none. */
  readonly shows: number;
  /** True if paths had their halos: not the light style for while a hand moves. */
  full: boolean;
}

export interface Probe extends ProbeRecord {
  /** A run was asked for, and has ended: heard of the worker's messages, or told by a page that has none. */
  asks(run: number): void;
  ends(run: number): void;
  /** Forgets what was recorded; batches keep counting. */
  reset(): void;
  countFrames(on: boolean): void;
}

declare global {
  interface Window {
    ravineProbe: Probe;
  }
}

/**
 * Puts a probe into every page of a context, before the page's own scripts. It changes nothing of the app: it listens
 * to the messages between page and engine, to the pointer, and to the canvases' `stroke`.
 */
export async function installProbe(context: BrowserContext): Promise<void> {
  // The loader of TypeScript names functions through a helper that the page does not have.
  await context.addInitScript({ content: 'globalThis.__name ??= (named) => named;' });
  await context.addInitScript(probe);
}

export function readProbe(page: Page): Promise<ProbeRecord> {
  return page.evaluate(() => {
    const { batches, paints, longTasks, frames } = window.ravineProbe;
    return { batches, paints, longTasks, frames };
  });
}

/** Runs in the page, so it must be complete in itself. */
function probe(): void {
  const batches: Batch[] = [];
  const paints: Paint[] = [];
  const longTasks: { at: number; duration: number }[] = [];
  const frames: number[] = [];
  /** The runs of a batch that have not ended. */
  const waiting = new Map<number, Set<number>>();
  const batchOf = new Map<number, number>();
  let move: { moved: number; handled: number } | null = null;
  let isOpen = false;
  let counts = false;
  let newest = -1;

  // Of several movements before the worker is asked the first counts: the longest wait.
  window.addEventListener(
    'pointermove',
    ({ timeStamp }) => (move ??= { moved: timeStamp, handled: performance.now() }),
    { capture: true },
  );

  const asks = (run: number) => {
    if (!isOpen) {
      isOpen = true;
      queueMicrotask(() => (isOpen = false));
      const asked = performance.now();
      batches.push({ moved: move?.moved ?? null, handled: move?.handled ?? null, asked, computed: null });
      waiting.set(batches.length - 1, new Set());
      move = null;
    }
    batchOf.set(run, batches.length - 1);
    waiting.get(batches.length - 1)?.add(run);
  };
  const ends = (run: number) => {
    const batch = batchOf.get(run);
    if (batch === undefined) return;
    const runs = waiting.get(batch);
    runs?.delete(run);
    if (runs?.size !== 0) return;
    waiting.delete(batch);
    batches[batch].computed = performance.now();
    newest = Math.max(newest, batch);
  };

  const NativeWorker = window.Worker;
  window.Worker = class extends NativeWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      if (options?.name !== 'engine') return;
      this.addEventListener('message', ({ data }: MessageEvent<FromEngine>) => {
        if (data.type === 'progress') for (const { run } of data.ended) ends(run);
      });
      const post = this.postMessage.bind(this);
      this.postMessage = (messages: readonly ToEngine[]) => {
        for (const message of messages) if (message.type === 'run') asks(message.run);
        post(messages);
      };
    }
  };

  let isFrame = false;
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((at) => {
      isFrame = true;
      callback(at);
      isFrame = false;
    });

  // The path ahead is drawn first of all paths, and with each change.
  const layer = (name: string) => document.querySelector(`.plot canvas.layer-${name}`);
  let ahead: Element | null = null;
  let halos: Element | null = null;
  let current: Paint | null = null;
  const afterFrame = new MessageChannel();
  afterFrame.port1.onmessage = () => {
    if (current) current.done = performance.now();
    current = null;
  };
  const context = CanvasRenderingContext2D.prototype;
  const stroke = Object.getOwnPropertyDescriptor(context, 'stroke')?.value as typeof context.stroke;
  context.stroke = function (this: CanvasRenderingContext2D, ...path: [] | [Path2D]) {
    if (!ahead?.isConnected) [ahead, halos] = [layer('ahead'), layer('halos')];
    if (this.canvas === ahead && !current) {
      current = { drawn: performance.now(), done: Number.NaN, shows: newest, full: false };
      paints.push(current);
      // A message that is posted in a frame is received after that frame's painting.
      const finish = () => afterFrame.port2.postMessage(null);
      if (isFrame) finish();
      else request(finish);
    }
    if (this.canvas === halos && current) current.full = true;
    stroke.apply(this, path as [Path2D]);
  };

  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push({ at: startTime, duration });
  }).observe({ type: 'longtask', buffered: true });

  const count = (at: number) => {
    frames.push(at);
    if (counts) request(count);
  };

  window.ravineProbe = {
    batches,
    paints,
    longTasks,
    frames,
    asks,
    ends,
    reset() {
      for (const list of [paints, longTasks, frames]) list.length = 0;
    },
    countFrames(on) {
      if (on && !counts) request(count);
      counts = on;
    },
  };
}
