import { expect, type Page } from '@playwright/test';
import { ends, placeOn, plot, pointAt, VALLEY } from './chartPage.ts';
import { expectNoAxeViolations, open, stepShown, test } from './page.ts';

test.describe('zoom', () => {
  const showAll = (page: Page) => page.getByRole('button', { name: 'Show all' });

  test('by the wheel keeps what is pointed at, and double-click shows all again', async ({ page }) => {
    await open(page, VALLEY);
    await expect(showAll(page)).toBeHidden();
    await pointAt(page, 0.5);
    await page.mouse.wheel(0, -400);
    await expect(showAll(page)).toBeVisible();
    await expect.poll(async () => (await ends(page))[0]).toBeGreaterThan(60);
    const [from, to] = await ends(page);
    expect(to).toBeLessThan(240);
    expect(Math.abs((from + to) / 2 - 150)).toBeLessThan(2);
    await expect(page.locator('.chart-readout p')).toHaveText('Step 150');
    const { x, y } = await placeOn(page, 0.4, 0.98);
    await page.mouse.dblclick(x, y);
    await expect.poll(() => ends(page)).toEqual([0, 300]);
  });

  test('by dragging over a stretch shows it, and the button shows all again', async ({ page }) => {
    await open(page, VALLEY);
    await pointAt(page, 0.3);
    await page.mouse.down();
    await pointAt(page, 0.6);
    await page.mouse.up();
    await expect.poll(() => ends(page)).toEqual([90, 180]);
    // A drag is no click.
    expect(await stepShown(page)).toBe(90);
    await expectNoAxeViolations(page);
    await showAll(page).click();
    await expect.poll(() => ends(page)).toEqual([0, 300]);
  });

  test('with the keyboard: plus and minus, along with Shift, 0 or Escape for all', async ({ page }) => {
    await open(page, VALLEY);
    await plot(page).focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const shown = async () => {
      const [from, to] = await ends(page);
      return to - from;
    };
    await expect.poll(shown).toBeLessThan(130);
    const [from, to] = await ends(page);
    expect(from).toBeLessThan(90);
    expect(to).toBeGreaterThan(90);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(async () => (await ends(page))[0]).toBeGreaterThan(from);
    await page.keyboard.press('-');
    await page.keyboard.press('0');
    await expect.poll(() => ends(page)).toEqual([0, 300]);
    await page.keyboard.press('+');
    await expect(showAll(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(showAll(page)).toBeHidden();
    expect(await stepShown(page)).toBe(90);
  });

  test('is in the link', async ({ page }) => {
    await open(page, VALLEY);
    const hash = () => page.evaluate(() => document.location.hash);
    const opened = await hash();
    await plot(page).focus();
    await page.keyboard.press('+');
    await expect(showAll(page)).toBeVisible();
    await expect.poll(() => ends(page)).not.toEqual([0, 300]);
    const before = await ends(page);
    await expect.poll(hash).not.toBe(opened);
    await page.reload();
    await expect(showAll(page)).toBeVisible();
    await expect.poll(() => ends(page)).toEqual(before);
  });
});
