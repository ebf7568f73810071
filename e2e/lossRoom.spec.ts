import { expect, type Page } from '@playwright/test';
import { expectNoAxeViolations, open, test } from './page.ts';

const PAGES = ['Curves', 'Softmax', 'A coin', 'Divergence', 'Likelihood and L2', 'Backpropagation'];
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const map = (page: Page) => page.getByRole('button', { name: /^Start point/ });
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Pages of the room of losses' }).getByRole('button', { name });

test('the header leads to the losses and back to the map', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Losses' }).click();
  await expect(heading(page)).toHaveText('Curves');
  await expect(page).toHaveTitle('Curves · Losses · Ravine');
  await expect(map(page)).toBeHidden();
  await page.getByRole('button', { name: 'Map', exact: true }).click();
  await expect(map(page)).toBeVisible();
  await expect(page).toHaveTitle(/^Rosenbrock/);
});

test('a key opens the losses, Escape leaves them, and the keys of playback are silent there', async ({
  page,
}) => {
  await open(page, 'v=1&p=booth&s=-6,7&n=40&r=sgd.05&view=t12&end');
  await page.keyboard.press('m');
  await expect(heading(page)).toHaveText('Curves');
  for (const key of [' ', 'ArrowRight', 'End', 'f', 'h', '1']) await page.keyboard.press(key);
  await page.keyboard.press('Escape');
  await expect(map(page)).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Step', exact: true })).toHaveAttribute(
    'aria-valuetext',
    /^Step 12/,
  );
});

test('Back goes from page to page, and to the map', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Losses' }).click();
  await expect(heading(page)).toHaveText('Curves');
  await tab(page, 'A coin').click();
  await expect(heading(page)).toHaveText('A coin');
  await page.goBack();
  await expect(heading(page)).toHaveText('Curves');
  await expect(tab(page, 'Curves')).toHaveAttribute('aria-current', 'page');
  await page.goBack();
  await expect(map(page)).toBeVisible();
  await page.goForward();
  await expect(heading(page)).toHaveText('Curves');
});

test('playback waits while the losses are shown, and goes on after', async ({ page }) => {
  await open(page, 'v=1&p=booth&s=-6,7&n=4000&r=sgd.00001&view=sp0.25&end');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('m');
  await expect(heading(page)).toHaveText('Curves');
  await page.keyboard.press('m');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('every page opens by its tab, keeps to the width of the screen, and reset brings it back', async ({
  page,
}) => {
  await open(page, 'v=1&p=booth&s=-6,7&n=40&r=sgd.05&view=t12&l=curves&end');
  for (const name of PAGES) {
    await tab(page, name).click();
    await expect(heading(page)).toHaveText(name);
    await expect(page.getByText('Loading…')).toHaveCount(0);
    const room = page.getByRole('main');
    expect(await room.evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });
  test('the menu leads to the losses and back, and nothing is wider than the screen', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Losses' }).click();
    await expect(heading(page)).toHaveText('Curves');
    await expect(page.getByRole('slider', { name: 'Prediction, margin' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
    await expectNoAxeViolations(page);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Map', exact: true }).click();
    await expect(map(page)).toBeVisible();
  });
});
