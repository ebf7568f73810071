import { expect, type Page } from '@playwright/test';
import { expectNoAxeViolations, open, test } from './page.ts';

const SCENE = 'v=1&p=booth&s=-6,7&n=40&r=sgd.05&view=t12&l=curves';
const THEMES = ['light', 'dark', 'projector'] as const;
const handle = (page: Page, axis = 'margin') => page.getByRole('slider', { name: `Prediction, ${axis}` });
const row = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Losses at the prediction' }).getByRole('row', { name });
const reading = (page: Page) => page.getByRole('group', { name: 'Its value and its slope' });

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 375, height: 812 },
])
  test.describe(`${viewport.width}`, () => {
    test.use({ viewport });

    test('the prediction is moved by keys, far and finely, and values and slopes follow', async ({
      page,
    }) => {
      await open(page, `${SCENE}&end`);
      await handle(page).focus();
      await expect(row(page, 'Hinge').first()).toContainText(/0\.600.*−1\.00/);
      await page.keyboard.press('ArrowLeft');
      await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.3');
      await page.keyboard.press('Shift+ArrowLeft');
      await page.keyboard.press('Alt+ArrowRight');
      await expect(handle(page)).toHaveAttribute('aria-valuenow', '-0.69');
      await expect(handle(page)).toHaveAttribute('aria-valuetext', /Margin −0\.69: .*Hinge 1\.69/);
      // (1 + 0.69)² = 2.8561, −2 · 1.69 = −3.38
      await expect(row(page, 'Squared hinge')).toContainText(/2\.86.*−3\.38/);
      await page.keyboard.press('Home');
      await expect(handle(page)).toHaveAttribute('aria-valuenow', '-3');
      await page.keyboard.press('End');
      await expect(handle(page)).toHaveAttribute('aria-valuenow', '3');
    });

    test('at the corner of the hinge every slope of the fan is named, and the one that is taken', async ({
      page,
    }) => {
      await open(page, `${SCENE}&end`);
      await page.getByRole('button', { name: 'Go to the corner at 1' }).click();
      await expect(handle(page)).toHaveAttribute('aria-valuenow', '1');
      await expect(
        page.getByText('Every slope from −1 to 0 is a subgradient; the engine takes 0.'),
      ).toBeVisible();
      await expect(page.getByText('every slope from −1 to 0', { exact: true })).toBeVisible();
      await handle(page).focus();
      await page.keyboard.press('ArrowLeft');
      await expect(page.getByText('every slope from −1 to 0', { exact: true })).toHaveCount(0);
      await expectNoAxeViolations(page);
    });
  });

test('the prediction follows the hand', async ({ page }) => {
  await open(page, `${SCENE}&end`);
  const box = await handle(page).boundingBox();
  if (!box) throw new Error('the handle is nowhere');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 200, y + 30, { steps: 4 });
  await page.mouse.up();
  const moved = Number(await handle(page).getAttribute('aria-valuenow'));
  expect(moved).toBeLessThan(-0.9);
  expect(moved).toBeGreaterThan(-1.4);
  await page.goBack();
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '0.4');
});

test('a typed prediction outside the axis is refused with the reason', async ({ page }) => {
  await open(page, `${SCENE}&end`);
  const field = page.getByRole('textbox', { name: 'Margin' });
  await field.fill('1.25');
  await field.press('Enter');
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '1.25');
  await field.fill('7');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toContainText('3');
  await expect(handle(page)).toHaveAttribute('aria-valuenow', '1.25');
});

test('a link brings back the axis, the class, the prediction and what is read', async ({ page }) => {
  await open(page, `${SCENE},ax1,s-2.5,y1,f5,fo1,g0.5&end`);
  await expect(handle(page, 'score')).toHaveAttribute('aria-valuenow', '-2.5');
  await expect(page.getByRole('radio', { name: /^negative/ })).toBeChecked();
  await expect(page.getByRole('heading', { level: 2, name: 'Focal' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Focusing' })).toHaveAttribute('aria-valuetext', '0.5');
});

test('symbols, numbers or both are read of the loss that is chosen', async ({ page }) => {
  await open(page, `${SCENE}&end`);
  await page.getByRole('button', { name: 'Read Squared hinge' }).click();
  await expect(reading(page)).toContainText('0.360');
  await page.getByRole('radio', { name: 'symbols' }).check({ force: true });
  await expect(reading(page).locator('.step-formula').first()).not.toContainText('0.360');
  await page.getByRole('radio', { name: 'numbers' }).check({ force: true });
  await expect(reading(page).locator('.step-formula').first()).toContainText('0.360');
});

test('a probability of 0 for what is true costs infinitely much, and says so', async ({ page }) => {
  await open(page, `${SCENE},ax2,f6&end`);
  await handle(page, 'probability').focus();
  await page.keyboard.press('Home');
  await expect(row(page, 'Binary cross-entropy')).toContainText(/∞.*−∞/);
  await expect(page.getByText(/costs infinitely much/)).toBeVisible();
});

for (const [target, key, at, slope, sign] of [
  ['positive', 'Home', '0', 'minus infinity', '−∞'],
  ['negative', 'End', '1', 'infinite', '∞'],
] as const)
  test(`an infinite loss has its mark at the upper edge of the figure, where its slope has one too: ${target}`, async ({
    page,
  }) => {
    await open(page, `${SCENE},ax2,f6${target === 'negative' ? ',y1' : ''}&end`);
    const values = page.getByRole('group', { name: 'Losses over the probability' });
    const slopes = page.getByRole('group', { name: 'Their slopes over the probability' });
    await expect(values.getByRole('img', { name: /infinite/ })).toHaveCount(0);
    await handle(page, 'probability').focus();
    await page.keyboard.press(key);
    const mark = values.getByRole('img', { name: `Binary cross-entropy is infinite at p = ${at}` });
    await expect(mark).toBeVisible();
    await expect(values.getByRole('img', { name: `Focal is infinite at p = ${at}` })).toBeVisible();
    await expect(values).toContainText(`∞ at p = ${at}`);
    await expect(
      slopes.getByRole('img', { name: `The slope of Binary cross-entropy is ${slope} at p = ${at}` }),
    ).toBeVisible();
    await expect(slopes).toContainText(sign);
    // It lies on the line of the prediction, within the height of a few letters below the edge.
    const [box, edge, line] = await Promise.all([
      mark.boundingBox(),
      values.boundingBox(),
      values.locator('.curves-prediction').boundingBox(),
    ]);
    if (!box || !edge || !line) throw new Error('nothing is drawn');
    expect(Math.abs(box.x + box.width / 2 - line.x)).toBeLessThan(2);
    expect(box.y - edge.y).toBeLessThan(40);
    // The finite losses are where they were.
    await expect(values).toContainText('4');
    await page.keyboard.press(key === 'Home' ? 'ArrowRight' : 'ArrowLeft');
    await expect(values.getByRole('img', { name: /infinite/ })).toHaveCount(0);
  });

test('the absolute error has its corner at the end of the probabilities too, and is read in three cases', async ({
  page,
}) => {
  await open(page, `${SCENE},ax2,f8&end`);
  await expect(reading(page)).toContainText('p<y');
  await page.getByRole('button', { name: 'Go to the corner at 1' }).click();
  await expect(handle(page, 'probability')).toHaveAttribute('aria-valuenow', '1');
  await expect(page.getByText(/^Every slope from −1 to 1 is a subgradient/)).toBeVisible();
});

test('with no loss shown the page says so, to those who hear it too', async ({ page }) => {
  await open(page, `${SCENE},zo0,pe0,hi0,sh0,sc0,fo0&end`);
  await expect(page.getByText('No loss is shown. Choose one above.')).toBeVisible();
  await expect(
    page.locator('[aria-live]').filter({ hasText: 'Margin 0.4. No loss is shown.' }),
  ).toBeAttached();
});

test('a loss that is not chosen is not drawn', async ({ page }) => {
  await open(page, `${SCENE}&end`);
  const drawn = page.getByRole('group', { name: 'Losses over the margin' }).locator('.curve-line');
  await expect(drawn).toHaveCount(6);
  await page.getByRole('checkbox', { name: 'Show Zero-one' }).uncheck();
  await expect(drawn).toHaveCount(5);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(drawn).toHaveCount(6);
});

for (const theme of THEMES)
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
    { width: 375, height: 812 },
  ])
    test.describe(`${viewport.width} ${theme}`, () => {
      test.use({ viewport });
      test(`the page of curves looks as it did: ${viewport.width} ${theme}`, async ({ page }) => {
        await page.addInitScript((name) => localStorage.setItem('ravine-theme', name), theme);
        await open(page, `${SCENE},m1&end`);
        await expect(handle(page)).toBeVisible();
        await page.evaluate(() => document.fonts.ready);
        await expect(reading(page)).toContainText('max');
        await expectNoAxeViolations(page);
        await expect(page).toHaveScreenshot(`curves-${viewport.width}-${theme}.png`, {
          maxDiffPixelRatio: 0.005,
        });
      });
    });
