import { expect, type Page } from '@playwright/test';
import { expectGoodPage, openTopic, reopen } from './lossTopic.ts';
import { test } from './page.ts';

const bar = (page: Page, name: string) => page.getByRole('slider', { name });
const values = (page: Page, side: 'Truth p' | 'Prediction q') =>
  page
    .getByRole('slider', { name: new RegExp(`^${side}`) })
    .evaluateAll((bars) => bars.map((each) => Number(each.getAttribute('aria-valuenow'))));
const total = (page: Page) => page.getByRole('row', { name: /^KL/ });

test('the bars open with a truth and a prediction, and look as they did', async ({ page }) => {
  await openTopic(page, 'divergence');
  expect(await values(page, 'Truth p')).toEqual([0.6, 0.3, 0.1]);
  await expect(
    page.getByRole('img', { name: 'H(p, q) = 1.294 is H(p) = 0.8979 and KL(p‖q) = 0.396' }),
  ).toBeVisible();
  await expect(page.getByText('there it is 0.396, and back 0.365')).toBeVisible();
  await expect(total(page)).toContainText('0.396');
  await expect(page).toHaveScreenshot('losses-divergence.png', { maxDiffPixelRatio: 0.005 });
});

test('with the keyboard a bar rises, the others make room, and the link brings all back', async ({
  page,
}) => {
  await openTopic(page, 'divergence');
  await bar(page, 'Prediction q, outcome 1').focus();
  await page.keyboard.press('Shift+ArrowUp');
  await expect.poll(() => values(page, 'Prediction q')).toEqual([0.3, 0.438, 0.262]);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  expect((await values(page, 'Prediction q'))[0]).toBe(0.191);
  await expect(page.locator('[aria-live]').filter({ hasText: 'The divergence of q from p' })).toContainText(
    'nats',
  );
  await page.getByRole('radio', { name: 'bits (log₂)' }).press(' ');
  const before = await total(page).innerText();
  await reopen(page);
  expect((await values(page, 'Prediction q'))[0]).toBe(0.191);
  await expect(page.getByRole('radio', { name: 'bits (log₂)' })).toBeChecked();
  expect(await total(page).innerText()).toBe(before);
});

test('a dragged bar keeps the shares of the others, and is one step of the history', async ({ page }) => {
  await openTopic(page, 'divergence');
  const box = await bar(page, 'Truth p, outcome 1').boundingBox();
  if (!box) throw new Error('no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  // Up to 1, where the others are nothing, and back again.
  await page.mouse.move(x, y - 200, { steps: 4 });
  expect(await values(page, 'Truth p')).toEqual([1, 0, 0]);
  await page.mouse.move(x, y, { steps: 4 });
  expect(await values(page, 'Truth p')).toEqual([0.6, 0.3, 0.1]);
  await page.mouse.move(x, y + 60, { steps: 4 });
  await page.mouse.up();
  const [first, second, third] = await values(page, 'Truth p');
  expect(first).toBeLessThan(0.5);
  expect(Math.round(1000 * (first + second + third))).toBe(1000);
  expect(second / third).toBeCloseTo(3, 1);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await values(page, 'Truth p')).toEqual([0.6, 0.3, 0.1]);
});

test('equals have divergence 0, and a prediction that excludes what happens ∞', async ({ page }) => {
  await openTopic(page, 'divergence');
  await page.getByRole('button', { name: 'Make q equal p' }).click();
  await expect(total(page)).toHaveText(/\s0$|q\)0$/);
  await expect(page.getByText('Here q is p')).toBeVisible();
  await bar(page, 'Prediction q, outcome 1').press('Home');
  await expect(total(page)).toContainText('∞');
  await expect(page.getByText(/^q gives outcome 1 no chance/)).toBeVisible();
  await page.getByRole('button', { name: 'Swap p and q' }).click();
  await expect(page.getByText(/^p gives outcome 1 no chance/)).toBeVisible();
  await expect(total(page)).not.toContainText('∞');
  await expect(page.locator('.divergence-page')).not.toContainText('NaN');
});

test('where each excludes what the other has, both divergences are ∞, and nothing says otherwise', async ({
  page,
}) => {
  await openTopic(page, 'divergence', ',p1_0_0,q0_.5_.5');
  await expect(page.getByText(/^q gives outcome 1 no chance and p does.*KL\(p‖q\) is ∞\.$/)).toBeVisible();
  await expect(
    page.getByText(/^p gives outcomes 2 and 3 no chance and q does, so KL\(q‖p\) is ∞\./),
  ).toBeVisible();
  await expect(page.getByText(/no distance/)).toHaveCount(0);
});

test('there are two to six outcomes, and each can be typed', async ({ page }) => {
  await openTopic(page, 'divergence');
  const add = page.getByRole('button', { name: 'Add an outcome' });
  for (let n = 3; n < 6; n++) await add.click();
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  for (const side of ['Truth p', 'Prediction q'] as const) {
    const entries = await values(page, side);
    expect(entries).toHaveLength(6);
    expect(Math.min(...entries)).toBeGreaterThan(0);
  }
  await page.getByRole('textbox', { name: 'Truth p, outcome 6' }).fill('0.5');
  await page.getByRole('textbox', { name: 'Truth p, outcome 6' }).press('Enter');
  const typed = await values(page, 'Truth p');
  expect(typed[5]).toBe(0.5);
  expect(Math.round(1000 * typed.reduce((sum, x) => sum + x, 0))).toBe(1000);
  const remove = page.getByRole('button', { name: 'Remove the last' });
  for (let n = 6; n > 2; n--) await remove.click();
  await expect(remove).toHaveAttribute('aria-disabled', 'true');
  expect(await values(page, 'Truth p')).toHaveLength(2);
});

for (const [theme, width, height] of [
  ['light', 1280, 720],
  ['dark', 1920, 1080],
  ['projector', 1280, 720],
  ['light', 375, 812],
] as const)
  test(`nothing sticks out of the bars, and axe finds nothing: ${width} ${theme}`, async ({ page }) => {
    await openTopic(page, 'divergence', ',p.2_.1_.1_.3_.15_.15,q0_.5_.1_.1_.1_.2,u1', theme);
    await expectGoodPage(page, width, height);
  });
