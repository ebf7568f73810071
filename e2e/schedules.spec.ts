import { expect, type Locator, type Page } from '@playwright/test';
import { exact, expectNoAxeViolations, pause, test } from './page.ts';
import { fieldOf, openScene, openUnfolded, sliderOf } from './runsPage.ts';

const summary = (page: Page) => page.locator('.run-extras').getByRole('button', { name: /^Schedule / });
const panel = (page: Page) => page.getByRole('group', { name: 'Schedule' });
const picture = (page: Page) => panel(page).getByRole('img', { name: /^Learning rate/ });
const chooser = (page: Page, name: string) =>
  page.getByRole('button', { name: `${name}, choose a schedule`, exact: true });
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' });

/** Chooses from the menu that a button opens, by the keyboard alone. */
async function chooseByKeys(page: Page, opener: Locator, name: string): Promise<void> {
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.type(name[0]);
  while (
    !(await page
      .getByText(name, { exact: true })
      .locator('xpath=..')
      .evaluate((item) => item === document.activeElement))
  )
    await page.keyboard.type(name[0]);
  await page.keyboard.press('Enter');
}

test('a schedule is chosen by keys, one entry of the history each time', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const constant = await exact(page, 'Adam', 'loss');
  await summary(page).press('Enter');
  await expect(summary(page)).toHaveAttribute('aria-expanded', 'true');
  await expect(summary(page)).toHaveText('Schedule constant');
  await expect(picture(page)).toHaveAccessibleName('Learning rate, at every step 0.100');
  await chooseByKeys(page, chooser(page, 'Constant'), 'Linear');
  await expect(summary(page)).toHaveText('Schedule linear');
  await expect(chooser(page, 'Linear')).toBeFocused();
  await expect(panel(page)).toContainText('Let the learning rate sink along a line.');
  await expect(panel(page).locator('.katex').first()).toBeVisible();
  // 0.1 · (1 − 299/300) at the last of 300 steps.
  await expect(picture(page)).toHaveAccessibleName(
    'Learning rate over 300 steps: from 0.100 to 3.33×10⁻⁴; the least is 3.33×10⁻⁴, the greatest 0.100',
  );
  await page.keyboard.press('End');
  await expect.poll(() => exact(page, 'Adam', 'loss')).not.toBe(constant);
  await undo(page).click();
  await expect(summary(page)).toHaveText('Schedule constant');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(summary(page)).toHaveText('Schedule linear');
});

test('a warm-up precedes what else there is; factors multiply, and are removed', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  await summary(page).click();
  await chooseByKeys(page, chooser(page, 'Constant'), 'Step');
  await page.getByRole('button', { name: 'Warm up first' }).click();
  await expect(chooser(page, 'Warm-up')).toBeFocused();
  await expect(summary(page)).toHaveText('Schedule warm-up × step');
  await expect(page.getByRole('button', { name: 'Warm up first' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Another factor' }).click();
  await page.getByRole('menuitem', { name: 'Exponential' }).click();
  await expect(summary(page)).toHaveText('Schedule warm-up × step × exponential');
  await expect(panel(page)).toContainText('The factors multiply.');
  await page.getByRole('button', { name: 'Remove Step' }).focus();
  await page.keyboard.press('Enter');
  await expect(summary(page)).toHaveText('Schedule warm-up × exponential');
  await expect(chooser(page, 'Exponential')).toBeFocused();
  await page.getByRole('button', { name: 'Remove Exponential' }).click();
  await page.getByRole('button', { name: 'Remove Warm-up' }).click();
  await expect(summary(page)).toHaveText('Schedule constant');
  await expect(chooser(page, 'Constant')).toBeFocused();
  await undo(page).click();
  await expect(summary(page)).toHaveText('Schedule warm-up');
});

test('while a slider moves, picture and path follow; letting go is one entry', async ({ page }) => {
  await openScene(page, {
    runs: [{ optimizer: { id: 'sgd' }, schedule: { id: 'cosine' } }],
    view: { focus: 0, unfolded: true, playhead: 300 },
  });
  await summary(page).click();
  const before = await exact(page, 'SGD', 'loss');
  const label = await picture(page).getAttribute('aria-label');
  const box = await sliderOf(page, 'floor').boundingBox();
  if (!box) throw new Error('The slider is not shown.');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 8, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.3, y);
  await expect(picture(page)).not.toHaveAttribute('aria-label', label ?? '');
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(before);
  await page.mouse.move(box.x + box.width * 0.6, y);
  await page.mouse.up();
  await expect(fieldOf(page, 'floor')).not.toHaveValue('0');
  await undo(page).click();
  await expect(fieldOf(page, 'floor')).toHaveValue('0');
  await expect.poll(() => exact(page, 'SGD', 'loss')).toBe(before);
});

test('halving on divergence is drawn as the run has recorded it, with what it costs', async ({ page }) => {
  // ½(x² + 4y²) from y = 3: 3, −18, 45, −33.75, −4.22, −2.37, so that η = 1.75 halves four times.
  await openScene(page, {
    problem: { id: 'bowl', params: { kappa: 4 } },
    start: [0, 3],
    steps: 8,
    runs: [{ optimizer: { id: 'sgd', hyperparameters: { learningRate: 1.75 } } }],
    view: { focus: 0, unfolded: true, playhead: 4 },
  });
  await summary(page).click();
  await chooseByKeys(page, chooser(page, 'Constant'), 'Halve on divergence');
  await expect(picture(page)).toHaveAccessibleName(
    'Learning rate over 8 steps: from 1.75 to 0.109; the least is 0.109, the greatest 1.75',
  );
  await expect(panel(page).locator('figcaption')).toHaveText('η 0.219 at step 4');
  await page.getByRole('button', { name: 'One step forward' }).click();
  await expect(panel(page).locator('figcaption')).toHaveText('η 0.109 at step 5');
  // Eight gradients, and the loss at the start and after each step.
  await page.getByRole('button', { name: /^8 steps.*change to evaluations/ }).click();
  await expect(page.getByRole('button', { name: /change to steps/ })).toHaveText(
    /^17 evaluations \(a value counts 1\)/,
  );
  await fieldOf(page, 'learning rate of SGD').fill('0.25');
  await page.keyboard.press('Enter');
  await expect(picture(page)).toHaveAccessibleName('Learning rate, at every step 0.250');
});

test('a link brings every factor back, and what is questionable is said', async ({ page }) => {
  await openScene(page, {
    steps: 40,
    runs: [
      {
        optimizer: { id: 'adam' },
        schedule: [
          { id: 'constant' },
          { id: 'restarts', hyperparameters: { period: 40, growth: 1.5, floor: 0.25 } },
        ],
      },
    ],
    view: { focus: 0, unfolded: true },
  });
  await expect(summary(page)).toHaveText('Schedule constant × restarts');
  await summary(page).click();
  await expect(fieldOf(page, 'growth of the periods')).toHaveValue('1.5');
  await expect(panel(page).getByRole('status')).toHaveText(/there is no restart in it/);
  await fieldOf(page, 'steps of the first period').fill('10');
  await page.keyboard.press('Enter');
  await expect(panel(page).getByRole('status')).toHaveText('');
});

test('what was typed and refused goes with its factor', async ({ page }) => {
  await openScene(page, {
    runs: [{ optimizer: { id: 'sgd' }, schedule: [{ id: 'step' }, { id: 'cosine' }, { id: 'step' }] }],
    view: { focus: 0, unfolded: true },
  });
  await summary(page).click();
  await fieldOf(page, 'floor').fill('low');
  await fieldOf(page, 'floor').press('Enter');
  await expect(panel(page).getByRole('alert')).toHaveText(/^Floor: “low” is not a number/);
  await chooseByKeys(page, chooser(page, 'Cosine'), 'Linear');
  await expect(fieldOf(page, 'floor')).toHaveValue('0');
  await expect(panel(page).getByRole('alert')).toHaveCount(0);
  await expect(chooser(page, 'Linear')).toBeFocused();
  await panel(page).getByRole('button', { name: 'Remove Linear' }).click();
  const every = fieldOf(page, 'steps between cuts');
  await every.first().fill('often');
  await every.first().press('Enter');
  await expect(panel(page).getByRole('alert')).toHaveText(/“often”/);
  await panel(page).getByRole('button', { name: 'Remove Step' }).first().click();
  await expect(every).toHaveCount(1);
  await expect(every).toHaveValue('30');
  await expect(chooser(page, 'Step')).toBeFocused();
});

// Each layout and each theme: colours do not depend on the width.
for (const [width, height, colorScheme] of [
  [1280, 720, 'light'],
  [1920, 1080, 'dark'],
  [375, 812, 'light'],
] as const)
  test.describe(`${width}×${height}, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test.beforeEach(async ({ page }) => {
      await openScene(page, {
        runs: [{ optimizer: { id: 'adam' }, schedule: [{ id: 'warmup' }, { id: 'restarts' }] }],
        view: { focus: 0, unfolded: true },
      });
      await summary(page).click();
    });

    test('axe finds nothing in a schedule of several factors', async ({ page }) => {
      await page.getByText('where it is taught').first().click();
      await expect(picture(page)).toBeVisible();
      await expectNoAxeViolations(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });

    test('axe finds nothing in the menu of schedules', async ({ page }) => {
      await chooser(page, 'Restarts').click();
      await expect(page.getByRole('menuitemradio')).toHaveCount(8);
      await expectNoAxeViolations(page);
    });
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('every target of a schedule is at least 44 pixels', async ({ page }) => {
    await openScene(page, {
      runs: [{ optimizer: { id: 'sgd' }, schedule: [{ id: 'step' }, { id: 'restarts' }] }],
      view: { focus: 0, unfolded: true },
    });
    await pause(page);
    await expect(summary(page)).toBeVisible();
    expect((await summary(page).boundingBox())?.height).toBeGreaterThanOrEqual(44);
    await summary(page).click();
    const targets = [
      ...(await panel(page).getByRole('button').all()),
      ...(await panel(page).getByRole('slider').all()),
      ...(await panel(page).getByRole('textbox').all()),
      ...(await panel(page).locator('summary').all()),
    ];
    expect(targets.length).toBeGreaterThan(15);
    for (const target of targets) {
      const box = await target.boundingBox();
      const name = (await target.getAttribute('aria-label')) ?? (await target.innerText());
      expect(box?.height, name).toBeGreaterThanOrEqual(44);
      expect(box?.width, name).toBeGreaterThanOrEqual(44);
    }
  });
});
