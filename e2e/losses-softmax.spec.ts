import { expect, type Page } from '@playwright/test';
import { expectGoodPage, openTopic, reopen } from './lossTopic.ts';
import { test } from './page.ts';

const score = (page: Page, name: string) => page.getByRole('textbox', { name: `Score of ${name}` });
const handle = (page: Page, name: string) => page.getByRole('slider', { name: `Score of ${name}` });
const trueClass = (page: Page, name: string) => page.getByRole('radio', { name: `True class: ${name}` });
const loss = (page: Page) => page.locator('.walk-loss data');

async function type(page: Page, name: string, text: string): Promise<void> {
  await score(page, name).fill(text);
  await score(page, name).press('Enter');
}

test('the walk-through opens with the slide’s cat, car and frog, and looks as it did', async ({ page }) => {
  await openTopic(page, 'softmax');
  for (const [name, value] of [
    ['cat', '3.2'],
    ['car', '5.1'],
    ['frog', '−1.7'],
  ])
    await expect(score(page, name)).toHaveValue(value);
  await expect(trueClass(page, 'car')).toBeChecked();
  await expect(loss(page)).toHaveText('0.140');
  await expect(page.getByRole('row', { name: /^car/ })).toContainText('−0.131');
  await page.mouse.move(0, 0);
  await expect(page).toHaveScreenshot('losses-softmax.png', { maxDiffPixelRatio: 0.005 });
});

test('with the keyboard a score rises, another class is true, and the link brings both back', async ({
  page,
}) => {
  await openTopic(page, 'softmax');
  await handle(page, 'frog').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+ArrowLeft');
  // −1.7 + 1 + 0.1 − 0.01
  await expect(score(page, 'frog')).toHaveValue('−0.61');
  await trueClass(page, 'car').focus();
  await page.keyboard.press('ArrowUp');
  await expect(trueClass(page, 'cat')).toBeChecked();
  // ln(e^3.2 + e^5.1 + e^−0.61) − 3.2
  await expect(loss(page)).toHaveText('2.04');
  await expect(page.locator('[aria-live]').filter({ hasText: 'The true class is cat' })).toContainText(
    '2.04',
  );
  await reopen(page);
  await expect(score(page, 'frog')).toHaveValue('−0.61');
  await expect(trueClass(page, 'cat')).toBeChecked();
  await expect(loss(page)).toHaveText('2.04');
});

test('a dragged score is one step of the history', async ({ page }) => {
  await openTopic(page, 'softmax');
  const box = await handle(page, 'cat').boundingBox();
  if (!box) throw new Error('no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 40, y, { steps: 4 });
  await page.mouse.up();
  await expect(score(page, 'cat')).toHaveValue(/^−/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(score(page, 'cat')).toHaveValue('3.2');
});

test('scores of ±1000 end the slide’s way in ∞, and leave the engine’s loss finite', async ({ page }) => {
  await openTopic(page, 'softmax');
  await type(page, 'cat', '1000');
  await type(page, 'car', '-1000');
  await expect(page.getByText(/more than float64 can hold.*its loss is 2000/)).toBeVisible();
  await expect(loss(page)).toHaveText('2000');
  await expect(page.getByRole('row', { name: /^cat/ })).toContainText('1.00');
  await page.getByRole('radio', { name: 'score − largest' }).press(' ');
  await expect(page.getByText(/The engine subtracts the largest score, 1000, first/)).toBeVisible();
  await expect(page.locator('.walk')).not.toContainText('∞');
  await expect(page.locator('.walk')).not.toContainText('NaN');
});

test('the slide’s logarithm is told, and can be chosen', async ({ page }) => {
  await openTopic(page, 'softmax');
  await page.getByRole('button', { name: /Memphis: which logarithm/ }).click();
  await expect(page.getByText(/^The number is that of the logarithm to base 10/)).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '0.06048' });
  await expect(row.getByRole('cell')).toHaveText(['0.1393', '0.2009', '0.06048 as on the slide']);
  await page.getByRole('radio', { name: 'logarithm to base 10' }).press(' ');
  await expect(loss(page)).toHaveText('0.0610');
  await page.getByRole('radio', { name: 'logarithm to base 2' }).press(' ');
  await expect(loss(page)).toHaveText('0.202');
});

test('classes come and go, and equal scores cost ln C', async ({ page }) => {
  await openTopic(page, 'softmax');
  for (const name of ['ship', 'dog', 'bird', 'deer', 'horse', 'truck', 'plane'])
    await page.getByRole('button', { name: `Add ${name}` }).click();
  await expect(page.getByRole('button', { name: 'There is no other class' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await trueClass(page, 'plane').check();
  await page.getByRole('button', { name: 'Make all scores equal' }).click();
  await expect(loss(page)).toHaveText('2.30');
  await page.getByRole('button', { name: 'Remove plane' }).click();
  await expect(trueClass(page, 'truck')).toBeChecked();
  await expect(loss(page)).toHaveText('2.20');
});

for (const [theme, width, height] of [
  ['light', 1280, 720],
  ['dark', 1920, 1080],
  ['projector', 1280, 720],
  ['light', 375, 812],
] as const)
  test(`nothing sticks out of the walk-through, and axe finds nothing: ${width} ${theme}`, async ({
    page,
  }) => {
    await openTopic(page, 'softmax', ',s1000_-1000_3_0_2.25_1_4_2_1_0,c1', theme);
    await expectGoodPage(page, width, height);
  });

test('a probability that rounds to 1 is told, and the loss keeps its digits', async ({ page }) => {
  await openTopic(page, 'softmax', ',s-100_100_-1.7');
  await expect(page.getByText(/The probability of car is so near 1 that float64 rounds it/)).toBeVisible();
  // e^−101.7, for ln(1 + x) is x.
  await expect(loss(page)).toHaveText('6.80×10−45');
});
