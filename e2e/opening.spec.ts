import { expect, type Locator } from '@playwright/test';
import { expectNoAxeViolations, exact, inkOf, open, pause, startHandle, stepShown, test } from './page.ts';

test('a visitor sees four optimizers on their way down Rosenbrock’s valley', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rosenbrock’s valley');
  for (const name of ['SGD', 'Momentum', 'Adam', 'Muon'])
    await expect(page.getByRole('row', { name: new RegExp(`^Focus ${name}`) })).toBeVisible();
  await expect.poll(() => stepShown(page)).toBeGreaterThan(10);
  const early = await stepShown(page);
  await expect.poll(() => stepShown(page)).toBeGreaterThan(early + 5);
  // Ground, path ahead, halos, focused path, other paths, heads: each layer has something on it.
  for (const layer of ['ground', 'ahead', 'halos', 'focus', 'others', 'heads'] as const)
    await expect.poll(() => inkOf(page, layer), layer).toBeGreaterThan(50);
});

test('its numbers are those of the trajectories: Muon at step 180 of the opening scene', async ({ page }) => {
  // 0.695 and 2.36 are printed in the visual target, which was drawn by another program.
  await open(page);
  await pause(page);
  await page.getByRole('slider', { name: 'Step', exact: true }).fill('180');
  const row = page.getByRole('row', { name: /^Focus Muon/ });
  await expect(row).toContainText('0.695');
  await expect(row).toContainText('2.36');
  const sgd = page.getByRole('row', { name: /^Focus SGD/ });
  await expect(sgd).toContainText('5.38');
  await expect(sgd).toContainText('1.64');
});

test('playback ends at the last step and can be played again', async ({ page }) => {
  await open(page);
  await page.keyboard.press('End');
  await expect.poll(() => stepShown(page)).toBe(300);
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => stepShown(page)).toBeLessThan(290);
});

test('space plays and pauses, arrows step, Home and End go to the ends', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  await page.keyboard.press('Home');
  await expect.poll(() => stepShown(page)).toBe(0);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepShown(page)).toBe(3);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => stepShown(page)).toBe(2);
  await page.keyboard.press('End');
  await expect.poll(() => stepShown(page)).toBe(300);
});

test('the scrubber goes to a step, by keyboard too, and back', async ({ page }) => {
  await open(page);
  await pause(page);
  const scrubber = page.getByRole('slider', { name: 'Step', exact: true });
  await scrubber.fill('120');
  await expect.poll(() => stepShown(page)).toBe(120);
  await expect(page.getByRole('textbox', { name: 'Go to step' })).toHaveValue('120');
  await expect(page.locator('.summary')).toContainText('Adam, step 120 of 300');
  const there = await exact(page, 'Adam', 'loss');
  await scrubber.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepShown(page)).toBe(121);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => exact(page, 'Adam', 'loss')).toBe(there);
});

test('another run can be focused, and the choice stays', async ({ page }) => {
  await open(page);
  // What unfolds above it has come: the row does not move under the pointer any more.
  await expect(page.locator('.spec-controls').first()).toBeVisible();
  await page.getByRole('button', { name: 'Focus Muon' }).click();
  await expect(page.getByRole('button', { name: 'Focus Muon' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'Settings of Muon' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect.poll(() => page.url()).toContain('f3');
  await page.reload();
  await expect(page.getByRole('button', { name: 'Focus Muon' })).toHaveAttribute('aria-pressed', 'true');
});

for (const theme of ['light', 'dark', 'projector'] as const)
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 1920, height: 1080 },
    { width: 375, height: 812 },
  ])
    test.describe(`${viewport.width}×${viewport.height}, ${theme}`, () => {
      test.use({ viewport });
      test('axe finds nothing and nothing overflows', async ({ page }) => {
        await page.addInitScript((name) => localStorage.setItem('ravine-theme', name), theme);
        await open(page);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        await pause(page);
        await expect(page.locator('.katex').first()).toBeAttached();
        await expectNoAxeViolations(page);
        const overflow = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        await expect.poll(overflow).toBeLessThanOrEqual(0);
      });
    });

test.describe('the grid', () => {
  test('map, scrubber and chart share their edges, and the map is the hero', async ({ page }) => {
    await open(page);
    const box = async (selector: string) => {
      await expect(page.locator(selector)).toBeVisible();
      const found = await page.locator(selector).boundingBox();
      if (!found) throw new Error(`${selector} is not shown`);
      return found;
    };
    // The chart comes last, and keeps its place until then.
    const chart = await box('.chart-plot');
    const plot = await box('.plot');
    expect(plot.x).toBe(56);
    expect(plot.y).toBe(72);
    expect(plot.width).toBe(784);
    expect(plot.height).toBe(412);
    expect(chart.x).toBe(plot.x);
    expect(chart.width).toBe(plot.width);
    const side = await box('.runs');
    expect(side.x - (plot.x + plot.width)).toBe(32);
    expect(side.y).toBe(plot.y);
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });
  test('the name of the problem is read whole', async ({ page }) => {
    await open(page);
    const title = page.locator('.problem-title-name');
    await expect.poll(() => title.evaluate((name) => name.scrollWidth - name.clientWidth)).toBe(0);
  });

  test('every target is at least 44 pixels', async ({ page }) => {
    await open(page);
    // What the open run unfolds to comes last.
    await expect(page.getByRole('slider', { name: 'learning rate' })).toBeVisible();
    const expectLarge = async (targets: readonly Locator[]) => {
      for (const target of targets) {
        const box = await target.boundingBox();
        if (!box) continue;
        const name = await target.getAttribute('aria-label');
        expect(Math.min(box.width, box.height), name ?? (await target.innerText())).toBeGreaterThanOrEqual(
          44,
        );
      }
    };
    const fields = await page.getByRole('textbox').all();
    expect(fields.length).toBeGreaterThan(6);
    await expectLarge([...(await page.getByRole('button').all()), ...fields]);
    await page.getByRole('tab', { name: 'Formula' }).click();
    const sources = page.locator('.formula-panel .rule-sources summary');
    await expect(sources).toBeVisible();
    await expectLarge([sources]);
  });
});

test.describe('for who wants less motion', () => {
  test.use({ reducedMotion: 'reduce' });
  test('nothing moves by itself: the paths stand there whole', async ({ page }) => {
    await open(page);
    await expect.poll(() => stepShown(page)).toBe(300);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  });
});

test('the theme is chosen, remembered, and set before the page is drawn', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload({ waitUntil: 'commit' });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Projector theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'projector');
  await page.getByRole('button', { name: 'Light theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('the summary says in words what is on screen', async ({ page }) => {
  await open(page);
  await page.keyboard.press('End');
  await expect(page.locator('.summary')).toContainText(/Adam, step 300 of 300: loss [\d.×⁻⁰-⁹]+/);
  await expect(page.locator('.summary')).toContainText('from the minimizer (1, 1)');
  await expect(startHandle(page)).toHaveAccessibleDescription(/arrow keys/);
});
