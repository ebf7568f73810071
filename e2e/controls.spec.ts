import { expect } from '@playwright/test';
import { exact, test } from './page.ts';
import { fieldOf, openScene, openUnfolded, sliderOf } from './runsPage.ts';

test('a slider is turned by keys: steps, decades, ends and its default', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const slider = sliderOf(page, 'learning rate');
  const field = fieldOf(page, 'learning rate');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.1');
  await slider.focus();
  for (const [key, value] of [
    ['ArrowRight', '0.11'],
    ['ArrowLeft', '0.1'],
    ['ArrowDown', '0.09'],
    ['PageDown', '0.009'],
    ['PageUp', '0.09'],
    ['End', '1'],
    ['Home', '0.0001'],
    ['Delete', '0.001'],
  ]) {
    await page.keyboard.press(key);
    await expect(slider).toHaveAttribute('aria-valuetext', value);
    await expect(field).toHaveValue(value);
  }
  await expect(fieldOf(page, 'learning rate of Adam')).toHaveValue('0.001');
});

test('a decay’s slider goes by decades of what is left to 1', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const slider = sliderOf(page, 'decay of m');
  await slider.focus();
  await page.keyboard.press('PageUp');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.99');
  await page.keyboard.press('Backspace');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.9');
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '0');
});

test('a dragged slider repaints while it moves, and is one entry of the history', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  await page.keyboard.press('End');
  const before = await exact(page, 'Adam', 'loss');
  const slider = sliderOf(page, 'learning rate');
  const box = await slider.boundingBox();
  if (!box) throw new Error('There is no slider.');
  const y = box.y + box.height / 2;
  // From 0.1, at three quarters of the track, down to its middle.
  await page.mouse.move(box.x + 0.75 * box.width, y);
  await page.mouse.down();
  for (let part = 0.75; part > 0.5; part -= 0.02) await page.mouse.move(box.x + part * box.width, y);
  await expect.poll(() => exact(page, 'Adam', 'loss')).not.toBe(before);
  const half = Number((await fieldOf(page, 'learning rate').inputValue()).replace('10⁻', '1e-'));
  expect(half).toBeGreaterThan(0.005);
  expect(half).toBeLessThan(0.02);
  await page.mouse.up();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', '0.1');
  await expect.poll(() => exact(page, 'Adam', 'loss')).toBe(before);
});

test('held arrow keys are one entry of the history', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const slider = sliderOf(page, 'learning rate');
  await slider.focus();
  for (let i = 0; i < 5; i++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', '0.18');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', '0.1');
});

test('a double-click returns a slider to its default', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const slider = sliderOf(page, 'learning rate');
  const box = await slider.boundingBox();
  if (!box) throw new Error('There is no slider.');
  await slider.dblclick({ position: { x: 0.75 * box.width, y: box.height / 2 } });
  await expect(slider).toHaveAttribute('aria-valuetext', '0.001');
});

test('a number is typed as people write it, beyond the slider’s ends too', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const field = fieldOf(page, 'learning rate');
  for (const [typed, shown] of [
    ['2e-2', '0.02'],
    ['0,05', '0.05'],
    ['10^-3', '0.001'],
    ['3×10⁻⁵', '3×10⁻⁵'],
    ['7', '7'],
  ]) {
    await field.fill(typed);
    await page.keyboard.press('Enter');
    await expect(field).toHaveValue(shown);
    await expect(sliderOf(page, 'learning rate')).toHaveAttribute('aria-valuetext', shown);
  }
  await expect(sliderOf(page, 'learning rate')).toHaveValue('1');
});

test('what cannot be taken stays as typed, with a sentence, until it is mended or given up', async ({
  page,
}) => {
  await openUnfolded(page, 'Adam');
  const field = fieldOf(page, 'decay of m');
  await field.fill('1.2');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Decay of m: 1.2 is not below 1.');
  await expect(field).toHaveValue('1.2');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription('Decay of m: 1.2 is not below 1.');
  await expect(sliderOf(page, 'decay of m')).toHaveAttribute('aria-valuetext', '0.9');
  await field.fill('1/3');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('alert')).toContainText('“1/3” is not a number');
  await field.focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(field).toHaveValue('0.9');
});

test('a number goes up and down by arrow keys', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const field = fieldOf(page, 'learning rate of Adam');
  await field.focus();
  await page.keyboard.press('ArrowUp');
  await expect(field).toHaveValue('0.11');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(field).toHaveValue('0.09');
});

test('a variant is chosen by keys, and its rule follows', async ({ page }) => {
  await openUnfolded(page, 'Momentum');
  const form = page.getByRole('radiogroup', { name: 'form' });
  await expect(form.getByRole('radio', { name: 'velocity' })).toBeChecked();
  const rule = page.locator('.rule-lines .katex-html');
  const before = await rule.innerText();
  await form.getByRole('radio', { name: 'velocity' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(form.getByRole('radio', { name: 'accumulated' })).toBeChecked();
  await expect(rule).not.toHaveText(before);
  await form.getByText('averaged').click();
  await expect(form.getByRole('radio', { name: 'averaged' })).toBeChecked();
});

test('a flag is switched, and a shape chosen', async ({ page }) => {
  await openScene(page, {
    problem: { id: 'matrix-regression' },
    runs: [{ optimizer: { id: 'muon' } }],
    view: { focus: 0, unfolded: true },
  });
  const nesterov = page.getByRole('switch', { name: 'Nesterov' });
  await nesterov.focus();
  await page.keyboard.press('Space');
  await expect(nesterov).toBeChecked();
  await page.getByRole('button', { name: '6 more' }).click();
  const shape = page.getByRole('radiogroup', { name: 'shape' });
  await expect(shape.getByRole('radio', { name: '2 rows, 2 columns' })).toBeChecked();
  await shape.getByText('4 × 1').click();
  await expect(shape.getByRole('radio', { name: '4 rows, 1 column' })).toBeChecked();
  await shape.getByText('diagonal').click();
  await expect(page.getByRole('button', { name: '6 more, 1 changed' })).toBeVisible();
  await sliderOf(page, 'Newton–Schulz steps').focus();
  await page.keyboard.press('ArrowRight');
  await expect(fieldOf(page, 'Newton–Schulz steps')).toHaveValue('6');
});

test('where 0 is the default of a logarithmic slider, it has a place of its own', async ({ page }) => {
  await openScene(page, {
    runs: [{ optimizer: { id: 'muon' } }],
    view: { focus: 0, unfolded: true },
  });
  await page.getByRole('button', { name: '6 more' }).click();
  const decay = sliderOf(page, 'weight decay');
  await expect(decay).toHaveAttribute('aria-valuetext', '0');
  await decay.focus();
  await page.keyboard.press('ArrowRight');
  await expect(decay).toHaveAttribute('aria-valuetext', '0.0001');
  await page.keyboard.press('ArrowLeft');
  await expect(decay).toHaveAttribute('aria-valuetext', '0');
});

test('what does not change is not written again while another run’s slider moves', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  await page.keyboard.press('End');
  await expect(page.getByRole('slider', { name: 'Step', exact: true })).toHaveValue('300');
  await page.evaluate(() => {
    const writes: Record<string, number> = {};
    Object.assign(window, { writes });
    for (const row of document.querySelectorAll('.runs .run')) {
      const name = row.querySelector('.run-name')?.textContent ?? '';
      writes[name] = 0;
      new MutationObserver((records) => (writes[name] += records.length)).observe(row, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    }
  });
  await sliderOf(page, 'learning rate').focus();
  const before = await exact(page, 'Adam', 'loss');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => exact(page, 'Adam', 'loss')).not.toBe(before);
  const writes = await page.evaluate(() => (window as unknown as { writes: Record<string, number> }).writes);
  expect(writes.Adam).toBeGreaterThan(0);
  expect([writes.SGD, writes.Momentum, writes.Muon]).toEqual([0, 0, 0]);
});
