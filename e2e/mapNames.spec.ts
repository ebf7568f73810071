import { expect, type Page } from '@playwright/test';
import { placesOn, plotBox, surface } from './mapPage.ts';
import { test } from './page.ts';
import { openScene } from './runsPage.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

async function boxOf(page: Page, name: RegExp): Promise<Box> {
  const box = await page.locator('.marks text').filter({ hasText: name }).boundingBox();
  if (!box) throw new Error(`There is no ${name.source} on the map.`);
  return box;
}

const toStep = (page: Page, step: number) =>
  page.getByRole('slider', { name: 'Step', exact: true }).fill(String(step));

test('the name of the minimizer makes way for a run that comes to rest on it, and comes back', async ({
  page,
}) => {
  // With η = 0.01 SGD on ½(x² + 20y²) is at (0.8 · 0.99ᵗ, 1.2 · 0.8ᵗ): it comes down upon the name, right of (0, 0).
  await openScene(page, {
    version: 1,
    problem: { id: 'bowl' },
    start: [0.8, 1.2],
    steps: 20,
    runs: [{ optimizer: { id: 'sgd', hyperparameters: { learningRate: 0.01 } } }],
    view: { playhead: 3 },
  });
  await expect(surface(page)).toBeVisible();
  const placeOf = await placesOn(page);
  await page.mouse.move(1000, 20);
  const plot = await plotBox(page);
  const [headX, headY] = placeOf({ x: 0.8 * 0.99 ** 20, y: 1.2 * 0.8 ** 20 });
  const head = { x: plot.x + headX - 7, y: plot.y + headY - 7, width: 14, height: 14 };
  await toStep(page, 0);
  await expect.poll(async () => overlap(await boxOf(page, /minimizer/), head)).toBe(true);
  const first = await boxOf(page, /minimizer/);
  await toStep(page, 20);
  await expect.poll(async () => overlap(await boxOf(page, /minimizer/), head)).toBe(false);
  await toStep(page, 0);
  await expect.poll(() => boxOf(page, /minimizer/)).toEqual(first);
});

for (const [width, height, theme] of [
  [1280, 720, null],
  [900, 700, null],
  [1920, 1080, null],
  [1280, 720, 'projector'],
] as const)
  test(`no number at an axis is cut or covers another in the closest view, ${width}×${height} ${theme ?? ''}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await openScene(page, {
      version: 1,
      problem: { id: 'rosenbrock' },
      start: [-1.5, 2],
      steps: 60,
      runs: [{ optimizer: { id: 'adam', hyperparameters: { learningRate: 0.1 } } }],
      view: {
        playhead: 60,
        window: { x: [1.1111111115, 1.1111111135], y: [1.2222222216, 1.2222222232] },
        ...(theme ? { theme } : {}),
      },
    });
    await expect(page.locator('.axis-offset')).toHaveText([
      /^ = 1\.[\d,]+ \+ … × 10⁻¹⁰$/,
      /^ = 1\.[\d,]+ \+ … × 10⁻¹⁰$/,
    ]);
    const texts = await page.locator('.axes text').all();
    const boxes = await Promise.all(texts.map((text) => text.boundingBox()));
    expect(boxes.length).toBeGreaterThan(4);
    for (const [i, box] of boxes.entries()) {
      if (!box) throw new Error('A number is not shown.');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      for (const other of boxes.slice(0, i)) expect(other && overlap(box, other)).toBe(false);
    }
    const plot = await plotBox(page);
    const labels = await page.locator('.axes text:not(.axis-name)').all();
    const shown = await Promise.all(
      labels.map(async (label) => {
        const box = await label.boundingBox();
        const isBelow = box !== null && box.y > plot.y + plot.height;
        return `${isBelow ? 'x' : 'y'} ${await label.textContent()}`;
      }),
    );
    expect(new Set(shown).size).toBe(shown.length);
  });
