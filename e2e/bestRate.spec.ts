import { expect } from '@playwright/test';
import { exact, test } from './page.ts';
import { fieldOf, openScene, runRow } from './runsPage.ts';

const BOWL = {
  problem: { id: 'bowl', params: { kappa: 20 } },
  start: [-4, 1],
  steps: 60,
  runs: [
    { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.01 } } },
    { optimizer: { id: 'newton', hyperparameters: { learningRate: 0.3 } } },
  ],
  view: { focus: 0, unfolded: true },
};

test('the best learning rate of a run is found, set and said', async ({ page }) => {
  // ½(4²(1 − η)¹²⁰ + 20(1 − 20η)¹²⁰) is least at η = 0.0941, by hand: (20η − 1)/(1 − η) = 0.04^(1/119).
  await openScene(page, BOWL);
  await page.getByRole('button', { name: 'find best η', exact: true }).click();
  await expect(page.getByText(/^Best of \d+ tries over 60 steps: η 0\.094\.$/)).toBeVisible();
  await expect(fieldOf(page, 'learning rate of SGD')).toHaveValue('0.094');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(fieldOf(page, 'learning rate of SGD')).toHaveValue('0.01');
});

test('the best learning rates of all runs are found at once', async ({ page }) => {
  await openScene(page, BOWL);
  await page.getByRole('button', { name: 'All runs' }).click();
  await page.getByRole('menuitem', { name: 'Best η for every run' }).click();
  await expect(page.getByText('Best over 60 steps: SGD η 0.094; Newton η 1.')).toBeVisible();
  await expect(fieldOf(page, 'learning rate of Newton')).toHaveValue('1');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(fieldOf(page, 'learning rate of Newton')).toHaveValue('0.3');
  await expect(fieldOf(page, 'learning rate of SGD')).toHaveValue('0.01');
});

test('with its momentum a run beats SGD at its best, in the same ravine', async ({ page }) => {
  await openScene(page, { ...BOWL, runs: [{ optimizer: { id: 'sgd' } }, { optimizer: { id: 'momentum' } }] });
  await page.getByRole('button', { name: 'All runs' }).click();
  await page.getByRole('menuitem', { name: 'Best η and μ for every run' }).click();
  await expect(
    page.getByText(/^Best over 60 steps: SGD η 0\.094; Momentum η 0\.\d+, μ 0\.\d+\.$/),
  ).toBeVisible();
  await page.getByRole('slider', { name: 'Step' }).focus();
  await page.keyboard.press('End');
  const loss = (name: string) =>
    expect.poll(async () => Number((await exact(page, name, 'loss')) || Number.NaN));
  await loss('SGD').toBeGreaterThan(1e-6);
  await loss('Momentum').toBeLessThan(1e-9);
});

test('what a run has come to stands in its row, and why it ended in a sentence below', async ({ page }) => {
  await openScene(page, {
    ...BOWL,
    steps: 300,
    runs: [
      { optimizer: { id: 'newton', hyperparameters: { learningRate: 1 } } },
      { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.2 } } },
    ],
  });
  await page.getByRole('slider', { name: 'Step' }).focus();
  await page.keyboard.press('End');
  await expect(runRow(page, 'Newton')).toContainText('converged');
  // |1 − 20·0.2| = 3 a step: 3ⁿ passes 10⁸ at n = 17.
  await expect(page.getByRole('cell', { name: 'It diverged at step 17' })).toBeVisible();
});
