import { expect, type Page } from '@playwright/test';
import { expectNoAxeViolations, open, pause, test } from './page.ts';

const ADAM = 'v=1&p=rosenbrock,a1,b100&s=-1.5,2&n=300&r=adam.1,s.99&view=t37,f0,rd:both&end';

const why = (page: Page) => page.locator('.why');
const spoken = (page: Page) => why(page).locator('.visually-hidden');
const next = (page: Page) => page.locator('.step-head').getByRole('button', { name: 'Next step' });

test('the panel says in a sentence or two what the step did', async ({ page }) => {
  await open(page, ADAM);
  await pause(page);
  await expect(spoken(page)).toHaveText(
    'The gradient points straight across the ravine. ' +
      'Its average has turned 26° down the valley; dividing by the square root of v hat turns the step 17° more.',
  );
  // The eye gets the root itself.
  await expect(why(page).locator('[aria-hidden] .katex .sqrt')).toBeVisible();
  await next(page).click();
  await expect(spoken(page)).toContainText('16° down the valley');
  await expectNoAxeViolations(page);
});

test('what is below the sentence never moves up', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await open(page, ADAM);
  await pause(page);
  await expect(spoken(page)).toContainText('26°');
  let height = 0;
  for (let step = 38; step <= 46; step++) {
    const before = await spoken(page).textContent();
    await next(page).click();
    await expect(spoken(page)).not.toHaveText(before ?? '');
    const now = await why(page).evaluate((element) => Math.round(element.getBoundingClientRect().height));
    expect(now).toBeGreaterThanOrEqual(height);
    height = now;
  }
});
