import { expect } from '@playwright/test';
import { inkOf, open, test } from './page.ts';

// Pictures are compared only where platform and browser version are those of the reference; elsewhere these tests
// still hold the geometry.
const OPENING =
  'v=1&p=rosenbrock,a1,b100&s=-1.5,2&n=300&r=sgd.001&r=momentum.001,m.9&r=adam.1&r=muon.02,m.95&view=t180,f2&end';
const LEAVING = 'v=1&p=bowl,k20&s=-4,1&n=300&r=sgd.095&r=sgd.105&r=momentum.1,m.4&view=t300,f1&end';

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 375, height: 812 },
];

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of SIZES) {
    const name = `${viewport.width}-${colorScheme}`;
    test.describe(name, () => {
      test.use({ viewport, colorScheme });
      test(`the opening scene at step 180 looks as it did: ${name}`, async ({ page }) => {
        await open(page, OPENING);
        await expect(page.locator('.summary')).toContainText('step 180 of 300');
        await page.evaluate(() => document.fonts.ready);
        expect(await inkOf(page, 5)).toBeGreaterThan(300);
        await expect(page).toHaveScreenshot(`opening-${name}.png`, { maxDiffPixelRatio: 0.005 });
      });
    });
  }

test('a path that leaves the picture ends in an arrow on the frame, and a sentence in its row', async ({
  page,
}) => {
  await open(page, LEAVING);
  await expect(page.locator('.summary')).toContainText(/step 19\d of 300.*diverged/);
  await expect(page.getByText(/It diverged at step 19\d and left the picture/)).toBeVisible();
  // The arrow's tip is on the frame: the outermost pixels of the heads' layer are not empty.
  const edge = await page.evaluate(() => {
    const canvas = document.querySelectorAll<HTMLCanvasElement>('.plot canvas')[5];
    const { width, height } = canvas;
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
    return data?.some((value, i) => {
      const row = Math.floor(i / 4 / width);
      return i % 4 === 3 && value > 0 && (row < 2 || row >= height - 2);
    });
  });
  expect(edge).toBe(true);
  await expect(page).toHaveScreenshot('leaving.png', { maxDiffPixelRatio: 0.005 });
});
