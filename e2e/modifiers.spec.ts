import { expect, type Page } from '@playwright/test';
import { exact, expectNoAxeViolations, test } from './page.ts';
import { fieldOf, openScene, openUnfolded, runRow, sliderOf } from './runsPage.ts';

const summary = (page: Page) => page.locator('.run-extras').getByRole('button', { name: /^Modifiers / });
const panel = (page: Page) => page.getByRole('group', { name: 'Modifiers' });
const adder = (page: Page, name: string) => panel(page).getByRole('button', { name, exact: true });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' });

/** A scene of one unfolded run. */
const sceneOf = (optimizer: string, run: object = {}, scene: object = {}) => ({
  ...scene,
  runs: [{ optimizer: { id: optimizer }, ...run }],
  view: { focus: 0, unfolded: true },
});

test('modifiers are added and removed by keys, and stand in the order in which they apply', async ({
  page,
}) => {
  await openUnfolded(page, 'Adam');
  await expect(summary(page)).toHaveText('Modifiers none');
  await summary(page).press('Enter');
  await expect(summary(page)).toHaveAttribute('aria-expanded', 'true');
  for (const name of ['Lookahead', 'SAM', 'Weight decay']) {
    await adder(page, name).focus();
    await page.keyboard.press('Enter');
  }
  await expect(summary(page)).toHaveText('Modifiers SAM, Weight decay, Lookahead');
  await expect(sliderOf(page, 'weight decay')).toBeFocused();
  await expect(panel(page)).toContainText('They apply in this order, however they were added.');
  await expect(panel(page)).toContainText('Climb to the worst point nearby');
  await panel(page).getByText('where it is taught').first().click();
  await expect(panel(page)).toContainText('Foret, Kleiner, Mobahi, Neyshabur, ICLR 2021, eq. (2)');
  await expect(runRow(page, 'Adam').locator('[title="SAM, Weight decay, Lookahead"]')).toBeVisible();
  await panel(page).getByRole('button', { name: 'Remove SAM' }).focus();
  await page.keyboard.press('Enter');
  await expect(summary(page)).toHaveText('Modifiers Weight decay, Lookahead');
  await expect(adder(page, 'SAM')).toBeFocused();
  await undo(page).click();
  await expect(summary(page)).toHaveText('Modifiers SAM, Weight decay, Lookahead');
  for (let i = 0; i < 3; i++) await undo(page).click();
  await expect(summary(page)).toHaveText('Modifiers none');
});

test('while a slider moves, the run follows; letting go is one entry', async ({ page }) => {
  await openScene(page, sceneOf('sgd', { modifiers: [{ id: 'sam' }] }, { steps: 100 }));
  await summary(page).click();
  await page.keyboard.press('End');
  const before = await exact(page, 'SGD', 'loss');
  const box = await sliderOf(page, 'radius of the climb').boundingBox();
  if (!box) throw new Error('The slider is not shown.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.55, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, y);
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(before);
  await page.mouse.move(box.x + box.width * 0.8, y);
  await page.mouse.up();
  await expect(fieldOf(page, 'radius of the climb')).not.toHaveValue('0.05');
  await undo(page).click();
  await expect(fieldOf(page, 'radius of the climb')).toHaveValue('0.05');
  await expect.poll(() => exact(page, 'SGD', 'loss')).toBe(before);
});

test('SAM takes two gradients a step, and the chart counts them', async ({ page }) => {
  await openScene(page, sceneOf('sgd', {}, { steps: 50 }));
  await page.getByRole('button', { name: /^50 steps.*change to evaluations/ }).click();
  const count = page.getByRole('button', { name: /change to steps/ });
  await expect(count).toHaveText(/^50 gradient evaluations/);
  await summary(page).click();
  await adder(page, 'SAM').click();
  await expect(count).toHaveText(/^100 gradient evaluations/);
  await adder(page, 'Lookahead').click();
  await adder(page, 'Weight decay').click();
  await expect(count).toHaveText(/^100 gradient evaluations/);
});

test('weight decay is a penalty or decoupled', async ({ page }) => {
  await openScene(page, sceneOf('momentum', { modifiers: [{ id: 'weight-decay' }] }, { steps: 100 }));
  await summary(page).click();
  await page.keyboard.press('End');
  const penalty = await exact(page, 'Momentum', 'loss');
  await page.getByRole('radiogroup', { name: 'mode' }).getByText('decoupled').click();
  await expect.poll(() => exact(page, 'Momentum', 'loss')).not.toBe(penalty);
  await page.reload();
  await expect(summary(page)).toHaveText('Modifiers Weight decay');
  await summary(page).click();
  await expect(page.getByRole('radio', { name: 'decoupled' })).toBeChecked();
});

test('the mark of a run with modifiers stays where its name is cut', async ({ page }) => {
  const name = 'A name that is too long for its row';
  await openScene(page, sceneOf('adam', { name, modifiers: [{ id: 'sam' }] }));
  const row = await runRow(page, name).boundingBox();
  const rate = await runRow(page, name).getByRole('textbox').boundingBox();
  const mark = await runRow(page, name).locator('[title="SAM"]').boundingBox();
  if (!row || !rate || !mark) throw new Error('The row is not shown.');
  expect(mark.x + mark.width).toBeLessThanOrEqual(rate.x + rate.width);
  expect(mark.x).toBeGreaterThan(row.x);
});

test('what is questionable is said where it is chosen', async ({ page }) => {
  await openScene(page, sceneOf('newton'));
  await summary(page).click();
  await adder(page, 'SAM').click();
  await expect(panel(page).getByRole('status')).toHaveText(
    'Under SAM Newton takes its gradient at the climbed point and its Hessian at the one that was not moved.',
  );
  await openScene(page, sceneOf('adamw'));
  await summary(page).click();
  await adder(page, 'Weight decay').click();
  await expect(panel(page).getByRole('status')).toHaveText(/together they decay twice/);
});

// Each layout and each theme: colours do not depend on the width.
for (const [width, height, colorScheme] of [
  [1280, 720, 'light'],
  [1920, 1080, 'dark'],
  [375, 812, 'light'],
] as const)
  test.describe(`${width}×${height}, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test('axe finds nothing without modifiers and with all of them', async ({ page }) => {
      await openScene(page, sceneOf('adam'));
      await summary(page).click();
      await expectNoAxeViolations(page);
      for (const name of ['SAM', 'Weight decay', 'Lookahead']) await adder(page, name).click();
      for (const sources of await panel(page).getByText('where it is taught').all()) await sources.click();
      await expect(panel(page)).toContainText('divided by the same root');
      await expectNoAxeViolations(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('every target of the modifiers is at least 44 pixels', async ({ page }) => {
    await openScene(page, sceneOf('sgd', { modifiers: [{ id: 'sam' }, { id: 'weight-decay' }] }));
    expect((await summary(page).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await summary(page).click();
    const targets = [
      ...(await panel(page).getByRole('button').all()),
      ...(await panel(page).getByRole('slider').all()),
      ...(await panel(page).getByRole('textbox').all()),
      ...(await panel(page).locator('summary').all()),
      ...(await panel(page).locator('.segment').all()),
    ];
    expect(targets.length).toBeGreaterThan(12);
    for (const target of targets) {
      const box = await target.boundingBox();
      const name = (await target.getAttribute('aria-label')) ?? (await target.innerText());
      expect(box?.height, name).toBeGreaterThanOrEqual(44);
      expect(box?.width, name).toBeGreaterThanOrEqual(44);
    }
  });
});
