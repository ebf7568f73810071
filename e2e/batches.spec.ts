import { expect, type Locator, type Page } from '@playwright/test';
import { footer } from './footerPage.ts';
import { exact, expectNoAxeViolations, open, test } from './page.ts';
import { openSheet, option } from './problemSheet.ts';

const IRIS = 'v=1&p=iris&s=-1,2&n=200&d=seed7,noise0,batch:full&r=sgd.5;2&r=adam.1;3&view=t60,f0&end';

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Batches' });
const opener = (page: Page, name: string): Locator => footer(page).getByRole('button', { name, exact: true });
const kind = (page: Page, name: string): Locator => sheet(page).getByRole('radio', { name });
const size = (page: Page): Locator => sheet(page).getByRole('textbox', { name: 'Batch size' });

test('batches are chosen by keyboard alone: how many samples, in which order, by which seed', async ({
  page,
}) => {
  await open(page, IRIS);
  // Until then the row has the loss of an earlier step.
  await expect(page.getByText(/SGD, step 60 of 200/)).toBeVisible();
  const full = await exact(page, 'SGD', 'loss');
  await expect(footer(page).getByRole('textbox', { name: 'Seed' })).toHaveCount(0);
  await opener(page, 'Full batch').focus();
  await page.keyboard.press('Enter');
  await expect(kind(page, 'Full batch')).toBeFocused();
  await expect(sheet(page)).toContainText('Each step sees all 100 samples: nothing is drawn.');
  await expect(sheet(page).getByRole('slider', { name: 'Noise σ' })).toHaveCount(0);

  await page.keyboard.press('ArrowRight');
  await expect(kind(page, 'Mini-batch')).toBeChecked();
  await expect(size(page)).toHaveValue('16');
  await expect(sheet(page)).toContainText('means over 16 of the 100 samples; all runs see the same ones.');
  await expect(sheet(page)).toContainText('Each sample is drawn from all of them');
  await expect(opener(page, 'Batch 16')).toBeVisible();
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(full);
  await expect.poll(() => page.url()).toContain('batch16');
  const replaced = await exact(page, 'SGD', 'loss');

  await sheet(page).getByRole('radio', { name: 'With replacement' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(sheet(page)).toContainText(
    'Each epoch goes through all samples in a new order: 7 batches, the last of 4.',
  );
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(replaced);
  await expect.poll(() => page.url()).toContain('order:epochs');
  const shuffled = await exact(page, 'SGD', 'loss');

  const seed = sheet(page).getByRole('textbox', { name: 'Seed', exact: true });
  await seed.press('ArrowUp');
  await expect(seed).toHaveValue('8');
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(shuffled);
  await seed.press('ArrowDown');
  await expect.poll(() => exact(page, 'SGD', 'loss')).toBe(shuffled);

  await sheet(page).getByRole('slider', { name: 'Batch size' }).focus();
  await page.keyboard.press('Home');
  await expect(kind(page, 'Single sample')).toBeChecked();
  await expect(sheet(page)).toContainText('those of one of the 100 samples');
  await size(page).fill('100');
  await page.keyboard.press('Enter');
  await expect(kind(page, 'Full batch')).toBeChecked();
  await expect.poll(() => exact(page, 'SGD', 'loss')).toBe(full);
  await size(page).fill('101');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toContainText('101 is more than 100');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(opener(page, 'Full batch')).toBeFocused();
});

test('a data problem begins with the full batch, and a surface finds its noise again', async ({ page }) => {
  await open(page, 'v=1&p=bowl&s=-4,1&n=100&d=seed7,noise.5,batch4&r=sgd.05;2&view=t60,f0&end');
  const choose = async (name: string) => {
    await openSheet(page);
    await option(page, name).click();
    await page.keyboard.press('Escape');
  };
  await choose('Iris');
  await expect(opener(page, 'Full batch')).toBeVisible();
  await expect(footer(page).getByRole('textbox', { name: 'Noise σ' })).toHaveCount(0);
  await choose('Booth’s function');
  await expect(footer(page).getByRole('textbox', { name: 'Noise σ' })).toHaveValue('0.5');
});

test('a cloud of seeds is one of batches, and its spread is measured against their size', async ({
  page,
}) => {
  await open(page, IRIS.replace('batch:full', 'batch8'));
  await opener(page, 'Batch 8').click();
  await sheet(page).getByRole('textbox', { name: 'Seeds' }).fill('20');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toContainText(/20 seeds at step 60: mean loss [\d.]+, half of them between/);
  await expect(sheet(page)).toContainText(/With 20 seeds the slope is −[\d.]+; the line has −½/);
  await sheet(page)
    .getByRole('button', { name: /^B = 64: spread/ })
    .click();
  await expect(opener(page, 'Batch 64')).toBeVisible();
  await expectNoAxeViolations(page);
});
