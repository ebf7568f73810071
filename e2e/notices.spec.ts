import { expect } from '@playwright/test';
import { expectNoAxeViolations, open, pause, test } from './page.ts';

test('dismissed by keyboard, a notice gives the focus to the next one, and the last to the page’s main part', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'nothing-of-a-scene');
  await expect(page.getByText(/holds no scene/)).toBeVisible();
  await pause(page);
  await page.keyboard.press('c');
  await expect(page.getByText('Link copied.')).toBeVisible();
  const dismiss = page.getByRole('button', { name: 'Dismiss' });
  await dismiss.first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/holds no scene/)).toHaveCount(0);
  await expect(dismiss).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dismiss).toHaveCount(0);
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page.getByRole('main')).toHaveCSS('outline-style', 'none');
  await expectNoAxeViolations(page);
  // Keys go on from there.
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('of two notices the last, once dismissed, gives the focus to the one before', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, 'nothing-of-a-scene');
  await page.keyboard.press('c');
  await expect(page.getByText('Link copied.')).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Link copied.')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Dismiss' })).toBeFocused();
  await expect(page.getByText(/holds no scene/)).toBeVisible();
});

test('a link with names written wrongly is answered with those that may have been meant', async ({
  page,
}) => {
  await open(page, 'v=1&p=rosenbrook&s=-1.5,2&n=300&r=addam.1&r=sgd.001&view=t50&end');
  const notice = page.locator('.notice');
  await expect(notice).toContainText('Did you mean rosenbrock? The title of the page opens all problems.');
  await expect(notice).toContainText('Did you mean adam, adamw, or nadam? “Add a run” shows all optimizers.');
});
