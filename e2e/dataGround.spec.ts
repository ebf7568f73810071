import { expect, type Page } from '@playwright/test';
import '../src/problems/data/atOnce.ts';
import { pixelsOf, plotBox, readAt, surface } from './mapPage.ts';
import { expectNoAxeViolations, stepShown, test } from './page.ts';
import { openSheet, sheet } from './problemSheet.ts';
import { openScene } from './runsPage.ts';

/** Two blobs of so many samples under the logistic loss: each value of f is as many losses. */
const blobs = (count: number, loss = 'sigmoid-cross-entropy') => ({
  version: 1,
  problem: { id: 'blobs', params: { count, loss, penalty: 0.01 } },
  steps: 20,
  sampling: { batchSize: 10 },
  runs: [{ optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.1 } } }],
});

const progress = (page: Page) => page.getByRole('progressbar', { name: 'Computing the map’s surface' });
/** Waits until there is a colour in the middle of the map’s ground. */
async function expectGround(page: Page): Promise<void> {
  const { width, height } = await plotBox(page);
  const opacity = async () => (await pixelsOf(page, 'ground', [width / 2, height / 2, 1, 1]))[3];
  await expect.poll(opacity, { timeout: 30_000 }).toBe(255);
}
const percent = async (page: Page) => Number(await progress(page).getAttribute('aria-valuenow'));

test('a surface of 100,000 samples is there coarse, grows finer along a progress bar, and the page answers', async ({
  page,
}) => {
  await openScene(page, blobs(100_000));
  await expect(progress(page)).toBeVisible({ timeout: 30_000 });
  const { x, y, width } = await plotBox(page);
  const bar = await progress(page).boundingBox();
  expect(bar).toMatchObject({ x: x + 1, y: y + 1, width: width - 2, height: 3 });
  // Bands are on the map long before all of it is known.
  await expectGround(page);
  expect(await percent(page)).toBeLessThan(100);
  await page.keyboard.press('Home');
  await expect.poll(() => stepShown(page)).toBe(0);
  await page.getByRole('slider', { name: 'Step', exact: true }).press('ArrowRight');
  await expect.poll(() => stepShown(page)).toBe(1);
  expect((await readAt(page, 300, 200)).f).toBeGreaterThan(0);
  const before = await percent(page);
  await expect.poll(() => percent(page), { timeout: 40_000 }).toBeGreaterThan(before);
  await expectNoAxeViolations(page);
  // Another window takes over at once, and another problem needs none.
  await surface(page).press('+');
  await expect(progress(page)).toBeVisible();
  await openScene(page, { version: 1, problem: { id: 'bowl' }, runs: [{ optimizer: { id: 'sgd' } }] });
  await expect(progress(page)).toBeHidden();
});

test('the minimizer of 100,000 samples is found beside the page, anew for each penalty, and until then none is shown', async ({
  page,
}) => {
  await openScene(page, blobs(100_000));
  await expectGround(page);
  await openSheet(page);
  const points = sheet(page).getByRole('list', { name: 'Minimizers and saddles' });
  await expect(points).toContainText('global minimizer', { timeout: 30_000 });
  const before = await points.textContent();
  const slider = sheet(page).getByRole('slider', { name: 'L2 penalty' });
  const said: string[] = [];
  await page.exposeFunction('said', (text: string) => said.push(text));
  await sheet(page).evaluate((dialog) => {
    const tell = (window as unknown as { said: (text: string) => void }).said;
    new MutationObserver(() => tell(dialog.textContent)).observe(dialog, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  await slider.press('Shift+ArrowRight');
  await expect(points).toContainText('global minimizer', { timeout: 30_000 });
  await expect.poll(() => points.textContent()).not.toBe(before);
  // In between nothing was called a minimizer of the new function.
  await expect
    .poll(() => said.some((text) => text.includes('The minimizer is being searched for.')))
    .toBe(true);
  expect(
    said.filter((text) => text.includes('being searched for') && text.includes('global minimizer')),
  ).toEqual([]);
});

test('a surface of a thousand samples is whole in the end, and no bar is left', async ({ page }) => {
  await openScene(page, blobs(1000, 'hinge'));
  await expectGround(page);
  const part = [20, 20, 80, 60] as const;
  // How long a bar is to be seen depends on the machine; in the end there is none, and nothing changes any more.
  await expect(async () => {
    const before = await pixelsOf(page, 'ground', part);
    await page.waitForTimeout(1000);
    expect(await progress(page).isHidden()).toBe(true);
    expect(await pixelsOf(page, 'ground', part)).toEqual(before);
  }).toPass({ timeout: 50_000 });
});

test('a surface of 60 samples needs no bar, and a squared error none however many there are', async ({
  page,
}) => {
  for (const scene of [
    { version: 1, problem: { id: 'outlier-line' }, runs: [{ optimizer: { id: 'sgd' } }] },
    blobs(100_000, 'squared-error'),
  ]) {
    await openScene(page, scene);
    await expectGround(page);
    await expect(progress(page)).toBeHidden();
  }
});
