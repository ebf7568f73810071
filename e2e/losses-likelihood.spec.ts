import { expect, type Page } from '@playwright/test';
import { expectGoodPage, openTopic, overlapping, reopen, touchablesOf } from './lossTopic.ts';
import { test } from './page.ts';

/** Chooses one of a few words. */
const choose = async (page: Page, name: string) => {
  await page.getByRole('radio', { name, exact: true }).focus();
  await page.keyboard.press('Space');
};

const place = (page: Page) => page.getByRole('slider', { name: 'μ over the points' });
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const sentence = (page: Page) => page.locator('.likelihood-sentence');
const figure = (page: Page) => page.locator('.likelihood-figure');

test('the page opens with a Gaussian beside its points, and looks as it did', async ({ page }) => {
  await openTopic(page, 'likelihood');
  // ½ Σ (y − 0.8)² of −1.3, 0.2, 0.7, 1.1, 1.6, 2.5, and of −0.8.
  await expect(sentence(page)).toContainText('The most likely μ is the mean, 0.8');
  await expect(sentence(page)).toContainText(/least, 4\.20\..*the error is 11\.9/);
  // (1/2π)³ e^{−11.9}
  await expect(sentence(page)).toContainText(/L\s=\s2\.79×10⁻⁸/);
  await page.mouse.move(0, 0);
  await expect(page).toHaveScreenshot('losses-likelihood.png', {
    maxDiffPixelRatio: 0.005,
  });
});

test('with the keyboard μ is slid to the mean, where L is largest and the error least at every β; the link brings it back', async ({
  page,
}) => {
  await openTopic(page, 'likelihood');
  await place(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
  // −0.8 + 1 + 6 · 0.1
  await expect(field(page, 'Location μ')).toHaveValue('0.8');
  await expect(page.getByText('You are there.')).toBeVisible();
  const said = (await place(page).getAttribute('aria-valuetext')) ?? '';
  expect(said).toMatch(/^0\.8: likelihood 6\.05×10⁻⁵, error 4\.20$/);
  await expect(page.locator('[aria-live]').filter({ hasText: 'the error is 4.20' })).toBeAttached();
  for (const [beta, likelihood] of [
    ['4', '1.30×10⁻⁸'],
    ['0.25', '2.20×10⁻⁵'],
  ]) {
    await field(page, 'Precision').fill(beta);
    await field(page, 'Precision').press('Enter');
    // (β/2π)³ e^{−4.2β}
    await expect(figure(page)).toContainText(`largest: ${likelihood}`);
    await expect(figure(page)).toContainText('mean 0.8: 4.20');
    await expect(page.getByText('You are there.')).toBeVisible();
  }
  await place(page).focus();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(field(page, 'Location μ')).toHaveValue('0.79');
  await reopen(page);
  await expect(field(page, 'Location μ')).toHaveValue('0.79');
  await expect(field(page, 'Precision')).toHaveValue('0.25');
});

test('a dragged point takes the mean and both curves with it, as one step of the history', async ({
  page,
}) => {
  await openTopic(page, 'likelihood');
  const box = await page.getByRole('slider', { name: 'Point 6' }).boundingBox();
  if (!box) throw new Error('no handle');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 50, y, { steps: 4 });
  await page.mouse.move(x + 2000, y);
  await page.mouse.up();
  // The point is held at 4: the mean is 6.3 / 6.
  await expect(field(page, 'Points y')).toHaveValue('−1.3  0.2  0.7  1.1  1.6  4');
  await expect(figure(page)).toContainText('mean 1.05');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(figure(page)).toContainText('mean 0.8');
});

test('the logarithm has its constants as a level, and typed points make another mean', async ({ page }) => {
  await openTopic(page, 'likelihood');
  await choose(page, 'logarithm');
  await expect(figure(page)).toContainText('the constants: the same for every μ');
  await field(page, 'Points y').fill('-2 1 4');
  await field(page, 'Points y').press('Enter');
  // 3/2 ln 2π + ½ · 18
  await expect(figure(page)).toContainText('largest: −11.8');
  await expect(figure(page)).toContainText('mean 1: 9');
  await page.getByText('Point by point').click();
  await expect(page.getByRole('row')).toHaveCount(4);
});

test('Laplace’s noise makes the median most likely', async ({ page }) => {
  await openTopic(page, 'likelihood');
  await choose(page, 'Laplace');
  await expect(sentence(page)).toContainText('Every μ from 0.7 to 1.1 is a median and equally likely');
  await page.getByRole('button', { name: 'Take a median' }).click();
  await expect(field(page, 'Location μ')).toHaveValue('0.7');
});

test('of lines the one of least squares is the most likely, by button and by keyboard', async ({ page }) => {
  await openTopic(page, 'likelihood', ',m:line');
  const slope = page.getByRole('slider', { name: /^Slope of the line/ });
  await slope.focus();
  await page.keyboard.press('ArrowUp');
  await expect(field(page, 'Slope')).toHaveValue('0.25');
  await page.getByRole('button', { name: 'Take the line of least squares' }).click();
  await expect(page.getByText('You are there.')).toBeVisible();
  await expect(sentence(page)).toContainText(/ŷ\s=\s0\.737\sx\s\+\s0\.091/);
  await expect(sentence(page)).toContainText(/least, 1\.18\..*the error is 1\.18/);
  await page.mouse.move(0, 0);
  // At rest formulas are typeset anew, and heard.
  await expect(page.locator('.likelihood-numbers math').nth(1)).toContainText('0.00124');
  await expect(page).toHaveScreenshot('losses-likelihood-line.png', {
    maxDiffPixelRatio: 0.005,
  });
  await field(page, 'Points x').fill('1 1 1 1 1 1');
  await field(page, 'Points x').press('Enter');
  await expect(sentence(page)).toContainText('All x are the same');
});

test('the slide’s missing minus sign is told kindly, and its density leaves the frame', async ({ page }) => {
  await openTopic(page, 'likelihood');
  await page.getByRole('button', { name: 'Erlangen: the sign in the Gaussian density' }).click();
  await expect(page.getByText(/^The exponent lacks its minus sign/)).toBeVisible();
  await expect(figure(page)).not.toContainText('as printed');
  await page.getByRole('button', { name: 'Draw the density as printed' }).click();
  await expect(figure(page)).toContainText('as printed: area ∞');
  const tops = await page
    .locator('.likelihood-arrowhead')
    .evaluateAll((arrows) => arrows.map((arrow) => arrow.getBoundingClientRect().top));
  const top = await page
    .locator('.likelihood-density')
    .evaluate((chart) => chart.getBoundingClientRect().top);
  expect(tops.length).toBe(2);
  for (const arrow of tops) expect(arrow).toBeLessThan(top);
});

for (const [theme, width, height, values] of [
  ['light', 1280, 720, ''],
  ['dark', 1920, 1080, ',m:line,b4'],
  ['projector', 1280, 720, ',s:logarithm,e1'],
  ['light', 375, 812, ',b10'],
  ['dark', 375, 812, ',m:line'],
] as const)
  test(`nothing sticks out of the page on likelihood, and axe finds nothing: ${width} ${theme}${values}`, async ({
    page,
  }) => {
    await openTopic(page, 'likelihood', values, theme);
    await expectGoodPage(page, width, height);
  });

test('an error above its chart is an arrowhead at the edge, not a dot in the chart above', async ({
  page,
}) => {
  await openTopic(page, 'likelihood', ',mu4');
  const chart = page.getByRole('group', { name: 'Error over μ' });
  const mark = await chart.locator('.likelihood-here').boundingBox();
  const box = await chart.boundingBox();
  if (!mark || !box) throw new Error('nothing is drawn');
  expect(Math.abs(mark.y - box.y)).toBeLessThan(12);
});

test('under Laplace’s noise a line of least absolute error is the most likely one, whatever β is', async ({
  page,
}) => {
  await openTopic(page, 'likelihood', ',m:line');
  await choose(page, 'Laplace');
  // Through (−3, −2.4) and (3, 2.8).
  await expect(sentence(page)).toContainText(/ŷ\s=\s0\.867\sx\s\+\s0\.2: there L is largest/);
  await expect(sentence(page)).toContainText(/Σ\s\|y\s−\sŷ\| least, 3\.08/);
  await page.getByRole('button', { name: 'Take a line of least absolute error' }).click();
  await expect(page.getByText('You are there.')).toBeVisible();
  await expect(sentence(page)).toContainText('the error is 3.08');
  const map = page.getByRole('group', { name: /^Absolute error over slope and intercept/ });
  await expect(map.locator('.likelihood-ring').first()).toBeAttached();
  await field(page, 'Precision').fill('3');
  await field(page, 'Precision').press('Enter');
  await expect(page.getByText('You are there.')).toBeVisible();
  // A point far below moves the line of least squares and leaves this one.
  await field(page, 'Points y').fill('-2.4 -0.4 -4 0.9 0.5 2.8');
  await field(page, 'Points y').press('Enter');
  await expect(page.getByText('You are there.')).toBeVisible();
  await choose(page, 'Gaussian');
  await expect(page.getByText('You are there.')).toBeHidden();
});

test('where several lines are equally likely the page says so and draws them', async ({ page }) => {
  await openTopic(page, 'likelihood', ',m:line,n:laplace');
  await field(page, 'Points x').fill('-2 -2 2 2');
  await field(page, 'Points x').press('Enter');
  await field(page, 'Points y').fill('0 1 0 1');
  await field(page, 'Points y').press('Enter');
  await expect(sentence(page)).toContainText('Not one line is the most likely: all dashed ones are');
  await expect(figure(page).locator('.likelihood-scatter .likelihood-best')).toHaveCount(4);
  await expect(figure(page).locator('.likelihood-best-lines').first()).toBeAttached();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });
  for (const [values, name, width] of [
    ['', 'number', 14],
    [',m:line', 'line', 28],
  ] as const)
    test(`the nearest point is taken hold of, and no other: ${name}`, async ({ page }) => {
      await openTopic(page, 'likelihood', values);
      const areas = await touchablesOf(figure(page).locator('.drag-handle'));
      for (const area of areas) {
        expect(area.right - area.left, area.name).toBeGreaterThan(width);
        expect(area.bottom - area.top, area.name).toBeCloseTo(44, 2);
      }
      expect(overlapping(areas)).toEqual([]);
      // Within its area, however near to another, each takes hold of itself.
      const taken = await page.evaluate(
        (places) =>
          places.flatMap(({ left, right, top, bottom }) =>
            [left + 2, right - 2].map((x) =>
              document
                .elementFromPoint(x, (top + bottom) / 2)
                ?.closest('.drag-handle')
                ?.getAttribute('aria-label'),
            ),
          ),
        areas,
      );
      expect(taken).toEqual(areas.flatMap((area) => [area.name, area.name]));
    });
});
