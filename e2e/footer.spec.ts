import { expect } from '@playwright/test';
import { footer, inFooter } from './footerPage.ts';
import { exact, expectNoAxeViolations, open, startHandle, test } from './page.ts';

const SCENE = 'v=1&p=bowl,k20&s=-4,1&n=250&r=sgd.02&r=momentum.02,m.8&r=adam.1&view=t60,f1&end';

test('the start is typed, and one step of the arrow keys is one entry of the history', async ({ page }) => {
  await open(page, SCENE);
  await expect(page.locator('.summary')).toContainText('step 60 of 250');
  const before = await exact(page, 'SGD', 'loss');
  await inFooter(page, 'Start x').fill('−2,5');
  await page.keyboard.press('Enter');
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −2.5, y 1');
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(before);
  await inFooter(page, 'Start y').focus();
  await page.keyboard.press('ArrowUp');
  await expect(inFooter(page, 'Start y')).toHaveValue('2');
  await page.getByRole('button', { name: 'Play', exact: true }).focus();
  await page.keyboard.press('Control+z');
  await expect(inFooter(page, 'Start y')).toHaveValue('1');
  await page.keyboard.press('Control+z');
  await expect(inFooter(page, 'Start x')).toHaveValue('−4');
  await expect.poll(() => exact(page, 'SGD', 'loss')).toBe(before);
});

test('a start beyond all bounds is refused, and stays as it was typed', async ({ page }) => {
  await open(page, SCENE);
  await inFooter(page, 'Start y').fill('1e12');
  await inFooter(page, 'Start y').blur();
  await expect(page.getByRole('alert')).toContainText('Start y');
  await expect(inFooter(page, 'Start y')).toHaveValue('1e12');
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −4, y 1');
});

test('noise brings a seed, and the next seed another path that can be had again', async ({ page }) => {
  await open(page, SCENE);
  await expect(inFooter(page, 'Seed')).toHaveCount(0);
  await expect(page.locator('.summary')).toContainText('step 60 of 250');
  const silent = await exact(page, 'SGD', 'loss');
  await inFooter(page, 'Noise σ').fill('0.8');
  await page.keyboard.press('Enter');
  await expect(inFooter(page, 'Seed')).toHaveValue('7');
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(silent);
  const seventh = await exact(page, 'SGD', 'loss');
  await page.getByRole('button', { name: 'Next seed' }).click();
  await expect(inFooter(page, 'Seed')).toHaveValue('8');
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(seventh);
  await inFooter(page, 'Seed').fill('7');
  await page.keyboard.press('Enter');
  await expect.poll(() => exact(page, 'SGD', 'loss')).toBe(seventh);
  await expectNoAxeViolations(page);
});

test('of a matrix are four parameters', async ({ page }) => {
  await open(page, 'v=1&p=matrix-regression&s=0,0,0,0&n=40&r=muon.1&view=t20&end');
  await inFooter(page, 'Start W₂₁').fill('1.5');
  await page.keyboard.press('Enter');
  await expect.poll(() => page.url()).toContain('s=0,0,1.5,0');
});

test('a field is as wide as what is typed into it, and a refusal has separators of thousands', async ({
  page,
}) => {
  await open(page, SCENE);
  const steps = inFooter(page, 'Steps');
  await steps.fill('12,345,678');
  const cut = () => steps.evaluate((field) => field.scrollWidth - field.clientWidth);
  await expect.poll(cut).toBe(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('12,345,678 is more than 1,000,000');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });
  test('every target is at least 44 pixels and within the page, with a seed too', async ({ page }) => {
    await open(page, 'v=1&p=bowl&s=-4.125,1.375&n=20000&d=seed4294967295,noise.25&r=sgd.02&view=t40&end');
    await expect(inFooter(page, 'Seed')).toBeVisible();
    const targets = [
      ...(await footer(page).getByRole('textbox').all()),
      ...(await footer(page).getByRole('button').all()),
    ];
    expect(targets).toHaveLength(8);
    for (const target of targets) {
      const box = await target.boundingBox();
      if (!box) throw new Error('A part of the footer is not shown.');
      const name = await target.evaluate((element) => element.outerHTML.slice(0, 80));
      expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
      expect(box.x, name).toBeGreaterThanOrEqual(16);
      expect(box.x + box.width, name).toBeLessThanOrEqual(375 - 4);
    }
  });
});
