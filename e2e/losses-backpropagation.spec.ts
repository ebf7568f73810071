import { expect, type Locator, type Page } from '@playwright/test';
import {
  countTypesetting,
  expectGoodPage,
  openTopic,
  overlapping,
  reopen,
  touchablesOf,
} from './lossTopic.ts';
import { test } from './page.ts';

/** Chooses one of a few words. */
const choose = async (page: Page, name: string) => {
  await page.getByRole('radio', { name, exact: true }).focus();
  await page.keyboard.press('Space');
};

const graph = (page: Page) => page.getByRole('group', { name: 'The network, with its numbers' });
const reading = (page: Page) => page.getByRole('region', { name: 'Read' });
const sentence = (page: Page) => page.locator('.network-sentence');
const weight = (page: Page) =>
  page.getByRole('slider', { name: 'Weight of layer 2 to neuron 1 from input 2' });

/** By the equation, by differences, and how far apart: the numbers of each row of a table. */
async function rowsOf(table: Locator): Promise<number[][]> {
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('data')].map((data) => Number(data.getAttribute('value')))),
    );
}

/** Every number of the gradient agrees with finite differences. */
async function expectAgreement(page: Page, entries: number): Promise<number[][]> {
  const rows = await rowsOf(page.locator('.network-tables'));
  expect(rows).toHaveLength(entries);
  for (const [equation, differences, apart] of rows) {
    expect(Math.abs(equation - differences)).toBeLessThan(1e-5 * Math.max(1, Math.abs(equation)));
    expect(apart).toBeLessThan(1e-8);
  }
  return rows;
}

test('the page opens with ŷ − y checked by finite differences, and looks as it did', async ({ page }) => {
  await openTopic(page, 'backpropagation');
  const [[delta]] = await expectAgreement(page, 12);
  await expect(sentence(page)).toContainText(/δ is ŷ\s−\sy = 0\.730\s−\s0 = 0\.730/);
  expect(delta).toBeCloseTo(0.73, 3);
  await expect(reading(page).locator('.katex').first()).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(page).toHaveScreenshot('losses-backpropagation.png', {
    maxDiffPixelRatio: 0.005,
  });
});

test('with the keyboard a weight is reached, read and changed, and the link brings it back', async ({
  page,
}) => {
  await openTopic(page, 'backpropagation');
  const before = await rowsOf(page.getByRole('region', { name: 'BP4' }));
  await weight(page).focus();
  await expect(reading(page)).toContainText('∂C/∂w of layer 2, to 1 from 2');
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Alt+ArrowDown');
  // −1.2 + 1 + 0.1 − 0.01
  await expect(weight(page)).toHaveAttribute('aria-valuenow', '-0.11');
  const after = await rowsOf(page.getByRole('region', { name: 'BP4' }));
  expect(after[1][0]).not.toBeCloseTo(before[1][0], 4);
  await expectAgreement(page, 12);
  await graph(page)
    .getByRole('button', { name: /^Neuron 2 of layer 2/ })
    .focus();
  await page.keyboard.press('Enter');
  await expect(reading(page)).toContainText('Error δ of neuron 2 of layer 2');
  await expect(
    page.locator('[aria-live]').filter({ hasText: 'Error δ of neuron 2 of layer 2' }),
  ).toBeAttached();
  await reopen(page);
  await expect(weight(page)).toHaveAttribute('aria-valuenow', '-0.11');
  await expect(reading(page)).toContainText('Error δ of neuron 2 of layer 2');
});

test('a number dragged up grows, as one step of the history; one typed is taken', async ({ page }) => {
  await openTopic(page, 'backpropagation');
  const box = await weight(page).boundingBox();
  if (!box) throw new Error('no number');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 25, { steps: 5 });
  await page.mouse.move(x, y - 50, { steps: 5 });
  await page.mouse.up();
  // 50 pixels of 0.02 each.
  await expect(weight(page)).toHaveAttribute('aria-valuenow', '-0.2');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(weight(page)).toHaveAttribute('aria-valuenow', '-1.2');
  await page.getByRole('textbox', { name: 'Inputs' }).fill('0 2');
  await page.getByRole('textbox', { name: 'Inputs' }).press('Enter');
  // ∂C/∂w of an input that is 0 is 0.
  const rows = await rowsOf(page.getByRole('region', { name: 'BP4' }));
  expect(rows[0].slice(0, 2)).toEqual([0, 0]);
  await expectAgreement(page, 12);
});

test('a sure mistake: cross-entropy is ∞ as printed and still pulls, squared error learns nothing', async ({
  page,
}) => {
  await openTopic(page, 'backpropagation');
  await page.getByRole('button', { name: 'Make a sure mistake' }).click();
  await expect(graph(page)).toContainText('C = ∞');
  await expect(sentence(page)).toContainText(/ŷ is exactly 1: as printed the loss is ∞.*the loss is 50\.8/);
  const [[delta]] = await expectAgreement(page, 12);
  expect(delta).toBe(1);
  await choose(page, 'sigmoid, squared error');
  await expect(sentence(page)).toContainText('the network learns nothing from its mistake');
  const rows = await expectAgreement(page, 12);
  for (const [gradient] of rows) expect(gradient).toBe(0);
});

test('every pair and every activation agrees with finite differences, and softmax’s errors add up to 0', async ({
  page,
}) => {
  await openTopic(page, 'backpropagation');
  for (const [pair, entries] of [
    ['none, squared error', 12],
    ['sigmoid, squared error', 12],
    ['softmax, cross-entropy', 20],
  ] as const) {
    await choose(page, pair);
    for (const activation of ['tanh', 'ReLU', 'sigmoid']) {
      await choose(page, activation);
      await expectAgreement(page, entries);
    }
  }
  const deltas = (await rowsOf(page.getByRole('region', { name: 'BP1' }))).map(([delta]) => delta);
  expect(deltas.reduce((sum, delta) => sum + delta, 0)).toBeCloseTo(0, 5);
  await choose(page, '3');
  await expect(graph(page).getByText('y = 1')).toHaveCount(1);
  await expectAgreement(page, 20);
});

for (const [theme, width, height, values] of [
  ['light', 1280, 720, ''],
  ['dark', 1920, 1080, ',p:softmax-entropy,r:weight-3-21'],
  ['projector', 1280, 720, ''],
  ['light', 375, 812, ',p:softmax-entropy,r:delta-2-1'],
] as const)
  test(`nothing sticks out of the page on backpropagation, and axe finds nothing: ${width} ${theme}`, async ({
    page,
  }) => {
    await openTopic(page, 'backpropagation', values, theme);
    await expectGoodPage(page, width, height);
  });

test('while a number is dragged through 0 its lines change and nothing is typeset', async ({ page }) => {
  await openTopic(page, 'backpropagation', ',w0.2_-1.2_-0.5_1.5');
  const handle = page.getByRole('slider', { name: 'Weight of layer 2 to neuron 1 from input 1' });
  const box = await handle.boundingBox();
  if (!box) throw new Error('no number');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await handle.focus();
  await expect(reading(page)).toContainText('∂C/∂w of layer 2, to 1 from 1');
  const line = reading(page).locator('.number-line').first();
  await expect(line.locator('math')).toBeAttached();
  await page.mouse.move(x, y);
  await page.mouse.down();
  const before = await line.locator('.step-formula').textContent();
  const typeset = await countTypesetting(page);
  for (let i = 1; i <= 20; i++) await page.mouse.move(x, y + 2 * i);
  await expect(handle).toHaveAttribute('aria-valuenow', '-0.6');
  expect(await line.locator('.step-formula').textContent()).not.toBe(before);
  await page.waitForTimeout(600);
  expect(await typeset()).toBe(0);
  await page.mouse.up();
  // At rest each line is typeset once, and heard once.
  await expect.poll(typeset).toBeGreaterThan(0);
  expect(await typeset()).toBeLessThanOrEqual(2 * (await reading(page).locator('.number-line').count()));
});

for (const pair of ['sigmoid-entropy', 'softmax-entropy'])
  test.describe('on a phone', () => {
    test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });
    test(`each number of the graph has room for a finger, and can be read: ${pair}`, async ({ page }) => {
      await openTopic(page, 'backpropagation', `,p:${pair}`);
      const areas = await touchablesOf(graph(page).locator('.drag-handle'));
      expect(areas).toHaveLength(pair === 'softmax-entropy' ? 17 : 11);
      for (const { name, left, right, top, bottom } of areas) {
        expect(right - left, name).toBeCloseTo(48, 2);
        expect(bottom - top, name).toBeCloseTo(44, 2);
      }
      expect(overlapping(areas)).toEqual([]);
      const texts = await graph(page)
        .locator('text')
        .evaluateAll((elements) =>
          elements.map((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            const size = Number.parseFloat(getComputedStyle(text).fontSize);
            return { name: text.textContent ?? '', left, right, top: top + 3, bottom: bottom - 3, size };
          }),
        );
      for (const { name, left, right, size } of texts) {
        expect(size, name).toBeGreaterThanOrEqual(13);
        expect(left, name).toBeGreaterThanOrEqual(0);
        expect(right, name).toBeLessThanOrEqual(375);
      }
      expect(overlapping(texts)).toEqual([]);
    });
  });
