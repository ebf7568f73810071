import { expect, type Page } from '@playwright/test';
import { linkOf, run, VALLEY } from './chartPage.ts';
import { open, test } from './page.ts';

/** Counts the pixels of the chart’s canvases whose opacity, of 255, is in a range. Runs in the page. */
function countPixels([from, to]: readonly [number, number]): number {
  let count = 0;
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>('.chart-plot canvas')) {
    const { width, height } = canvas;
    // A copy: a canvas that is read again and again is moved to where drawing is slow.
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
    copy?.drawImage(canvas, 0, 0);
    const data = copy?.getImageData(0, 0, width, height).data ?? [];
    for (let i = 3; i < data.length; i += 4) if (data[i] >= from && data[i] < to) count += 1;
  }
  return count;
}

/** How many are drawn in full strength. */
const strong = (page: Page) => page.evaluate(countPixels, [240, 256] as const);

/** How many they are once curves are drawn, in the full style, and stay as they are. */
async function strongAtRest(page: Page): Promise<number> {
  let before = 0;
  let now = 0;
  await expect
    .poll(async () => {
      before = now;
      now = await strong(page);
      return now > 400 && now === before;
    })
    .toBe(true);
  return now;
}

test('a run that is pointed at in the list fades the others’ curves', async ({ page }) => {
  await open(page, VALLEY);
  await expect(page.locator('.summary')).toContainText('Adam, step 90 of 300');
  const before = await strongAtRest(page);
  await page.getByRole('row', { name: /^Focus SGD/ }).hover();
  await expect.poll(() => strong(page)).toBeLessThan(0.7 * before);
  await page.mouse.move(640, 200);
  await expect.poll(() => strong(page)).toBe(before);
});

/** How many are tinted, as a band is, and not drawn in full as a line. */
const tinted = (page: Page) => page.evaluate(countPixels, [20, 60] as const);

test('a run that jitters is drawn as a band, a smooth one as a line', async ({ page }) => {
  const scene = { problem: { id: 'rosenbrock' }, start: [-1.5, 2], steps: 3000, view: { playhead: 1500 } };
  await open(page, linkOf({ ...scene, runs: [run('sgd', 0.001)] }));
  await expect(page.locator('.chart-plot')).toHaveAttribute('data-bands', '0');
  await strongAtRest(page);
  const smooth = await tinted(page);
  await open(page, linkOf({ ...scene, runs: [run('muon', 0.1)] }));
  await expect(page.locator('.chart-plot')).toHaveAttribute('data-bands', '1');
  await expect.poll(() => tinted(page)).toBeGreaterThan(smooth + 5000);
});
