import { expect } from '@playwright/test';
import { PROBLEMS } from '../src/problems/registry.ts';
import { expectNoAxeViolations, open, test } from './page.ts';
import { BOWL, formula, openSheet, option, sheet, title } from './problemSheet.ts';

const COUNT = Object.keys(PROBLEMS).length;

test.describe('the header', () => {
  for (const width of [1280, 1920])
    test(`has its formulas clear of its buttons, ${width} wide`, async ({ page }) => {
      await page.setViewportSize({ width, height: 720 });
      await open(page);
      let before = (await formula(page).textContent()) ?? '';
      const others = Object.entries(PROBLEMS).filter(([id]) => id !== 'rosenbrock');
      for (const [id, { name }] of others) {
        await page.evaluate((problem) => {
          window.location.hash = `v=1&p=${problem}&n=1&r=sgd.001&end`;
        }, id);
        await expect(title(page)).toHaveText(name);
        // Blobs have the formula of Iris, whatever their labels.
        if (id !== 'blobs' && id !== 'flipped-blobs') await expect(formula(page)).not.toHaveText(before);
        before = (await formula(page).textContent()) ?? '';
        const [shown, room, actions] = await Promise.all(
          ['.header .formula .katex-html', '.header .formula', '.header-actions'].map((selector) =>
            page.locator(selector).boundingBox(),
          ),
        );
        if (!shown || !room || !actions) throw new Error('the header is not whole');
        expect(room.x + room.width, name).toBeLessThanOrEqual(actions.x);
        // Whole, or out of sight as a whole.
        const fits = shown.x + shown.width <= room.x + room.width + 1;
        if (fits) expect(shown.y + shown.height, name).toBeLessThanOrEqual(room.y + room.height + 4);
        else expect(shown.y, name).toBeGreaterThanOrEqual(room.y + room.height);
      }
    });
});

for (const [scheme, width, height] of [
  ['light', 1280, 720],
  ['dark', 1920, 1080],
  ['light', 375, 812],
  ['dark', 375, 812],
] as const)
  test.describe(`the open sheet, ${scheme}, ${width}×${height}`, () => {
    test.use({ colorScheme: scheme, viewport: { width, height } });
    test('axe finds nothing and nothing overflows', async ({ page }) => {
      await open(page, BOWL);
      await openSheet(page);
      await expect(option(page, 'Saddle').locator('.katex').first()).toBeAttached();
      await expectNoAxeViolations(page);
      const overflow = () =>
        page.evaluate(() => {
          const parts = document.querySelector('.problem-sheet');
          const root = document.documentElement;
          return Math.max(
            root.scrollWidth - root.clientWidth,
            (parts?.scrollWidth ?? 0) - (parts?.clientWidth ?? 0),
          );
        });
      await expect.poll(overflow).toBeLessThanOrEqual(0);
    });
  });

test('axe finds nothing in the sheet in the projector’s theme', async ({ page }) => {
  await open(page, BOWL);
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'projector';
  });
  await openSheet(page);
  await expectNoAxeViolations(page, '.problem-sheet');
});

test('pictures are drawn anew when the window is resized with the sheet open', async ({ page }) => {
  await open(page, BOWL);
  await openSheet(page);
  const picture = option(page, 'Saddle').locator('canvas');
  const pixelsWide = () => picture.evaluate((canvas: HTMLCanvasElement) => canvas.width - canvas.clientWidth);
  await expect(picture).toHaveAttribute('width', '120');
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(picture).not.toHaveAttribute('width', '120');
  await expect.poll(pixelsWide).toBe(0);
});

for (const height of [667, 560])
  test.describe(`on a short phone, ${height} high`, () => {
    test.use({ viewport: { width: 375, height } });
    test('the sheet leaves more than a third of the page to the map', async ({ page }) => {
      await open(page, BOWL);
      await openSheet(page);
      const [plot, above] = await Promise.all([
        page.locator('.plot').boundingBox(),
        sheet(page).boundingBox(),
      ]);
      if (!plot || !above) throw new Error('the sheet or the map is not shown');
      const inSight = Math.min(plot.y + plot.height, above.y) - plot.y;
      expect(inSight).toBeGreaterThanOrEqual(0.35 * height);
      expect(above.y + above.height).toBe(height);
    });
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('the sheet lies at the lower edge, as wide as the page, and the map stays in sight', async ({
    page,
  }) => {
    await open(page, BOWL);
    await openSheet(page);
    const box = await sheet(page).boundingBox();
    const plot = await page.locator('.plot').boundingBox();
    if (!box || !plot) throw new Error('the sheet or the map is not shown');
    expect([box.x, box.width]).toEqual([0, 375]);
    expect(box.y + box.height).toBe(812);
    expect(box.y).toBeGreaterThanOrEqual(plot.y + plot.height - 1);
  });

  test('every target in it is at least 44 pixels, and all problems are a touch away', async ({ page }) => {
    await open(page, BOWL);
    await openSheet(page);
    for (const target of await sheet(page).locator('button, input, [role="option"]').all()) {
      const box = await target.boundingBox();
      if (!box) continue;
      const name = await target.evaluate((element) => element.outerHTML.slice(0, 80));
      expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
    }
    await sheet(page)
      .getByRole('button', { name: `All ${COUNT} problems` })
      .click();
    await expect(option(page, 'Quadratic bowl')).toBeInViewport();
    await option(page, 'Rosenbrock’s valley').click();
    await expect(title(page)).toHaveText('Rosenbrock’s valley');
  });
});
