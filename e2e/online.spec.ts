import { expect, type Page } from '@playwright/test';
import { sceneToLink } from '../src/scene/link.ts';
import { readScene } from '../src/scene/readScene.ts';
import { plotBox, pointAt, surface } from './mapPage.ts';
import { formula, openSheet, option, title } from './problemSheet.ts';
import { exact, expectNoAxeViolations, open, pause, startHandle, stepShown, test } from './page.ts';

const THEOREM = { learningRate: 0.1, beta1: 0, beta2: 0.1 };

/** A link to Adam and AMSGrad on the counterexample, at its last step. */
function linkOf({ steps = 300, rate = 0.1, view = {}, variant = 'theorem' } = {}): string {
  const hyperparameters = { ...THEOREM, learningRate: rate };
  const { scene, issues } = readScene({
    problem: { id: 'reddi', params: { variant } },
    steps,
    runs: ['adam', 'amsgrad'].map((id) => ({ optimizer: { id, hyperparameters } })),
    view: { playhead: steps, ...view },
  });
  expect(issues).toEqual([]);
  return sceneToLink(scene);
}

/** What the map reads at a place of the plot. */
async function readAt(page: Page, x: number, y: number): Promise<{ t: number; x: number }> {
  await pointAt(page, x, y);
  await expect(page.locator('.readout')).toBeVisible();
  const value = async (quantity: string) =>
    Number(await page.locator(`.readout data[data-quantity="${quantity}"]`).getAttribute('value'));
  return { t: await value('x'), x: await value('y') };
}

/** Where a step and an x stand on the plot: steps by the axis, since none is read between two, and x by two readings. */
async function places(page: Page): Promise<(t: number, x: number) => [number, number]> {
  const { width, height } = await plotBox(page);
  const upper = await readAt(page, width / 2, 0.4 * height);
  const lower = await readAt(page, width / 2, 0.6 * height);
  const axis = await page.locator('.axes text[text-anchor="middle"]').evaluateAll((all) =>
    all.map((one) => ({
      t: Number(one.textContent?.replaceAll(',', '')),
      at: Number(one.getAttribute('x')),
    })),
  );
  const [first, last] = [axis[0], axis[axis.length - 1]];
  return (t, x) => [
    first.at + ((last.at - first.at) * (t - first.t)) / (last.t - first.t),
    height * (0.4 + (0.2 * (x - upper.x)) / (lower.x - upper.x)),
  ];
}

const run = (page: Page) => page.locator('.readout-run');
const ticks = (page: Page) =>
  page.locator('.axes text[text-anchor="middle"]').evaluateAll((all) => all.map((one) => one.textContent));

test('Adam’s head stands at the wrong end, AMSGrad’s at the minimizer', async ({ page }) => {
  await open(page, linkOf());
  await expect.poll(async () => Number(await exact(page, 'Adam', 'loss'))).toBeGreaterThan(0.25);
  await expect.poll(async () => Number(await exact(page, 'AMSGrad', 'loss'))).toBeLessThan(-0.25);
  const place = await places(page);
  const x = async (name: string) => 3 * Number(await exact(page, name, 'loss'));
  for (const name of ['Adam', 'AMSGrad']) {
    const there = await readAt(page, ...place(300, await x(name)));
    expect(Math.abs(there.t - 300)).toBeLessThan(3);
    expect(there.x > 0).toBe(name === 'Adam');
    await expect(run(page)).toHaveText(`${name}, step 300`);
  }
  expect(await ticks(page)).toEqual(['0', '50', '100', '150', '200', '250', '300']);
});

test('the start is dragged up and down only, and no further than the feasible set goes', async ({ page }) => {
  await open(page, linkOf());
  await pause(page);
  const handle = startHandle(page);
  await expect(handle).toHaveAccessibleName('Start point at x 0');
  const box = await handle.boundingBox();
  if (!box) throw new Error('There is no start to take hold of.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 150, y - 60, { steps: 6 });
  await expect(handle).toHaveAccessibleName(/^Start point at x 0\.[34]\d*$/);
  await page.mouse.move(x + 150, y - 230, { steps: 6 });
  await expect(handle).toHaveAccessibleName('Start point at x 1');
  await page.mouse.move(x - 30, y + 30, { steps: 6 });
  await page.mouse.up();
  await expect(handle).toHaveAccessibleName(/^Start point at x −0\.[12]\d*$/);
  const after = await handle.boundingBox();
  expect(after?.x).toBe(box.x);
  expect((after?.y ?? 0) - box.y).toBeCloseTo(30, 0);
});

test('the start is moved by keys up and down, and left and right are the playhead’s', async ({ page }) => {
  await open(page, linkOf());
  await pause(page);
  await startHandle(page).focus();
  await page.keyboard.press('ArrowUp');
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x 0.02');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −0.2');
  await page.keyboard.press('ArrowLeft');
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −0.2');
  expect(await stepShown(page)).toBe(299);
});

test('the start is typed as one number, and refused beyond the feasible set', async ({ page }) => {
  await open(page, linkOf());
  const fields = page.getByRole('region', { name: 'What all runs share' }).getByRole('textbox');
  await expect(fields).toHaveCount(3);
  const field = page.getByRole('textbox', { name: 'Start x' });
  await field.fill('-0.75');
  await field.press('Enter');
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −0.75');
  await field.fill('1.5');
  await field.press('Enter');
  await expect(page.getByText('Start x: 1.5 is more than 1.')).toBeVisible();
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −0.75');
});

test('a crosshair says t, x and f', async ({ page }) => {
  await open(page, linkOf());
  await surface(page).focus();
  await page.keyboard.press('Alt+ArrowUp');
  const spoken = page.getByRole('status').filter({ hasText: /^t / });
  await expect(spoken).toHaveText(/t 15\d, x 0\.0\d\d: f 0\.00\d+$/);
});

test('a window of a link is a part of the run, whatever its steps', async ({ page }) => {
  const view = { window: { x: [0.4, 0.6], y: [-0.5, 1.5] } };
  await open(page, linkOf({ view }));
  await expect.poll(() => ticks(page)).toEqual(['120', '130', '140', '150', '160', '170']);
  await open(page, linkOf({ view, steps: 3000 }));
  await page.reload();
  await expect.poll(() => ticks(page)).toEqual(['1,200', '1,300', '1,400', '1,500', '1,600', '1,700']);
});

test('zooms, pans and goes to the steps around the playhead, and comes back', async ({ page }) => {
  await open(page, linkOf({ view: { playhead: 150 } }));
  await pause(page);
  const whole = await ticks(page);
  // Before its path has come there are no steps to go to.
  await exact(page, 'Adam', 'loss');
  await page.keyboard.press('z');
  await expect.poll(() => ticks(page)).toEqual(['145', '150', '155']);
  const toSteps = page.getByRole('button', { name: 'Zoom to the steps around the playhead' });
  await expect(toSteps).toHaveAttribute('aria-pressed', 'true');
  const place = await places(page);
  await readAt(page, ...place(152, await exactX(page, 152)));
  await expect(run(page)).toHaveText('Adam, step 152');
  await page.keyboard.press('z');
  await expect.poll(() => ticks(page)).toEqual(whole);
  await page.keyboard.press('0');
  const { width, height } = await plotBox(page);
  const before = await readAt(page, width / 2, height / 2);
  await page.mouse.wheel(0, -500);
  await expect.poll(async () => (await readAt(page, width - 1, height / 2)).t).toBeLessThan(245);
  const after = await readAt(page, width / 2, height / 2);
  expect(Math.abs(after.t - before.t)).toBeLessThan(2);
  expect(after.x).toBeCloseTo(before.x, 2);
});

/** Adam's x at a step of the link's scene, by the loss in its row. */
async function exactX(page: Page, step: number): Promise<number> {
  await page.getByRole('slider', { name: 'Step', exact: true }).fill(String(step));
  return 3 * Number(await exact(page, 'Adam', 'loss'));
}

test('a million steps fill the width, too', async ({ page }) => {
  await open(page, linkOf({ steps: 1_000_000, rate: 1e-4 }));
  await expect(page.getByRole('row', { name: /^Focus AMSGrad/ })).toContainText('converged');
  const place = await places(page);
  for (const [name, x] of [
    ['Adam', 1],
    ['AMSGrad', -1],
  ] as const) {
    await readAt(page, ...place(1e6, x));
    await expect(run(page)).toHaveText(`${name}, step 1,000,000`);
  }
  await readAt(page, ...place(5e5, 1));
  await expect(run(page)).toHaveText(/^Adam, step [45]\d\d,\d{3}$/);
});

test('is chosen from the problems, and its losses are those of its variant', async ({ page }) => {
  await open(page);
  await openSheet(page);
  await option(page, 'Adam’s counterexample').click();
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x 0');
  await expect(title(page)).toHaveText('Adam’s counterexample');
  await title(page).click();
  await expect(page.getByText('global minimizer −1')).toBeVisible();
  await page.getByRole('radiogroup', { name: 'losses' }).getByText('online').click();
  await expect(formula(page)).toContainText('1010x');
  await expect.poll(() => page.url()).toContain('p=reddi,v1,');
});

for (const [device, size] of [
  ['a laptop', { width: 1280, height: 720 }],
  ['a phone', { width: 375, height: 812 }],
] as const)
  test(`has no accessibility violations on ${device}`, async ({ page }) => {
    await page.setViewportSize(size);
    await open(page, linkOf());
    await exact(page, 'Adam', 'loss');
    await expectNoAxeViolations(page);
  });
