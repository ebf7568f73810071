import { expect } from '@playwright/test';
import { boxOf, ends, linkOf, placeOn, plot, pointAt, run, tab, VALLEY } from './chartPage.ts';
import { expectNoAxeViolations, open, stepShown, test } from './page.ts';

test('the tabs choose what the chart shows, with the keyboard alone', async ({ page }) => {
  await open(page, VALLEY);
  await tab(page, 'Loss').focus();
  await expect(tab(page, 'Loss')).toHaveAttribute('aria-selected', 'true');
  for (const [key, name, label] of [
    ['ArrowRight', 'Distance', /^Distance to the nearest minimizer/],
    ['ArrowRight', 'Gradient norm', /^Gradient norm, all runs/],
    ['End', 'Step size', /^Effective step size/],
    ['ArrowRight', 'Loss', /^Loss, all runs over the steps/],
    ['ArrowLeft', 'Step size', /^Effective step size/],
    ['Home', 'Loss', /^Loss, all runs/],
  ] as const) {
    await page.keyboard.press(key);
    await expect(tab(page, name)).toBeFocused();
    await expect(tab(page, name)).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
    await expect(page.getByRole('region', { name: label })).toBeVisible();
  }
  // The arrows were the tabs’ own: the playhead has not moved.
  expect(await stepShown(page)).toBe(90);
});

test('each quantity is read where the keyboard is: loss, distance, gradient norm, step size', async ({
  page,
}) => {
  await open(
    page,
    linkOf({
      problem: { id: 'bowl', params: { kappa: 4 } },
      start: [3, 0],
      steps: 40,
      runs: [run('sgd', 0.5)],
      view: { playhead: 0 },
    }),
  );
  // Along x, where the curvature is 1, each step halves the way.
  for (const [name, value] of [
    ['Loss', '0.281'],
    ['Distance', '0.750'],
    ['Gradient norm', '0.750'],
    ['Step size', '0.500'],
  ]) {
    await tab(page, name).click();
    await plot(page).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(plot(page)).toHaveAttribute('aria-valuetext', `Step 2: SGD ${value}`);
    await page.keyboard.press('Escape');
  }
});

test('the axis is logarithmic or linear', async ({ page }) => {
  await open(page, VALLEY);
  const log = page.getByRole('button', { name: 'log axis, change to linear' });
  await log.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'linear axis, change to logarithmic' }).click();
  await expect(log).toBeVisible();
});

test('a logarithmic axis is not offered where values are below 0, and the chart says why', async ({
  page,
}) => {
  await open(
    page,
    linkOf({ problem: { id: 'saddle' }, steps: 60, runs: [run('sgd', 0.1)], view: { playhead: 9 } }),
  );
  const button = page.getByRole('button', { name: /needs values above 0/ });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await tab(page, 'Distance').click();
  await expect(page.getByText('There is no minimizer: along y the loss falls without bound.')).toBeVisible();
  await expectNoAxeViolations(page);
});

test('along evaluations each run ends where its own end: Newton and SAM cost more', async ({ page }) => {
  const sam = { modifiers: [{ id: 'sam', hyperparameters: { rho: 0.05 } }] };
  await open(
    page,
    linkOf({
      problem: { id: 'bowl' },
      start: [3, -2],
      steps: 50,
      runs: [run('newton', 0.1), run('sgd', 0.01, sam), run('sgd', 0.02, { name: 'Plain' })],
      view: { playhead: 10, focus: 0 },
    }),
  );
  await page.getByRole('button', { name: /^50 steps.*change to evaluations/ }).click();
  const count = page.getByRole('button', { name: /change to steps/ });
  // Fifty steps of a gradient and a Hessian of two parameters.
  await expect(count).toHaveText(/150 evaluations \(a Hessian counts 2\)/);
  await expect.poll(() => ends(page)).toEqual([0, 150]);
  // The playhead is the focused run’s: ten steps of three.
  await expect(plot(page)).toHaveAttribute('aria-valuenow', '30');
  await pointAt(page, 0.8);
  const readout = page.locator('.chart-readout');
  await expect(readout.locator('p')).toHaveText('120 evaluations');
  await expect(readout.locator('[data-run]', { hasText: 'Plain' })).toContainText('at its end');
  await expect(readout.locator('[data-run]', { hasText: 'SGD' })).toContainText('at its end');
  await expect(readout.locator('[data-run]', { hasText: 'Newton' })).not.toContainText('at its end');
  // A click goes to the step that the focused run had reached by then.
  const { x, y } = await placeOn(page, 0.8, 0.02);
  await page.mouse.click(x, y);
  await expect.poll(() => stepShown(page)).toBe(40);
  await count.click();
  await expect.poll(() => ends(page)).toEqual([0, 50]);
});

test('without Hessians evaluations are gradients', async ({ page }) => {
  await open(page, VALLEY);
  await page.getByRole('button', { name: /change to evaluations/ }).click();
  await expect(page.getByRole('button', { name: /change to steps/ })).toHaveText(/^300 gradient evaluations/);
});

test('hovering reads all runs at that step, the least first, and never leaves the page', async ({ page }) => {
  await open(page, VALLEY);
  const readout = page.locator('.chart-readout');
  await expect(readout).toBeHidden();
  for (const [part, step] of [
    [0.5, 150],
    [0.02, 6],
    [0.998, 299],
  ] as const) {
    await pointAt(page, part);
    await expect(readout.locator('p')).toHaveText(`Step ${step}`);
    const rows = readout.locator('[data-run]');
    await expect(rows).toHaveCount(3);
    const shown = await rows.evaluateAll((all) =>
      all
        .map((row) => ({
          top: row.getBoundingClientRect().top,
          value: Number(row.querySelector('data')?.value),
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ value }) => value),
    );
    expect(shown).toEqual(shown.toSorted((a, b) => a - b));
    const box = await boxOf(readout);
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(1280);
    expect(box.y + box.height).toBeLessThanOrEqual(720);
  }
  await page.mouse.move(640, 200);
  await expect(readout).toBeHidden();
});

test('without runs there is nothing to read, and it is said once', async ({ page }) => {
  await open(page, linkOf({ problem: { id: 'bowl' }, steps: 60, runs: [], view: { playhead: 9 } }));
  await expect(page.getByText(/^No runs yet/)).toHaveCount(1);
  await pointAt(page, 0.5);
  await expect(page.locator('.chart-reading-line')).toBeVisible();
  await expect(page.locator('.chart-readout')).toBeHidden();
});

test('what is read is what the list says of the step', async ({ page }) => {
  await open(page, VALLEY);
  await plot(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect.poll(() => stepShown(page)).toBe(91);
  await expect(async () => {
    const losses = await page.locator('data[data-quantity="loss"]').allTextContents();
    const text = (await plot(page).getAttribute('aria-valuetext')) ?? '';
    for (const [i, name] of ['SGD', 'Momentum', 'Adam'].entries())
      expect(text).toContain(`${name} ${losses[i]}`);
  }).toPass();
});

test('a click goes to that step; near a curve it focuses that run as well', async ({ page }) => {
  await open(page, VALLEY);
  const { x, y } = await placeOn(page, 0.6, 0.98);
  await page.mouse.click(x, y);
  await expect.poll(() => stepShown(page)).toBe(180);
  // SGD stays highest: from above its curve is the first that is met.
  const box = await boxOf(plot(page));
  const list = page.getByRole('row', { name: /^Focus SGD/ }).getByRole('button', { name: 'Focus SGD' });
  await expect(list).toHaveAttribute('aria-pressed', 'false');
  for (let top = 0; top < box.height / 2; top += 4) {
    await page.mouse.click(box.x + 0.9 * box.width, box.y + top);
    if ((await list.getAttribute('aria-pressed')) === 'true') break;
  }
  await expect(list).toHaveAttribute('aria-pressed', 'true');
});

test('a long run is read step by step where the chart is close enough', async ({ page }) => {
  await open(
    page,
    linkOf({
      problem: { id: 'bowl' },
      steps: 100_000,
      runs: [run('sgd', 0.0001)],
      view: { playhead: 50_000, chart: { range: [40_000, 40_200] } },
    }),
  );
  await expect.poll(() => ends(page)).toEqual([40_000, 40_200]);
  // Recorded is every fifth step; the ones between have come when they can be read.
  await expect(async () => {
    await pointAt(page, 0.5);
    await pointAt(page, 0.5051);
    await expect(page.locator('.chart-readout p')).toHaveText('Step 40,101', { timeout: 500 });
  }).toPass();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });

  test('the chart is a panel with tabs of its own, read by a tap', async ({ page }) => {
    await open(page, VALLEY);
    await page.getByRole('tab', { name: 'Chart' }).click();
    for (const name of ['Loss', 'Distance', 'Gradient norm', 'Step size']) {
      const box = await boxOf(tab(page, name));
      expect(box.height).toBeGreaterThanOrEqual(44);
      expect(box.x + box.width).toBeLessThanOrEqual(375);
    }
    const { x, y } = await placeOn(page, 0.5);
    await page.touchscreen.tap(x, y);
    await expect(page.locator('.chart-readout')).toContainText('Step 150');
    const box = await boxOf(page.locator('.chart-readout'));
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(375);
    await expectNoAxeViolations(page);
  });
});

for (const theme of ['light', 'dark', 'projector'])
  test(`the step size of all runs, and of the focused one’s coordinates, is without axe violations: ${theme}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    await open(
      page,
      linkOf({
        problem: { id: 'rosenbrock' },
        start: [-1.5, 2],
        steps: 300,
        runs: [run('sgd', 0.001), run('adam', 0.1)],
        view: { playhead: 90, focus: 1, theme, chart: { quantity: 'step' } },
      }),
    );
    await expect(tab(page, 'Step size')).toHaveAttribute('aria-selected', 'true');
    const names = page.locator('.chart-coordinate');
    await expect(names).toHaveCount(2);
    expect((await names.allTextContents()).toSorted()).toEqual(['x', 'y']);
    await expectNoAxeViolations(page);
  });
