import type { Browser, Page } from '@playwright/test';
import { installProbe } from './pageProbe.ts';

/** How many paths a plain page draws, of how many points: those of the scenes that are dragged. */
const PATHS = 12;
const POINTS = 1000;

/** Where a canvas lies in its page, in pixels. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * A page without a framework or a worker, for what this machine needs anyway: as many canvases as the app's page has
 * now, of the same sizes and in the same places. @returns the page, whose context is to be closed after use
 */
export async function openPlainPage(browser: Browser, app: Page): Promise<Page> {
  const boxes: Box[] = await app.locator('canvas').evaluateAll((canvases) =>
    canvases.map((canvas) => {
      const { left, top, width, height } = canvas.getBoundingClientRect();
      return { left, top, width, height };
    }),
  );
  const context = await browser.newContext({ viewport: app.viewportSize() });
  await installProbe(context);
  const page = await context.newPage();
  await page.goto('about:blank');
  await page.evaluate((all) => {
    const plot = document.createElement('div');
    plot.className = 'plot';
    for (const { left, top, width, height } of all) {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      Object.assign(canvas.style, { position: 'absolute', left: `${left}px`, top: `${top}px` });
      plot.append(canvas);
    }
    document.body.append(plot);
  }, boxes);
  return page;
}

/**
 * Has the page answer each movement of the pointer in its frame: the first canvas is cleared, and as many paths as the
 * app draws are stroked on it, solid and one pixel wide, each another spiral about the pointer. The probe is told of the
 * positions, and finds the canvas by the name that the app's has.
 */
export async function drawWithPointer(page: Page): Promise<void> {
  await page.evaluate(
    ({ paths, points }) => {
      const canvas = document.querySelector('canvas') as HTMLCanvasElement;
      canvas.className = 'layer-ahead';
      const ctx = canvas.getContext('2d') as CanvasRenderingContext2D;
      const { left, top } = canvas.getBoundingClientRect();
      let [x, y] = [0, 0];
      let positions = 0;
      const draw = () => {
        ctx.clearRect(0, 0, canvas.width, canvas.height);
        ctx.lineWidth = 1;
        for (let path = 0; path < paths; path++) {
          ctx.strokeStyle = `hsl(${30 * path} 70% 40%)`;
          ctx.beginPath();
          for (let k = 0; k < points; k++) {
            const part = 1 - k / points;
            const turn = 0.005 * (path + 1) * k + path;
            ctx.lineTo(x + 400 * part * Math.cos(turn), y + 200 * part * Math.sin(turn));
          }
          ctx.stroke();
        }
      };
      window.addEventListener('pointermove', ({ clientX, clientY }) => {
        [x, y] = [clientX - left, clientY - top];
        positions += 1;
        window.ravineProbe.asks(positions);
        window.ravineProbe.ends(positions);
        requestAnimationFrame(draw);
      });
    },
    { paths: PATHS, points: POINTS },
  );
}

/** Frames a second of a page that does next to nothing: a small part of each canvas changes in each frame. */
export async function framesOfPlainPage(browser: Browser, app: Page): Promise<number> {
  const page = await openPlainPage(browser, app);
  try {
    const stamps = await page.evaluate(async () => {
      const canvases = Array.from(document.querySelectorAll('canvas'), (canvas) => canvas.getContext('2d'));
      const stamps: number[] = [];
      await new Promise<void>((resolve) => {
        const draw = (at: number) => {
          stamps.push(at);
          for (const ctx of canvases) ctx?.fillRect(stamps.length, 20, 8, 8);
          if (at - stamps[0] < 2000) requestAnimationFrame(draw);
          else resolve();
        };
        requestAnimationFrame(draw);
      });
      return stamps;
    });
    return (1000 * (stamps.length - 1)) / (stamps[stamps.length - 1] - stamps[0]);
  } finally {
    await page.context().close();
  }
}
