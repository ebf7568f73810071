import { expect } from '@playwright/test';
import {
  drawn,
  expectCloser,
  pixelsOf,
  placesOn,
  plotBox,
  pointAt,
  readAt,
  reading,
  surface,
  themeColor,
  unitsPerPixel,
} from './mapPage.ts';
import { expectNoAxeViolations, open, pause, startHandle, stepShown, test } from './page.ts';
import { openScene } from './runsPage.ts';

/** SGD on ½(x² + 20y²) from (−4, 1) with η = 0.04 is at (−4 · 0.96ᵗ, 0.2ᵗ) after t steps. */
const BOWL = {
  version: 1,
  problem: { id: 'bowl' },
  start: [-4, 1],
  steps: 60,
  runs: [
    { optimizer: { id: 'adam', hyperparameters: { learningRate: 0.2 } } },
    { optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.04 } } },
  ],
};
const sgdAt = (t: number) => ({ x: -4 * 0.96 ** t, y: 0.2 ** t });

test.beforeEach(async ({ page }) => {
  await open(page);
  await pause(page);
  await expect(surface(page)).toBeVisible();
});

test('the map reads f and its gradient under the pointer', async ({ page }) => {
  const { x, y, f, slope } = await readAt(page, 520, 130);
  expect(f).toBeCloseTo((1 - x) ** 2 + 100 * (y - x * x) ** 2, 9);
  expect(slope[0]).toBeCloseTo(-2 * (1 - x) - 400 * x * (y - x * x), 9);
  expect(slope[1]).toBeCloseTo(200 * (y - x * x), 9);
  // The domain is 2.6 high and the plot 412 pixels.
  expect(await unitsPerPixel(page)).toBeCloseTo(2.6 / 412, 9);
  await page.mouse.move(1000, 300);
  await expect(page.locator('.readout')).toBeHidden();
});

test('a wheel zooms about the pointer: the point under it stays, and the page does not scroll', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 560 });
  await drawn(page);
  const before = await readAt(page, 300, 140);
  const ticks = await page.locator('.axes text').allTextContents();
  for (let i = 0; i < 10; i++) await page.mouse.wheel(0, -120);
  await expect.poll(() => page.locator('.axes text').allTextContents()).not.toEqual(ticks);
  await drawn(page);
  const after = await reading(page);
  expect(after.x).toBeCloseTo(before.x, 6);
  expect(after.y).toBeCloseTo(before.y, 6);
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
});

test('dragging the background pans: the point under the hand stays under it', async ({ page }) => {
  const before = await readAt(page, 600, 300);
  const box = await plotBox(page);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(box.x + 600 - 23 * i, box.y + 300 - 11 * i);
  await page.mouse.up();
  await drawn(page);
  const after = await readAt(page, 370, 190);
  expect(after.x).toBeCloseTo(before.x, 6);
  expect(after.y).toBeCloseTo(before.y, 6);
});

test('buttons and keys zoom by two, and 0, the button and a double click bring the whole map back', async ({
  page,
}) => {
  const first = await unitsPerPixel(page);
  const { width, height } = await plotBox(page);
  const middle = await readAt(page, width / 2, height / 2);
  await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
  await expectCloser(page, first, 2);
  const zoomed = await readAt(page, width / 2, height / 2);
  expect(zoomed.x).toBeCloseTo(middle.x, 9);
  await page.keyboard.press('+');
  await expectCloser(page, first, 4);
  await page.keyboard.press('-');
  await expectCloser(page, first, 2);
  await page.getByRole('button', { name: 'Zoom out', exact: true }).click();
  await expectCloser(page, first, 1);
  for (const whole of [
    () => page.keyboard.press('0'),
    () => page.getByRole('button', { name: 'Show the whole map' }).click(),
    () => page.locator('.plot').dblclick({ position: { x: 500, y: 60 } }),
  ]) {
    await page.keyboard.press('+');
    await expectCloser(page, first, 2);
    await whole();
    await expectCloser(page, first, 1);
    await expect.poll(() => page.url()).not.toMatch(/view=[^&]*\bw-?[\d.]/);
  }
});

test('a link keeps the part of the map one looked at', async ({ page }) => {
  await pointAt(page, 300, 140);
  await page.mouse.wheel(0, -500);
  await expect.poll(() => page.url()).toMatch(/view=[^&]*\bw-?[\d.]/);
  const before = await readAt(page, 120, 333);
  await page.reload();
  await expect(surface(page)).toBeVisible();
  const after = await readAt(page, 120, 333);
  expect(after.x).toBeCloseTo(before.x, 9);
  expect(after.y).toBeCloseTo(before.y, 9);
});

test('Z goes to the steps around the playhead, which get dots and numbers, and back', async ({ page }) => {
  await openScene(page, { ...BOWL, view: { focus: 1, playhead: 20 } });
  const first = await unitsPerPixel(page);
  await page.keyboard.press('z');
  await expect(page.getByRole('button', { name: /^Zoom to the steps/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect.poll(async () => first / (await unitsPerPixel(page))).toBeGreaterThan(2);
  const placeOf = await placesOn(page);
  await page.mouse.move(1000, 20);
  const ink = await themeColor(page, '--run-2');
  const halo = await themeColor(page, '--halo');
  // Behind the playhead dots are filled, ahead hollow.
  for (const [step, color] of [
    [17, ink],
    [19, ink],
    [22, halo],
    [24, halo],
  ] as const) {
    const dot = await pixelsOf(page, 'heads', [...placeOf(sgdAt(step)), 1, 1]);
    expect(dot.slice(0, 3), `step ${step}`).toEqual(color);
  }
  await page.keyboard.press('z');
  await expectCloser(page, first, 1);
});

test('the pointer tells the run and step it is on; a click focuses the run, with Shift it goes to the step', async ({
  page,
}) => {
  await openScene(page, { ...BOWL, view: { focus: 0, playhead: 40 } });
  const placeOf = await placesOn(page);
  const [x, y] = placeOf(sgdAt(6));
  await pointAt(page, x + 1, y + 2);
  await expect(page.locator('.readout')).toContainText('SGD, step 6');
  const box = await plotBox(page);
  await page.mouse.click(box.x + x, box.y + y);
  await expect(page.getByRole('button', { name: 'Focus SGD' })).toHaveAttribute('aria-pressed', 'true');
  expect(await stepShown(page)).toBe(40);
  await page.keyboard.down('Shift');
  await page.mouse.click(box.x + x, box.y + y);
  await page.keyboard.up('Shift');
  await expect.poll(() => stepShown(page)).toBe(6);
  // Heads can be clicked as well.
  await page.getByRole('slider', { name: 'Step', exact: true }).fill('30');
  await page.getByRole('button', { name: 'Focus Adam' }).click();
  const [headX, headY] = placeOf(sgdAt(30));
  await page.mouse.click(box.x + headX, box.y + headY);
  await expect(page.getByRole('button', { name: 'Focus SGD' })).toHaveAttribute('aria-pressed', 'true');
});

test('a run that is pointed at stands out, on the map and in the list', async ({ page }) => {
  const opacity = () =>
    page.locator('.layer-others').evaluate((layer) => Number(getComputedStyle(layer).opacity));
  await expect.poll(opacity).toBe(1);
  // The list has its final length: what one points at does not move away.
  await expect(page.getByRole('slider', { name: /learning rate/ })).toBeVisible();
  await expect(page.locator('.rule-lines .katex').first()).toBeVisible();
  await page.getByRole('button', { name: 'Focus Muon' }).hover();
  await expect.poll(opacity).toBeCloseTo(0.34, 6);
  await page.mouse.move(640, 20);
  await expect.poll(opacity).toBe(1);
});

test('by keyboard a crosshair walks over the map, is read out, and chooses a run', async ({ page }) => {
  await openScene(page, { ...BOWL, view: { focus: 0, playhead: 0 } });
  await startHandle(page).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(surface(page)).toBeFocused();
  const spoken = page.locator('.plot [role="status"]');
  await expect(spoken).toHaveText(/x .*, y .*: f .*, gradient \(.*\)$/);
  const before = await reading(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  const after = await reading(page);
  const units = (after.x - before.x) / 10;
  expect(after.y - before.y).toBeCloseTo(11 * units, 9);
  expect(after.f).toBeCloseTo((after.x ** 2 + 20 * after.y ** 2) / 2, 9);
  expect(await stepShown(page)).toBe(0);
  // To where SGD passes after 3 steps, from the middle of the map.
  await page.keyboard.press('Alt+ArrowDown');
  const { x, y } = sgdAt(3);
  const walk = async (pixels: number, keys: readonly [string, string]) => {
    for (let i = 0; i < Math.round(Math.abs(pixels) / 10); i++)
      await page.keyboard.press(pixels < 0 ? keys[0] : keys[1]);
  };
  const here = await reading(page);
  await walk((x - here.x) / units, ['ArrowLeft', 'ArrowRight']);
  await walk((y - here.y) / units, ['ArrowDown', 'ArrowUp']);
  await expect(spoken).toHaveText(/^SGD, step 3; x/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Focus SGD' })).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await reading(page)).x).toBeCloseTo(x, 1);
});

test('a start outside the window is pointed to from the edge, and comes back with a click', async ({
  page,
}) => {
  const box = await plotBox(page);
  await pointAt(page, 700, 330);
  await page.mouse.wheel(0, -900);
  const arrow = page.getByRole('button', { name: 'Start point at x −1.5, y 2, outside the map' });
  await expect(arrow).toBeVisible();
  const stands = await arrow.boundingBox();
  if (!stands) throw new Error('There is no arrow.');
  expect(stands.x + stands.width / 2).toBeLessThan(box.x + 30);
  await arrow.click();
  await expect(page.getByRole('button', { name: 'Start point at x −1.5, y 2', exact: true })).toBeVisible();
});

test('a path that diverges leaves a close view, too, by an arrow on its frame', async ({ page }) => {
  await openScene(page, {
    ...BOWL,
    runs: [{ optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.105 } } }],
    view: { playhead: 60, window: { x: [-4.4, -3.6], y: [0.8, 1.2] } },
  });
  // The window is as wide as the plot at 980 pixels a unit; the first step goes from y = 1 to −1.1, by its foot.
  await expect
    .poll(async () => {
      const foot = await pixelsOf(page, 'heads', [0, 410, 784, 2]);
      return foot.filter((value, i) => i % 4 === 3 && value > 200).length;
    })
    .toBeGreaterThan(0);
});

test('while the map is zoomed and dragged, no pixel of the ground is blank in any frame', async ({
  page,
}) => {
  await page.evaluate(() => {
    const ground = document.querySelector('.plot .layer-ground') as HTMLCanvasElement;
    // Every eighth pixel of each eighth row, on a canvas that is made to be read.
    const copy = Object.assign(document.createElement('canvas'), { width: 98, height: 52 });
    const ctx = copy.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
    ctx.imageSmoothingEnabled = false;
    const look = () => {
      ctx.clearRect(0, 0, 98, 52);
      ctx.drawImage(ground, 0, 0, 98, 52);
      const { data } = ctx.getImageData(0, 0, 98, 52);
      if (data.some((value, i) => i % 4 === 3 && value < 255)) document.body.dataset.blank = 'yes';
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  const box = await plotBox(page);
  await pointAt(page, 500, 200);
  for (const turn of [-300, -300, -300, 200, 200, 600, 600]) {
    await page.mouse.wheel(0, turn);
    await drawn(page);
  }
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) await page.mouse.move(box.x + 500 - 60 * i, box.y + 200 + 20 * i);
  await page.mouse.up();
  await page.keyboard.press('0');
  await expect.poll(() => page.url()).not.toMatch(/view=[^&]*\bw-?[\d.]/);
  await expect(page.locator('body')).not.toHaveAttribute('data-blank');
});

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`zoomed in, ${colorScheme}`, () => {
    test.use({ colorScheme });
    test('axe finds nothing, with a crosshair and with the start outside', async ({ page }) => {
      await page.getByRole('slider', { name: 'Step', exact: true }).fill('180');
      await page.keyboard.press('z');
      await expect(page.getByRole('button', { name: /outside the map$/ })).toBeVisible();
      await surface(page).focus();
      await page.keyboard.press('ArrowRight');
      await expectNoAxeViolations(page);
    });
  });
