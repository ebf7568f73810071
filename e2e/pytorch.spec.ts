import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectNoAxeViolations, open, pause, test } from './page.ts';
import { action, openScene, openUnfolded } from './runsPage.ts';

const sheet = (page: Page) => page.getByRole('dialog', { name: /as a PyTorch script$/ });
const script = (page: Page) => sheet(page).getByRole('textbox', { name: 'Script' });

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a run opens as a PyTorch script by key, and Escape gives the focus back', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  await action(page, 'PyTorch').focus();
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toHaveAccessibleName('Adam as a PyTorch script');
  await expect(script(page)).toContainText(
    'torch.optim.Adam([theta], lr=eta, betas=(beta1, beta2), eps=epsilon)',
  );
  await expect(script(page)).toContainText('START = [-1.5, 2.0]');
  await expect(script(page)).not.toContainText('Muon');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(action(page, 'PyTorch')).toBeFocused();
});

test('the script is scrolled by keys', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  await action(page, 'PyTorch').click();
  await script(page).focus();
  await page.keyboard.press('End');
  await expect.poll(() => script(page).evaluate((region) => region.scrollTop)).toBeGreaterThan(0);
});

test('the script is copied, and downloaded as a file with the same text', async ({ page }) => {
  await openScene(page, {
    problem: { id: 'himmelblau', rotation: 20 },
    sampling: { noise: 0.1 },
    runs: [
      {
        optimizer: { id: 'muon', hyperparameters: { learningRate: 0.0625 } },
        modifiers: [{ id: 'sam' }],
        name: 'Mine',
      },
    ],
  });
  await page.getByRole('button', { name: 'Settings of Mine', exact: true }).click();
  await action(page, 'PyTorch').click();
  await expect(sheet(page)).toHaveAccessibleName('Mine as a PyTorch script');
  await sheet(page).getByRole('button', { name: 'Copy' }).click();
  await expect(sheet(page).getByRole('status')).toHaveText('Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  for (const part of ['def msign(M):', 'def philox(', 'eta = 0.0625', 'sam_rho = 0.05', '# Mine'])
    expect(copied).toContain(part);
  const coming = page.waitForEvent('download');
  await sheet(page).getByRole('button', { name: 'Download' }).press('Enter');
  const download = await coming;
  expect(download.suggestedFilename()).toBe('ravine-himmelblau-muon.py');
  expect(await readFile(await download.path(), 'utf8')).toBe(copied);
});

for (const colorScheme of ['light', 'dark'] as const)
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 375, height: 812 },
  ])
    test.describe(`${viewport.width} wide, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme });
      test('the script passes axe, and only it scrolls sideways', async ({ page }) => {
        await open(page);
        await pause(page);
        const runs = page.getByRole('tab', { name: 'Runs' });
        if (await runs.isVisible()) await runs.click();
        const details = page.getByRole('button', { name: 'Settings of Adam', exact: true });
        if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
        await action(page, 'PyTorch').click();
        await expect(script(page)).toContainText('import torch');
        await expectNoAxeViolations(page);
        const sideways = await sheet(page).evaluate((dialog) => {
          const inner = dialog.firstElementChild as HTMLElement;
          return [inner.scrollWidth - inner.clientWidth, innerWidth - dialog.getBoundingClientRect().right];
        });
        expect(sideways[0]).toBeLessThanOrEqual(0);
        expect(sideways[1]).toBeGreaterThanOrEqual(0);
      });
    });
