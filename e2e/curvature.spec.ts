import { expect, type Locator, type Page } from '@playwright/test';
import { expectNoAxeViolations, test } from './page.ts';
import { openScene } from './runsPage.ts';

const run = (id: string, hyperparameters: Readonly<Record<string, number>>) => ({
  optimizer: { id, hyperparameters },
});

/** A step of momentum on the bowl of curvatures 20 and 1, being read. */
const BOWL = {
  problem: { id: 'bowl', params: { kappa: 20 } },
  runs: [run('momentum', { learningRate: 0.02, momentum: 0.9 })],
  view: { focus: 0, playhead: 8, reading: {} },
};

const curvatureSwitch = (page: Page) => page.getByRole('switch', { name: 'Curvature' });
const part = (page: Page) => page.getByRole('region', { name: 'Curvature' });
const values = (page: Page) => page.getByRole('table', { name: /^Eigenvalues of the Hessian/ });
const tunings = (page: Page) => page.getByRole('table', { name: 'Best for this local quadratic' });
const marks = (page: Page) => page.locator('.curvature-marks');

/** The numbers of a row with all their digits, by the words that a screen reader has for it. */
async function numbersOf(table: Locator, row: RegExp): Promise<number[]> {
  const data = table.getByRole('row', { name: row }).locator('data');
  await expect(data.first()).toBeAttached();
  return data.evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('value'))));
}

test('on the bowl all numbers are the closed forms, and the ellipse of the local quadratic is on the map', async ({
  page,
}) => {
  await openScene(page, BOWL);
  await expect(values(page)).toHaveCount(0);
  await expect(marks(page)).toHaveCount(0);
  await curvatureSwitch(page).click();
  await expect(part(page)).toContainText('after step 8, f is bowl-shaped');
  expect(await numbersOf(values(page), /^eigenvalue 1/)).toEqual([20]);
  expect(await numbersOf(values(page), /^eigenvalue 2/)).toEqual([1]);
  expect(await numbersOf(values(page), /^condition number/)).toEqual([20]);
  expect(await numbersOf(values(page), /^largest stable/)).toEqual([(2 * 1.9) / 20]);
  expect(await numbersOf(values(page), /^η of this step/)).toEqual([0.02]);
  await expect(part(page)).toContainText('η is below it: along the steep axis the swing shrinks.');
  const [eta] = await numbersOf(tunings(page), /^Gradient descent/);
  expect(eta).toBe(2 / 21);
  const root = Math.sqrt(20);
  const [heavyEta, heavyMu] = await numbersOf(tunings(page), /^Heavy ball/);
  expect(heavyEta).toBeCloseTo(4 / (root + 1) ** 2, 14);
  expect(heavyMu).toBeCloseTo(((root - 1) / (root + 1)) ** 2, 14);
  // λ₁ upright, λ₂ level, and their ratio √κ.
  const radii = await marks(page)
    .locator('ellipse')
    .evaluate((ellipse) => [Number(ellipse.getAttribute('rx')), Number(ellipse.getAttribute('ry'))]);
  expect(radii[1] / radii[0]).toBeCloseTo(root, 9);
  await expect(marks(page)).toContainText('½ dᵀHd =');
  await expectNoAxeViolations(page);
  await curvatureSwitch(page).click();
  await expect(marks(page)).toHaveCount(0);
});

test('“Use them” gives the run the best η and μ at once, and Undo brings its own back, by keyboard', async ({
  page,
}) => {
  await openScene(page, BOWL);
  await curvatureSwitch(page).focus();
  await page.keyboard.press('Space');
  await expect(values(page)).toBeVisible();
  await page.keyboard.press('Tab');
  const use = page.getByRole('button', { name: 'Use them' });
  await expect(use).toBeFocused();
  await page.keyboard.press('Enter');
  const root = Math.sqrt(20);
  const ownRate = async () => (await numbersOf(values(page), /^η of this step/))[0];
  await expect.poll(ownRate).toBeCloseTo(4 / (root + 1) ** 2, 14);
  const [bound] = await numbersOf(values(page), /^largest stable/);
  expect(bound).toBeCloseTo((2 * (1 + ((root - 1) / (root + 1)) ** 2)) / 20, 14);
  await expect(part(page).getByRole('status')).toHaveText('The run has these settings.');
  await expect(use).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(ownRate).toBe(0.02);
  expect(await numbersOf(values(page), /^largest stable/)).toEqual([(2 * 1.9) / 20]);
});

test('it follows the playhead, says that η is too large, and has best settings for a bowl only', async ({
  page,
}) => {
  await openScene(page, {
    problem: { id: 'plateau' },
    start: [0.5, 0],
    steps: 5,
    runs: [run('sgd', { learningRate: 6 })],
    view: { focus: 0, playhead: 1, reading: { curvature: true } },
  });
  // x₁ = x₀ − ηx₀e^{−x₀²/2}; around the hole f curves by e^{−x²/2}, outward by (1 − x²) times that.
  let x = 0.5;
  const expected = [
    ['saddle-shaped: one direction curves down', 'η is below it', 'steps grow at any η'],
    ['bowl-shaped', 'η is above it: along the steep axis each step grows'],
  ];
  for (const [i, words] of expected.entries()) {
    x -= 6 * x * Math.exp(-(x * x) / 2);
    const fade = Math.exp(-(x * x) / 2);
    await expect(part(page)).toContainText(`after step ${i + 1}, f is ${words[0]}`);
    for (const text of words) await expect(part(page)).toContainText(text);
    expect((await numbersOf(values(page), /^eigenvalue 1/))[0] / fade).toBeCloseTo(1, 9);
    expect((await numbersOf(values(page), /^eigenvalue 2/))[0] / ((1 - x * x) * fade)).toBeCloseTo(1, 9);
    // Only a bowl has best settings.
    await expect(page.getByRole('button', { name: 'Use it' })).toHaveCount(i);
    await page.getByRole('button', { name: 'Next step', exact: true }).click();
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });
  test('switch, table and button fit, and can be hit', async ({ page }) => {
    await openScene(page, { ...BOWL, view: { ...BOWL.view, reading: { curvature: true } } });
    await curvatureSwitch(page).scrollIntoViewIfNeeded();
    await expect(tunings(page)).toBeVisible();
    for (const table of [values(page), tunings(page)]) {
      const box = await table.boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= 375).toBe(true);
    }
    const use = await page.getByRole('button', { name: 'Use them' }).boundingBox();
    expect(Math.min(use?.width ?? 0, use?.height ?? 0)).toBeGreaterThanOrEqual(44);
    await page.getByRole('button', { name: 'Use them' }).tap();
    await expect(part(page).getByRole('status')).toHaveText('The run has these settings.');
    await expectNoAxeViolations(page);
  });
});
