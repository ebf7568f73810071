import { expect, type Locator, type Page } from '@playwright/test';
import { footer, inFooter } from './footerPage.ts';
import { exact, expectNoAxeViolations, open, startHandle, test } from './page.ts';

/** Gradient descent on a quadratic, with noise. */
const BOWL = 'v=1&p=bowl,k6&s=-4,1&n=200&d=seed7,noise2,batch1&r=sgd.05;2&r=adam.1;3&view=t60,f0';
const CLOUD = `${BOWL},cl50&end`;
const SILENT = 'v=1&p=bowl,k6&s=-4,1&n=200&d=seed7,noise0,batch1&r=sgd.05;2&view=t60,f0,cl20&end';

const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'Noise' });
const summary = (page: Page): Locator => page.locator('.summary');

async function openSheet(page: Page): Promise<void> {
  await footer(page).getByRole('button', { name: 'Noise', exact: true }).click();
  await expect(sheet(page).getByRole('slider', { name: 'Noise σ' })).toBeVisible();
}

/** The number of pixels that are painted on one of the cloud's canvases; null where there is none. */
async function inkOf(page: Page, part: 'paths' | 'mean' | 'now'): Promise<number | null> {
  return page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`.plot canvas.layer-cloud-${name}`);
    if (!canvas) return null;
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let ink = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 0) ink += 1;
    return ink;
  }, part);
}

/** Batch sizes and spreads as the table has them. */
async function spreads(page: Page): Promise<readonly (readonly [number, number])[]> {
  const rows = await sheet(page).getByRole('row').all();
  const cells = await Promise.all(
    rows
      .slice(1)
      .map(async (row) => [
        Number(await row.getByRole('rowheader').textContent()),
        Number(await row.getByRole('cell').first().textContent()),
      ]),
  );
  return cells.map(([batch, spread]) => [batch, spread] as const);
}

test('the sheet sets the noise by keyboard alone, and gives the focus back', async ({ page }) => {
  await open(page, `${BOWL}&end`);
  await expect(summary(page)).toContainText('step 60 of 200');
  const noisy = await exact(page, 'SGD', 'loss');
  const opener = footer(page).getByRole('button', { name: 'Noise', exact: true });
  await opener.focus();
  await page.keyboard.press('Enter');
  const noise = sheet(page).getByRole('slider', { name: 'Noise σ' });
  await expect(noise).toBeFocused();
  await page.keyboard.press('Home');
  await expect(sheet(page)).toContainText('σ is 0: there is no noise.');
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(noisy);
  await sheet(page).getByRole('textbox', { name: 'Noise σ' }).fill('2');
  await page.keyboard.press('Enter');
  await expect.poll(() => exact(page, 'SGD', 'loss')).toBe(noisy);
  await sheet(page).getByRole('slider', { name: 'Batch size' }).focus();
  await page.keyboard.press('End');
  await expect(sheet(page).getByRole('textbox', { name: 'Batch size' })).toHaveValue('1,024');
  await expect(sheet(page)).toContainText('A batch of B divides its σ by √B: it is 0.0625 now.');
  await expect.poll(() => page.url()).toContain('batch1024');
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect.poll(() => page.url()).toContain('batch1&r');
});

test('a new seed is the next one, from the sheet too, and the same seed has the same path', async ({
  page,
}) => {
  await open(page, `${BOWL}&end`);
  await expect(summary(page)).toContainText('step 60 of 200');
  const seventh = await exact(page, 'SGD', 'loss');
  await openSheet(page);
  await sheet(page).getByRole('button', { name: 'New seed' }).click();
  const seed = sheet(page).getByRole('textbox', { name: 'Seed', exact: true });
  await expect(seed).toHaveValue('8');
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(seventh);
  await seed.press('ArrowDown');
  await expect(seed).toHaveValue('7');
  await expect.poll(() => exact(page, 'SGD', 'loss')).toBe(seventh);
});

test('a cloud is drawn around the focused run, said in words, shared by the link, and undone', async ({
  page,
}) => {
  await open(page, `${BOWL}&end`);
  await expect(summary(page)).toContainText('step 60 of 200');
  expect(await inkOf(page, 'paths')).toBeNull();
  await openSheet(page);
  await sheet(page).getByRole('textbox', { name: 'Seeds' }).fill('50');
  await page.keyboard.press('Enter');
  const sentence = /50 seeds at step 60: mean loss [\d.]+, half of them between [\d.]+ and [\d.]+\./;
  await expect(sheet(page)).toContainText(sentence);
  await expect(sheet(page)).toContainText('SGD with the seeds 7, 8, … 56; the first is the run itself.');
  await expect(summary(page)).toContainText(sentence);
  for (const part of ['paths', 'mean', 'now'] as const)
    await expect.poll(() => inkOf(page, part)).toBeGreaterThan(100);
  await expect.poll(() => page.url()).toContain('cl50');
  const said = (sentence.exec((await summary(page).textContent()) ?? '') ?? [])[0] ?? '';
  const url = page.url();

  const other = await page.context().newPage();
  await other.goto(url);
  await expect(summary(other)).toContainText(said);
  await other.close();

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.plot canvas.layer-cloud-paths')).toHaveCount(0);
  await expect(summary(page)).not.toContainText('seeds');
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => inkOf(page, 'paths')).toBeGreaterThan(100);
});

test('the cloud follows the start, the playhead and the focus', async ({ page }) => {
  await open(page, CLOUD);
  await expect(summary(page)).toContainText('50 seeds at step 60');
  const before = await summary(page).textContent();
  await startHandle(page).focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(summary(page)).not.toHaveText(before ?? '');
  await expect(summary(page)).toContainText('50 seeds at step 60');
  await page.getByRole('slider', { name: 'Step', exact: true }).focus();
  await page.keyboard.press('End');
  await expect(summary(page)).toContainText('50 seeds at step 200');
  const ofSgd = /50 seeds.*/.exec((await summary(page).textContent()) ?? '')?.[0] ?? '';
  await page.getByRole('button', { name: 'Focus Adam' }).click();
  await expect(summary(page)).toContainText('Adam, step 200');
  await expect(summary(page)).toContainText('50 seeds at step 200');
  await expect(summary(page)).not.toContainText(ofSgd);
});

test('without noise a sentence says that all seeds give the same path', async ({ page }) => {
  await open(page, SILENT);
  await expect(summary(page)).toContainText('Without noise all 20 seeds give the same path.');
  await expect.poll(() => inkOf(page, 'paths')).toBe(0);
  await openSheet(page);
  await expect(sheet(page)).toContainText('Without noise all 20 seeds give the same path.');
  await expect(sheet(page)).toContainText(
    'With noise, the spread of the cloud is measured here for five batch sizes.',
  );
});

test('a batch of everything has no noise, until a batch is taken', async ({ page }) => {
  await open(page, BOWL.replace('batch1', 'batch:full') + '&end');
  await footer(page).getByRole('button', { name: 'Noise', exact: true }).click();
  await expect(sheet(page)).toContainText('The batch is everything there is: there is no noise.');
  await sheet(page).getByRole('button', { name: 'Take a batch of 1' }).click();
  await expect(sheet(page).getByRole('textbox', { name: 'Batch size' })).toHaveValue('1');
  await expect(sheet(page)).toContainText('it is 2.00 now');
});

test('seeds that diverge are counted and left out', async ({ page }) => {
  // With so large a step the noise decides who gets too far up the valley’s walls.
  await open(
    page,
    'v=1&p=rosenbrock&s=-1.5,2&n=120&d=seed7,noise150,batch1&r=sgd.0016;1&view=t120,f0,cl50&end',
  );
  await expect(summary(page)).toContainText(
    /\d+ seeds at step 120: .* \d+ of 50 diverged and are left out\./,
  );
});

test('the spread of a quadratic’s cloud falls as 1/√B, and a point takes its batch size', async ({
  page,
}) => {
  await open(page, CLOUD);
  await openSheet(page);
  await expect(sheet(page)).toContainText('With 50 seeds the slope is −0.500');
  const measured = await spreads(page);
  expect(measured.map(([batch]) => batch)).toEqual([1, 4, 16, 64, 256]);
  for (const [batch, spread] of measured)
    // Printed in three digits.
    expect(Math.abs((spread * Math.sqrt(batch)) / measured[0][1] - 1)).toBeLessThan(0.01);
  const point = sheet(page).getByRole('button', { name: /^B = 16: spread/ });
  await point.focus();
  await expect(sheet(page)).toContainText(/B = 16: spread [\d.]+, on the line [\d.]+/);
  await page.keyboard.press('Enter');
  await expect(point).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => page.url()).toContain('batch16');
  await expect(sheet(page).getByRole('textbox', { name: 'Batch size' })).toHaveValue('16');
});

for (const theme of ['light', 'dark', 'projector'] as const)
  test(`the sheet has no accessibility violations in the ${theme} theme`, async ({ page }) => {
    await open(page, `${BOWL},cl50,th:${theme}&end`);
    await openSheet(page);
    await expect(sheet(page)).toContainText('the slope is');
    await expectNoAxeViolations(page);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });
  test('every target of the sheet is at least 44 pixels, and the map stays in sight', async ({ page }) => {
    await open(page, CLOUD);
    await openSheet(page);
    await expect(sheet(page)).toContainText('the slope is');
    const targets = [
      ...(await sheet(page).getByRole('textbox').all()),
      ...(await sheet(page).getByRole('button').all()),
      ...(await sheet(page).getByRole('slider').all()),
    ];
    expect(targets).toHaveLength(4 + 6 + 3);
    for (const target of targets) {
      const box = await target.boundingBox();
      if (!box) throw new Error('A part of the sheet is not shown.');
      const name = await target.evaluate((element) => element.outerHTML.slice(0, 80));
      expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(44);
      expect(box.x, name).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width, name).toBeLessThanOrEqual(375);
    }
    const plot = await page.locator('.plot').boundingBox();
    const top = (await sheet(page).boundingBox())?.y ?? 0;
    expect(top).toBeGreaterThanOrEqual((plot?.y ?? 0) + (plot?.height ?? 0) - 1);
    await expectNoAxeViolations(page);
  });
});

test('the field in the footer stays, and is the sheet’s', async ({ page }) => {
  await open(page, `${BOWL}&end`);
  await inFooter(page, 'Noise σ').fill('0.8');
  await page.keyboard.press('Enter');
  await openSheet(page);
  await expect(sheet(page).getByRole('textbox', { name: 'Noise σ' })).toHaveValue('0.8');
  await page.keyboard.press('Escape');
  await expectNoAxeViolations(page);
});
