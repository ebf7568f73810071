import { expect, type Page } from '@playwright/test';
import { expectGoodPage, openTopic, reopen } from './lossTopic.ts';
import { test } from './page.ts';

const figure = (page: Page, name: string) => page.getByRole('group', { name: new RegExp(`^The ${name}`) });
const handle = (page: Page, name = 'likelihood') =>
  figure(page, name).getByRole('slider', { name: /^Probability of heads, on the/ });
const value = (page: Page, kind: 'likelihood' | 'loss') => page.locator(`.coin-chart.${kind} .coin-value`);

test('the coin opens with ten flips at Erlangen’s p, and looks as it did', async ({ page }) => {
  await openTopic(page, 'coin');
  await expect(page.getByRole('button', { name: /^Flip/ })).toHaveCount(10);
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.3');
  await expect(value(page, 'likelihood')).toHaveText('0.000953');
  await expect(value(page, 'loss')).toHaveText('6.96');
  await expect(page).toHaveScreenshot('losses-coin.png', { maxDiffPixelRatio: 0.005 });
});

test('with the keyboard p goes to k/n, where the loss is least, and the link brings it back', async ({
  page,
}) => {
  await openTopic(page, 'coin');
  await handle(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.4');
  // −4 ln 0.4 − 6 ln 0.6
  await expect(value(page, 'loss')).toHaveText('6.73');
  await handle(page, 'negative').focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.389');
  await page.getByRole('button', { name: 'Flip 2: tails' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Flip 2: heads' })).toBeFocused();
  await expect(page.getByText('most likely: 0.5')).toBeVisible();
  await expect(page.locator('[aria-live]').filter({ hasText: '5 heads in 10 flips' })).toBeAttached();
  await reopen(page);
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.389');
  await expect(page.getByRole('button', { name: 'Flip 2: heads' })).toBeVisible();
});

test('a coin that never shows what was seen has likelihood 0 and loss ∞', async ({ page }) => {
  await openTopic(page, 'coin');
  for (const [key, face] of [
    ['Home', 'heads'],
    ['End', 'tails'],
  ]) {
    await handle(page).press(key);
    await expect(value(page, 'likelihood')).toHaveText('0');
    await expect(value(page, 'loss')).toHaveText('∞');
    await expect(page.getByText(`A coin that never shows ${face} cannot`)).toBeVisible();
  }
  await expect(page.locator('.coin-page')).not.toContainText('NaN');
});

test('flips are added and removed, and one face alone is likeliest at its end', async ({ page }) => {
  await openTopic(page, 'coin', ',f1,p.3,s0');
  await expect(page.getByText(/^Only heads came up/)).toBeVisible();
  const remove = page.getByRole('button', { name: 'Remove the last' });
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  // It does nothing, and whoever came to it by keyboard is still there.
  await remove.press('Enter');
  await expect(remove).toBeFocused();
  await expect(page.getByRole('button', { name: /^Flip/ })).toHaveCount(1);
  await page.getByRole('button', { name: 'Add heads' }).click();
  await expect(page.getByText('most likely: 1', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Add tails' }).click();
  await expect(page.getByText('most likely: 0.667')).toBeVisible();
  await remove.click();
  await expect(page.getByRole('button', { name: /^Flip/ })).toHaveCount(2);
});

test('a probability as small as a power of ten is typeset in every formula', async ({ page }) => {
  await openTopic(page, 'coin', ',p1e-9');
  await expect(page.getByRole('region', { name: 'One flip, one-hot' })).toContainText('0.999999999');
  await expect(page.locator('.katex-error')).toHaveCount(0);
});

test('one flip, one-hot, has the probability of its face', async ({ page }) => {
  await openTopic(page, 'coin');
  const part = page.getByRole('region', { name: 'One flip, one-hot' });
  await expect(part.locator('.katex-html').nth(1)).toContainText('0.7');
  await expect(part.locator('.katex-html').last()).toContainText('0.357');
  await part.getByRole('radio', { name: 'heads' }).press(' ');
  await expect(part.locator('.katex-html').last()).toContainText('1.20');
});

for (const [theme, width, height] of [
  ['light', 1280, 720],
  ['dark', 1920, 1080],
  ['projector', 1280, 720],
  ['light', 375, 812],
] as const)
  test(`nothing sticks out of the coin, and axe finds nothing: ${width} ${theme}`, async ({ page }) => {
    await openTopic(page, 'coin', `,f${'1_0_'.repeat(19)}1_1,p0,s1`, theme);
    await expectGoodPage(page, width, height);
  });

test('each slider of p has a name of its own', async ({ page }) => {
  await openTopic(page, 'coin');
  const names = await page
    .getByRole('slider')
    .evaluateAll((sliders) => sliders.map((slider) => slider.getAttribute('aria-label')));
  expect(names).toHaveLength(3);
  expect(new Set(names).size).toBe(3);
  await expect(
    page.getByRole('slider', { name: 'Probability of heads, on the negative logarithm', exact: true }),
  ).toBeVisible();
});
