import { expect, type Locator, type Page } from '@playwright/test';
import { expectNoAxeViolations, open, startHandle, test } from './page.ts';

/** Versicolor against virginica by two standardised features, in batches of 16. */
const RUNS = 'r=sgd.1;2&r=adam.1;3&r=momentum.05,m.9;4';
const IRIS = `v=1&p=iris&n=300&d=seed7,noise0,batch16&${RUNS}&view=t40,f1`;
const WHOLE = `v=1&p=iris&n=300&d=seed7,noise0,batch:full&${RUNS}&view=t40,f1`;
const SETOSA = `v=1&p=iris,n:setosa,p:versicolor&n=300&d=seed7,noise0,batch:full&${RUNS}&view=t40,f1`;
const LINE = 'v=1&p=outlier-line&n=300&d=seed7,noise0,batch4&r=sgd.05;2&r=adam.1;3&view=t60,f1';

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Data', exact: true });
const figure = (page: Page): Locator => panel(page).getByRole('img');
const summary = (page: Page): Locator => page.locator('.summary');
const scrubber = (page: Page): Locator => page.getByRole('slider', { name: 'Step', exact: true });

/** What a layer of the figure looks like: changes when it is drawn otherwise. */
async function picture(
  page: Page,
  layer: 'samples' | 'lines' | 'batch',
): Promise<{ ink: number; sum: number }> {
  return page.evaluate((name) => {
    const canvas = document.querySelector(`.data-plot canvas.layer-${name}`) as HTMLCanvasElement;
    // On a canvas that is made to be read.
    const { width, height } = canvas;
    const copy = Object.assign(document.createElement('canvas'), { width, height });
    const ctx = copy.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
    ctx.drawImage(canvas, 0, 0);
    const { data } = ctx.getImageData(0, 0, width, height);
    let [ink, sum] = [0, 0];
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] === 0) continue;
      ink += 1;
      sum = (sum * 31 + i) % 1_000_003;
    }
    return { ink, sum };
  }, layer);
}

test('the samples stand beside the map with each run’s line, the fit in words, and whose data it is', async ({
  page,
}) => {
  await open(page, `${IRIS}&end`);
  await expect(figure(page)).toHaveAccessibleName(
    /Samples of versicolor \(circles\) and virginica \(crosses\) by petal length, standardised and petal width/,
  );
  await expect(panel(page)).toContainText(/Adam: \d+ of 100 on their side/);
  await expect(panel(page)).toContainText('R. A. Fisher, 1936; UCI Machine Learning Repository, CC BY 4.0');
  await expect(summary(page)).toContainText(
    /Adam, step 40 of 300: .*Its line has \d+ of 100 samples on their side\./,
  );
  for (const layer of ['samples', 'lines', 'batch'] as const)
    await expect.poll(async () => (await picture(page, layer)).ink).toBeGreaterThan(100);
});

test('lines follow the playhead and the start', async ({ page }) => {
  await open(page, `${IRIS}&end`);
  await expect(summary(page)).toContainText('step 40 of 300');
  const at40 = await picture(page, 'lines');
  await scrubber(page).focus();
  await page.keyboard.press('Home');
  await expect(summary(page)).toContainText('step 0 of 300');
  const atStart = await picture(page, 'lines');
  expect(atStart.sum).not.toBe(at40.sum);
  await startHandle(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(async () => (await picture(page, 'lines')).sum).not.toBe(atStart.sum);
  await expect(startHandle(page)).not.toHaveAccessibleName(/x −1.4,/);
});

test('the batch of the step is ringed and its samples are named, and with the whole set none is', async ({
  page,
}) => {
  await open(page, `${IRIS}&end`);
  await expect(panel(page)).toContainText('Ringed: the batch of step 40, 16 samples');
  await expect(panel(page)).toContainText(/Batch of 16(, \d+ different)?: samples [\d, ]+/);
  const words =
    (await panel(page)
      .getByText(/Batch of 16/)
      .textContent()) ?? '';
  const before = await picture(page, 'batch');
  await scrubber(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(panel(page)).toContainText('the batch of step 41');
  expect((await picture(page, 'batch')).sum).not.toBe(before.sum);
  await expect(panel(page).getByText(/Batch of 16/)).not.toHaveText(words);
  await open(page, `${WHOLE}&end`);
  await page.reload();
  await expect(panel(page)).toContainText('on their side');
  await expect(panel(page)).not.toContainText('Ringed');
  expect((await picture(page, 'batch')).ink).toBe(0);
});

test('the scatter of the batch gradient is drawn around the whole one, by keyboard', async ({ page }) => {
  await open(page, `${IRIS}&end`);
  await panel(page).getByRole('tab', { name: 'Samples' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(panel(page).getByRole('tab', { name: 'Scatter' })).toBeFocused();
  await expect(figure(page)).toHaveAccessibleName(/The gradients of 300 batches of 16 as dots/);
  await expect(panel(page)).toContainText(/\d+ of 300 batches points? uphill/);
  await expect(panel(page)).toContainText('two standard deviations');
  await expect.poll(() => page.url()).toContain('dp:scatter');
});

test('the deviation falls as 1/√B, and the batch size is set on the curve by keyboard', async ({ page }) => {
  await open(page, `${IRIS},dp:law&end`);
  const handle = panel(page).getByRole('slider', { name: 'Batch size B' });
  await expect(handle).toHaveAttribute('aria-valuetext', /^16: deviation [\d.]+$/);
  const rows = panel(page).getByRole('row');
  // 1, 2, 4, … 64 below the head.
  await expect(rows).toHaveCount(8);
  for (const row of (await rows.all()).slice(1)) {
    const size = Number(await row.getByRole('rowheader').textContent());
    const [measured, exact, draws] = (await row.getByRole('cell').allTextContents()).map((text) =>
      Number(text.replace(',', '')),
    );
    const first = Number(await rows.nth(1).getByRole('cell').nth(1).textContent());
    // Printed in three digits.
    expect(Math.abs((exact * Math.sqrt(size)) / first - 1)).toBeLessThan(0.01);
    // Five standard errors of a deviation, of gradients with tails.
    expect(Math.abs(measured / exact - 1)).toBeLessThan(5 * Math.sqrt(9 / (4 * draws)));
  }
  await handle.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuetext', /^32: /);
  await expect.poll(() => page.url()).toContain('batch32');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(handle).toHaveAttribute('aria-valuenow', '31');
  await page.keyboard.press('Home');
  await expect(panel(page)).toContainText(/B = 1: [\d.]+\/√1 = [\d.]+/);
  await page.keyboard.press('Control+z');
  await expect(handle).not.toHaveAttribute('aria-valuenow', '1');
});

test('the batch size can be dragged along the curve', async ({ page }) => {
  await open(page, `${IRIS},dp:law&end`);
  const handle = panel(page).getByRole('slider', { name: 'Batch size B' });
  const box = await handle.boundingBox();
  if (!box) throw new Error('The handle is not shown.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x - 60, box.y, { steps: 4 });
  await page.mouse.up();
  await expect.poll(async () => Number(await handle.getAttribute('aria-valuenow'))).toBeLessThan(12);
});

test('with the whole set nothing scatters, until batches are taken', async ({ page }) => {
  await open(page, `${WHOLE},dp:scatter&end`);
  await expect(panel(page)).toContainText('nothing scatters');
  await panel(page).getByRole('button', { name: 'Take batches of 16' }).click();
  await expect(figure(page)).toHaveAccessibleName(/batches of 16/);
  await expect.poll(() => page.url()).toContain('batch16');
});

test('the data can be hidden, and the link remembers it', async ({ page }) => {
  await open(page, `${IRIS}&end`);
  await panel(page).getByRole('button', { name: 'Hide the data' }).click();
  await expect(figure(page)).toHaveCount(0);
  await expect.poll(() => page.url()).toContain('dp:hidden');
  await page.reload();
  await expect(figure(page)).toHaveCount(0);
  await panel(page).getByRole('button', { name: 'Show the data' }).press('Enter');
  await expect(figure(page)).toBeVisible();
  await expect.poll(() => page.url()).not.toContain('dp:');
});

test('where the classes can be separated, it is said beside the map that the weights run away', async ({
  page,
}) => {
  await open(page, `${SETOSA}&end`);
  await expect(panel(page)).toContainText('no finite maximum of the likelihood exists');
});

test('a number that is predicted has its line, and the residual in words', async ({ page }) => {
  await open(page, `${LINE}&end`);
  await expect(figure(page)).toHaveAccessibleName('Samples by x and y, with the line of each run.');
  await expect(panel(page)).toContainText(/Adam: root mean square residual [\d.]+/);
  await expect(summary(page)).toContainText(/Its line misses by [\d.]+ \(root mean square\)\./);
});

test('a surface has no data beside it', async ({ page }) => {
  await open(page);
  await expect(summary(page)).toContainText('step');
  await expect(panel(page)).toHaveCount(0);
});

for (const theme of ['light', 'dark', 'projector'] as const)
  for (const part of ['samples', 'scatter', 'law'] as const)
    test(`the ${part} have no accessibility violations in the ${theme} theme`, async ({ page }) => {
      await open(page, `${IRIS},th:${theme},dp:${part}&end`);
      await expect(page.locator('.data-plot')).toBeVisible();
      await expectNoAxeViolations(page, '.side');
    });

test('the data look as they did', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('ravine-hints', '["start","unfold","play"]'));
  await open(page, `${IRIS}&end`);
  await expect(summary(page)).toContainText('on their side');
  await page.evaluate(() => document.fonts.ready);
  await expect(panel(page)).toHaveScreenshot('data-samples.png', { maxDiffPixelRatio: 0.005 });
  await panel(page).getByRole('tab', { name: 'Scatter' }).click();
  await expect(panel(page)).toContainText('uphill');
  await expect(panel(page)).toHaveScreenshot('data-scatter.png', { maxDiffPixelRatio: 0.005 });
  await panel(page).getByRole('tab', { name: 'Batch size' }).click();
  await expect(panel(page).getByRole('row')).toHaveCount(8);
  await expect(panel(page)).toHaveScreenshot('data-law.png', { maxDiffPixelRatio: 0.005 });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('the data have a tab, with targets for fingers and nothing beside the page', async ({ page }) => {
    await open(page, `${IRIS}&end`);
    await page.getByRole('tab', { name: 'Runs', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: 'Data', exact: true })).toBeFocused();
    await expect(figure(page)).toBeVisible();
    await expect(panel(page)).toContainText('on their side');
    await expectNoAxeViolations(page);
    await panel(page).getByRole('tab', { name: 'Batch size' }).click();
    const handle = panel(page).getByRole('slider', { name: 'Batch size B' });
    await expect(handle).toBeVisible();
    for (const target of [handle, ...(await panel(page).getByRole('tab').all())]) {
      const box = await target.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(375);
  });

  test('separable classes are explained in the summary, too', async ({ page }) => {
    await open(page, `${SETOSA}&end`);
    await expect(summary(page)).toContainText('no finite maximum of the likelihood exists');
  });
});
