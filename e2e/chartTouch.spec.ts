import { expect, type Page } from '@playwright/test';
import { boxOf, ends, plot, tab, VALLEY } from './chartPage.ts';
import { open, stepShown, test } from './page.ts';

test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });

/** Puts fingers on the chart, at parts of its width, and moves or lifts them. */
async function fingersOn(page: Page) {
  const box = await boxOf(plot(page));
  const session = await page.context().newCDPSession(page);
  return (type: 'touchStart' | 'touchMove' | 'touchEnd', ...parts: readonly number[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: parts.map((part, id) => ({
        x: box.x + part * box.width,
        y: box.y + box.height / 2,
        id,
      })),
    });
}

test.beforeEach(async ({ page }) => {
  await open(page, VALLEY);
  await tab(page, 'Chart').click();
  await expect.poll(() => ends(page)).toEqual([0, 300]);
});

test('two fingers zoom into the stretch between them, and move along, holding what was under them', async ({
  page,
}) => {
  const touch = await fingersOn(page);
  await touch('touchStart', 0.4, 0.6);
  for (let i = 1; i <= 5; i++) await touch('touchMove', 0.4 - 0.04 * i, 0.6 + 0.04 * i);
  // Steps 120 and 180 are three fifths of the chart apart: all of it are 100 steps.
  await expect.poll(() => ends(page)).toEqual([100, 200]);
  for (let i = 1; i <= 5; i++) await touch('touchMove', 0.2 - 0.02 * i, 0.8 - 0.02 * i);
  await expect.poll(() => ends(page)).toEqual([110, 210]);
  await touch('touchEnd');
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible();
  // A pinch is no tap, and marks out no stretch.
  expect(await stepShown(page)).toBe(90);
  await expect(page.locator('.chart-selection')).toBeHidden();
  expect(await page.evaluate(() => [window.scrollX, window.scrollY, visualViewport?.scale])).toEqual([
    0, 0, 1,
  ]);
});

test('fingers that come together show all, and no more than that', async ({ page }) => {
  const touch = await fingersOn(page);
  await touch('touchStart', 0.1, 0.9);
  for (let i = 1; i <= 5; i++) await touch('touchMove', 0.1 + 0.05 * i, 0.9 - 0.05 * i);
  await touch('touchEnd');
  await expect.poll(() => ends(page)).toEqual([0, 300]);
  await expect(page.getByRole('button', { name: 'Show all' })).toBeHidden();
});
