import { expect } from '@playwright/test';
import { drawn, plotBox, reading, surface } from './mapPage.ts';
import { open, pause, test } from './page.ts';

test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });

test.beforeEach(async ({ page }) => {
  await open(page);
  await pause(page);
  await expect(surface(page)).toBeVisible();
});

test('one finger pans, two pinch, a tap reads, and the page stays where it is', async ({ page }) => {
  const box = await plotBox(page);
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: [number, number][]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x: box.x + x, y: box.y + y, id })),
    });
  const tapped = async (x: number, y: number) => {
    await page.touchscreen.tap(box.x + x, box.y + y);
    await drawn(page);
    return reading(page);
  };
  const before = await tapped(250, 100);
  await touch('touchStart', [250, 100]);
  for (let i = 1; i <= 6; i++) await touch('touchMove', [250 - 15 * i, 100 + 20 * i]);
  await touch('touchEnd');
  await drawn(page);
  const panned = await tapped(160, 220);
  expect(panned.x).toBeCloseTo(before.x, 6);
  expect(panned.y).toBeCloseTo(before.y, 6);

  const [left, right] = [await tapped(100, 200), await tapped(200, 200)];
  await touch('touchStart', [100, 200], [200, 200]);
  for (let i = 1; i <= 5; i++) await touch('touchMove', [100 - 10 * i, 200], [200 + 10 * i, 200]);
  await touch('touchEnd');
  await drawn(page);
  const [leftAfter, rightAfter] = [await tapped(50, 200), await tapped(250, 200)];
  expect(leftAfter.x).toBeCloseTo(left.x, 6);
  expect(rightAfter.x).toBeCloseTo(right.x, 6);
  expect(await page.evaluate(() => [window.scrollX, window.scrollY, visualViewport?.scale])).toEqual([
    0, 0, 1,
  ]);
});

test('every target on the map is at least 44 pixels', async ({ page }) => {
  for (const button of await page.locator('.plot').getByRole('button').all()) {
    const box = await button.boundingBox();
    if (!box) continue;
    const name = (await button.getAttribute('aria-label')) ?? '';
    expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
  }
});
