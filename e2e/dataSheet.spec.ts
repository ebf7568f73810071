import { expect, type Locator, type Page } from '@playwright/test';
import { open, test } from './page.ts';
import { openSheet, sheet } from './problemSheet.ts';

const RUNS = 'n=100&d=seed7,noise0,batch:full&r=sgd.5;2&view=t20,f0&end';
const IRIS = `v=1&p=iris&${RUNS}`;

const choice = (page: Page, label: string, option: string): Locator =>
  sheet(page)
    .getByRole('radiogroup', { name: label, exact: true })
    .getByRole('radio', { name: option, exact: true });
const reason = (page: Page, label: string): Locator =>
  sheet(page).getByRole('radiogroup', { name: label, exact: true }).getByRole('status');

test('what cannot be fitted says why to keys, and they go past it', async ({ page }) => {
  await open(page, IRIS);
  await openSheet(page);
  await expect(choice(page, 'loss', 'Gaussian NLL')).toHaveAttribute('aria-disabled', 'true');
  await choice(page, 'loss', 'zero-one').press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, 'loss', 'absolute error')).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(reason(page, 'loss')).toHaveText(
    'This is the likelihood of a number, and here a class is predicted.',
  );
  await expect(choice(page, 'loss', 'absolute error')).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(choice(page, 'loss', 'KL divergence')).toBeChecked();
  await expect(reason(page, 'loss')).toHaveText('');
});

test('one feature cannot be taken twice, and a touch says why', async ({ page }) => {
  await open(page, IRIS);
  await openSheet(page);
  await sheet(page)
    .getByRole('radiogroup', { name: 'second feature' })
    .getByText('petal length', { exact: true })
    // What is disabled for readers of the page answers all the same.
    .click({ force: true });
  await expect(reason(page, 'second feature')).toHaveText(
    'Both weights would be those of one feature; choose two different ones.',
  );
  await expect(choice(page, 'second feature', 'petal width')).toBeChecked();
});

test('separable classes are explained in the sheet, with a penalty there is a minimizer, and the credit stands there', async ({
  page,
}) => {
  await open(page, `v=1&p=iris,n:setosa,p:versicolor&${RUNS}`);
  await openSheet(page);
  const runsAway = 'no finite maximum of the likelihood exists';
  await expect(sheet(page)).toContainText(runsAway);
  await expect(sheet(page)).toContainText('R. A. Fisher, 1936; UCI Machine Learning Repository, CC BY 4.0');
  await sheet(page).getByRole('slider', { name: 'L2 penalty' }).press('ArrowRight');
  await expect(sheet(page)).not.toContainText(runsAway);
  await expect(sheet(page).getByRole('list', { name: 'Minimizers and saddles' })).toContainText(
    'global minimizer',
  );
});

test('while its penalty moves, the sheet lets the map be seen', async ({ page }) => {
  await open(page, IRIS);
  await openSheet(page);
  const losses = sheet(page).getByRole('radiogroup', { name: 'loss', exact: true });
  await sheet(page).getByRole('slider', { name: 'L2 penalty' }).focus();
  await page.keyboard.down('ArrowRight');
  await expect(losses).toHaveCSS('opacity', '0');
  await page.keyboard.up('ArrowRight');
  await expect(losses).toHaveCSS('opacity', '1');
});
