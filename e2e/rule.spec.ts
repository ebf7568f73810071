import { expect, type Page } from '@playwright/test';
import { expectNoAxeViolations, test } from './page.ts';
import { openScene } from './runsPage.ts';

/** One unfolded run with everything a rule can be made of. */
const WHOLE = {
  runs: [
    {
      optimizer: { id: 'adam' },
      modifiers: [
        { id: 'sam', hyperparameters: { p: 3 } },
        { id: 'weight-decay', hyperparameters: { mode: 'decoupled' } },
        { id: 'lookahead' },
      ],
      schedule: [{ id: 'warmup' }, { id: 'cosine' }],
    },
  ],
  view: { focus: 0, unfolded: true },
};

/** The rule’s TeX. */
const tex = (page: Page) => page.locator('.rule-lines annotation');
const sources = (page: Page) => page.locator('.rule-sources:visible').first();

async function expectWhole(page: Page): Promise<void> {
  await expect(tex(page)).toContainText(String.raw`\min(1, {t} / {n})`);
  await expect(tex(page)).toContainText(String.raw`{\theta} + {\hat\epsilon}`);
  await expect(tex(page)).toContainText(String.raw`{\Delta\theta} - {\eta_t}\, {\lambda}\, {\theta}`);
  await expect(tex(page)).toContainText(String.raw`\text{if}\ {t} \bmod {k} = 0`);
  const lines = page.locator('.rule-lines').first();
  await expect(lines).toBeVisible();
  const [shown, needed] = await lines.evaluate((element) => [element.clientWidth, element.scrollWidth]);
  expect(needed).toBeLessThanOrEqual(shown + 1);
  await expectSources(page);
}

async function expectSources(page: Page): Promise<void> {
  await sources(page).locator('summary').click();
  for (const text of ['Algorithm 8.7', 'Foret, Kleiner', 'Zhang, Lucas', 'Guiding the Descent'])
    await expect(sources(page)).toContainText(text);
}

test('the unfolded row shows the whole rule: optimizer, modifiers and schedule, and where each is taught', async ({
  page,
}) => {
  await openScene(page, WHOLE);
  await expectWhole(page);
  await expect(page.locator('.rule')).toContainText('SAM: climb to the worst point nearby');
  await expectNoAxeViolations(page);
});

test('the sources stand above the rule’s first line, and not over it', async ({ page }) => {
  await openScene(page, WHOLE);
  await expect(tex(page)).toBeAttached();
  const [above, below] = await Promise.all(
    [sources(page), page.locator('.rule-lines').first()].map((element) => element.boundingBox()),
  );
  expect(above && below && above.y + above.height <= below.y + 1).toBe(true);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });
  test('the formula panel shows the whole rule, and where each part is taught', async ({ page }) => {
    await openScene(page, WHOLE);
    await page.getByRole('tab', { name: 'Formula' }).click();
    for (const heading of ['Warm-up', 'Cosine', 'Climb', 'Weight decay', 'Slow weights', 'Update'])
      await expect(
        page.getByRole('heading', { level: 3, name: new RegExp(`^${heading}`) }).last(),
      ).toBeVisible();
    await expectSources(page);
  });
});
