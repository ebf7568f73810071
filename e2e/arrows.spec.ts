import { expect, type Locator, type Page } from '@playwright/test';
import { expectNoAxeViolations, stepShown, test } from './page.ts';
import { openScene } from './runsPage.ts';

const [ETA, MU] = [0.05, 0.5];
const KAPPA = 10;
const START = [4, 2];

/** A step of momentum on ½(x² + 10y²), being read. */
const BOWL = {
  problem: { id: 'bowl', params: { kappa: KAPPA } },
  start: START,
  steps: 40,
  runs: [{ optimizer: { id: 'momentum', hyperparameters: { learningRate: ETA, momentum: MU } } }],
  view: { focus: 0, playhead: 4, reading: {} },
};

const table = (page: Page, step: number) => page.getByRole('table', { name: `Arrows of step ${step}` });
const row = (page: Page, name: RegExp) => page.locator('.arrow-table').getByRole('row', { name });
const arrow = (page: Page, term: string) => page.locator(`.map-arrow[data-arrow="${term}"]`);

async function numbersOf(place: Locator): Promise<number[]> {
  const data = place.locator('data');
  await expect(data.first()).toBeAttached();
  return data.evaluateAll((cells) => cells.map((cell) => Number(cell.getAttribute('value'))));
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return box;
}

/** −ηg, μv and Δθ of a step, computed here. */
function terms(step: number) {
  let theta = START;
  let v = [0, 0];
  let [pull, kept] = [v, v];
  for (let t = 1; t <= step; t++) {
    pull = [-ETA * theta[0], -ETA * KAPPA * theta[1]];
    kept = v.map((x) => MU * x);
    v = kept.map((x, i) => x + pull[i]);
    theta = theta.map((x, i) => x + v[i]);
  }
  return { pull, kept, update: v };
}

function expectWay(found: readonly number[], [x, y]: readonly number[]) {
  expect(found[0]).toBeCloseTo(x, 12);
  expect(found[1]).toBeCloseTo(y, 12);
  expect(found[2]).toBeCloseTo(Math.hypot(x, y), 12);
}

test('the table of momentum’s arrows has the terms that add up to the step, and follows the playhead', async ({
  page,
}) => {
  await openScene(page, BOWL);
  for (const step of [4, 5]) {
    await expect(table(page, step)).toBeVisible();
    const { pull, kept, update } = terms(step);
    expectWay(await numbersOf(row(page, /gradient/)), pull);
    expectWay(await numbersOf(row(page, /velocity/)), kept);
    expectWay(await numbersOf(row(page, /update/)), update);
    if (step === 4) await page.getByRole('button', { name: 'Next step' }).last().click();
  }
  expect(await stepShown(page)).toBe(5);
  await expectNoAxeViolations(page);
});

test('a row that has the focus lights its arrow, and an arrow that is pointed at its row', async ({
  page,
}) => {
  await openScene(page, BOWL);
  await expect(arrow(page, 'v')).toBeVisible();
  await row(page, /velocity/)
    .getByRole('button')
    .focus();
  await expect(arrow(page, 'v')).toHaveAttribute('data-lit', 'true');
  await expect(arrow(page, 'g')).not.toHaveAttribute('data-lit', 'true');
  await page.keyboard.press('Tab');
  await expect(arrow(page, 'g')).toHaveAttribute('data-lit', 'true');
  await expect(arrow(page, 'v')).not.toHaveAttribute('data-lit', 'true');
  const box = await boxOf(arrow(page, 'v').locator('.arrow-head'));
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.locator('tr[data-term="v"]')).toHaveClass(/lit/);
});

test('arrows that share a foot state their scales, and go with the panel', async ({ page }) => {
  await openScene(page, {
    ...BOWL,
    runs: [{ optimizer: { id: 'adam', hyperparameters: { learningRate: 0.3 } } }],
  });
  await expect(row(page, /gradient.*drawn at [\d,]+ : [\d,]+/).first()).toBeVisible();
  await expect(row(page, /update.*drawn at true length/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.map-arrow')).toHaveCount(0);
});

test('a step too small to be seen offers the view in which it is not', async ({ page }) => {
  await openScene(page, {
    ...BOWL,
    runs: [{ optimizer: { id: 'momentum', hyperparameters: { learningRate: 1e-4, momentum: MU } } }],
  });
  const zoom = page.getByRole('button', { name: 'Zoom to these steps' }).last();
  await zoom.click();
  await expect(page.locator('.arrow-table').getByText('too small to be seen')).toHaveCount(0);
  await expect(arrow(page, 'update')).toBeVisible();
});

test.describe('on a phone, with reduced motion', () => {
  test.use({
    viewport: { width: 375, height: 812 },
    hasTouch: true,
    contextOptions: { reducedMotion: 'reduce' },
  });

  test('arrows stand on the map above the formulas, and their table fits', async ({ page }) => {
    await openScene(page, BOWL);
    await expect(arrow(page, 'update')).toBeVisible();
    await row(page, /update/).scrollIntoViewIfNeeded();
    const { width } = await boxOf(table(page, 4));
    expect(width).toBeLessThanOrEqual(375 - 32);
    await expectNoAxeViolations(page);
  });
});
