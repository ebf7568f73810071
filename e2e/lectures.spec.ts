import { expect, type Page } from '@playwright/test';
import { expectNoAxeViolations, test } from './page.ts';
import { openScene } from './runsPage.ts';

const ADAM = {
  problem: { id: 'himmelblau' },
  start: [0.5, -0.7],
  steps: 60,
  runs: [{ optimizer: { id: 'adam', hyperparameters: { learningRate: 0.1, beta1: 0.8 } } }],
};
const ADADELTA = {
  problem: { id: 'himmelblau' },
  steps: 60,
  runs: [{ optimizer: { id: 'sgd' } }, { optimizer: { id: 'adadelta' }, name: 'Mine' }],
};

/** A scene whose focused run is read at a step, in a lecture's form. */
const read = (scene: object, form: string, focus = 0) => ({
  ...scene,
  view: { focus, playhead: 12, reading: { numbers: 'both', form } },
});

const forms = (page: Page) => page.getByRole('radiogroup', { name: 'Form of the rule' });
const rule = (page: Page, lecture: string) =>
  page.getByRole('region', { name: `As ${lecture} prints it`, exact: true });
const heading = (page: Page) => page.getByRole('heading', { level: 2, name: /, step/ });
const notes = (page: Page) => page.getByRole('region', { name: 'Notes on the slides' });

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [width, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width).toBeLessThanOrEqual(inner);
}

test('arrow keys go through the lectures, each with its place and its own symbols', async ({ page }) => {
  await openScene(page, read(ADAM, 'own'));
  await forms(page).getByRole('radio', { name: 'Own form' }).focus();
  for (const [lecture, place, symbol] of [
    ['Memphis', '“Adam optimizer”', 'α'],
    ['Erlangen', 'part 3, “Adam”', 'μ'],
    ['Optimizers', 'Algorithm 8.7', 'δ'],
    ['Westlake', '“Adam: combining momentum and RMSProp”', 'η'],
  ] as const) {
    await page.keyboard.press('ArrowRight');
    await expect(forms(page).getByRole('radio', { name: lecture })).toBeFocused();
    await expect(rule(page, lecture)).toContainText(place);
    await expect(rule(page, lecture).locator('.printed-line math').first()).toBeVisible();
    await expect(rule(page, lecture).locator('.printed-lines').first()).toContainText(symbol);
  }
});

test('“Use this form” makes the run follow it by key, says what changed, and Undo brings it back', async ({
  page,
}) => {
  await openScene(page, read(ADAM, 'Memphis'));
  const printed = rule(page, 'Memphis');
  await printed.getByRole('button', { name: 'Use this form: Adam', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(printed.getByRole('status')).toHaveText(
    'The run now has place of the stabilizer inside, bias correction off. Undo brings back what it had.',
  );
  const followed = printed.getByRole('button', { name: 'This run follows it: Adam', exact: true });
  await expect(followed).toBeFocused();
  await expect(followed).toHaveAttribute('aria-disabled', 'true');
  // Algorithm 2 of the same lecture is another form.
  await expect(printed.getByRole('button', { name: 'Use this form: Adam, Algorithm 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(printed.getByRole('button', { name: 'Use this form: Adam', exact: true })).toBeVisible();
  await expect(printed.getByRole('status')).toHaveText('');
});

test('a note opens by key, its scene shows the difference, and Undo brings the runs back', async ({
  page,
}) => {
  await openScene(page, read(ADADELTA, 'Erlangen', 1));
  const note = notes(page).getByRole('button', { name: 'Erlangen: Adadelta’s first step' });
  await note.focus();
  await page.keyboard.press('Enter');
  await expect(note).toHaveAttribute('aria-expanded', 'true');
  await expect(notes(page)).toContainText('Since h begins at 0');
  await expect(notes(page).locator('.printed-line math')).toHaveCount(2);
  await page.keyboard.press('Tab');
  const show = notes(page).getByRole('button', { name: 'Show the difference: Adadelta’s first step' });
  await expect(show).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/^As printed, step/);
  await expect(page.getByRole('status', { name: 'Notices' })).toContainText(
    'stays at the start for all 150 steps',
  );
  await expect(show).toBeFocused();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(heading(page)).toHaveText(/^Mine, step/);
});

test('a run whose rule no slide prints otherwise has no notes', async ({ page }) => {
  await openScene(page, read({ ...ADAM, runs: [{ optimizer: { id: 'nadam' } }] }, 'Erlangen'));
  await expect(rule(page, 'Erlangen')).toContainText('Combination w. NAG exists');
  await expect(notes(page)).toHaveCount(0);
});

for (const [width, height, colorScheme] of [
  [1280, 720, 'light'],
  [375, 812, 'dark'],
] as const)
  test.describe(`${width} × ${height} ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test('axe finds nothing in a printed rule and its note', async ({ page }) => {
      await openScene(page, read({ ...ADAM, runs: [{ optimizer: { id: 'adadelta' } }] }, 'Erlangen'));
      await expect(rule(page, 'Erlangen').locator('.printed-line math').first()).toBeAttached();
      await page.locator('.printed-symbols summary').click();
      await notes(page).getByRole('button', { name: 'Erlangen: Adadelta’s first step' }).click();
      await expectNoAxeViolations(page, '.step-panel');
    });

    test('nothing of the widest formulas and programs is wider than the page', async ({ page }) => {
      const run = { optimizer: { id: 'muon' }, modifiers: [{ id: 'sam' }] };
      for (const lecture of ['Westlake', 'Memphis']) {
        await openScene(page, read({ ...ADAM, runs: [run] }, lecture));
        await expect(rule(page, lecture).locator('.printed-line math').first()).toBeAttached();
        await expectNoSidewaysScroll(page);
      }
    });
  });
