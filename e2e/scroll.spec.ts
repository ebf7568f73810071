import { expect } from '@playwright/test';
import { open, pause, test } from './page.ts';

for (const viewport of [
  { width: 1280, height: 720 },
  { width: 375, height: 812 },
])
  test.describe(`${viewport.width}×${viewport.height}`, () => {
    test.use({ viewport });
    test('the page itself never scrolls: only its lists do', async ({ page }) => {
      await open(page);
      await pause(page);
      await expect(page.getByRole('slider', { name: /learning rate/ })).toBeVisible();
      const beyond = await page.evaluate(
        () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
      );
      expect(beyond).toBe(0);
    });
  });
