import { expect, type Page } from '@playwright/test';
import { countTypesetting, openTopic } from './lossTopic.ts';
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

for (const [topic, name, lines] of [
  ['curves', /^Prediction, margin/, '.curves-lines'],
  ['softmax', /cat/, '.walk-formula'],
  ['coin', /on the likelihood$/, '.coin-line.number-line'],
  ['divergence', /1/, '.divergence-line'],
  ['likelihood', /^μ over the points/, '.likelihood-numbers'],
] as const)
  test(`while a hand moves, formulas change and nothing is typeset: ${topic}`, async ({ page }) => {
    await openTopic(page, topic);
    const handle = page.locator('.drag-handle').and(page.getByRole('slider', { name })).first();
    await handle.focus();
    await expect(page.locator(`${lines} .katex`).first()).toBeVisible();
    const box = await handle.locator('.drag-touch').boundingBox();
    if (!box) throw new Error('no handle');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const isAcross = (await handle.getAttribute('data-along')) === 'x';
    const before = await page.locator(lines).allTextContents();
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + (isAcross ? 2 : 0), y + (isAcross ? 0 : 2));
    // What was there before is at rest: from now on only the hand moves.
    await page.waitForTimeout(600);
    const typeset = await countTypesetting(page);
    for (let i = 2; i <= 16; i++)
      await page.mouse.move(x + (isAcross ? 3 * i : 0), y + (isAcross ? 0 : 3 * i));
    await expect.poll(() => page.locator(lines).allTextContents()).not.toEqual(before);
    expect(await typeset()).toBe(0);
    await page.mouse.up();
  });
