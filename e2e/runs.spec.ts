import { expect } from '@playwright/test';
import { OPTIMIZERS } from '../src/optimizers/registry.ts';
import { exact, expectNoAxeViolations, open, pause, test } from './page.ts';
import { action, fieldOf, focusButton, namesOf, openScene, openUnfolded, runRow } from './runsPage.ts';

const ALL = Object.keys(OPTIMIZERS).length;
const FOUR = ['SGD', 'Momentum', 'Adam', 'Muon'];

test('a run is added by typing part of its name', async ({ page }) => {
  await open(page);
  await pause(page);
  await page.getByRole('button', { name: 'Add a run' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Find an optimizer' })).toBeFocused();
  await expect(page.getByRole('option')).toHaveCount(ALL);
  await page.keyboard.type('nest');
  await expect(page.getByRole('option')).toHaveCount(1);
  await expect(page.getByRole('option', { name: /^Nesterov/ })).toContainText('Look where momentum');
  await page.keyboard.press('Enter');
  await expect(focusButton(page, 'Nesterov')).toHaveAttribute('aria-pressed', 'true');
  expect(await namesOf(page)).toEqual([...FOUR, 'Nesterov']);
  await expect(page.getByRole('button', { name: 'Add a run' })).toBeFocused();
  await expect.poll(() => exact(page, 'Nesterov', 'loss')).not.toBe('');
});

test('the picker goes by arrow keys, draws a path each, and Escape leaves it', async ({ page }) => {
  await open(page);
  await pause(page);
  await page.getByRole('button', { name: 'Add a run' }).click();
  const options = page.getByRole('option');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(options.nth(2)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true');
  const lines = page.locator('.tiny-path polyline');
  await expect(lines).toHaveCount(ALL);
  await expect(page.locator('.tiny-path polyline[points=""]')).toHaveCount(0);
  const paths = await lines.evaluateAll((all) => all.map((line) => line.getAttribute('points')));
  // Two may look alike: AMSGrad is Adam until the gradients shrink.
  expect(new Set(paths).size).toBeGreaterThan(ALL / 2);
  await page.keyboard.type('no such thing');
  await expect(page.getByText(/No optimizer has “no such thing”/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add a run' })).toBeFocused();
  expect(await namesOf(page)).toEqual(FOUR);
});

test('with twelve runs there is no more to add, and the button says so', async ({ page }) => {
  await openScene(page, { runs: Array.from({ length: 12 }, () => ({ optimizer: { id: 'sgd' } })) });
  const button = page.getByRole('button', { name: '12 runs are the most' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await button.click({ force: true });
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Settings of SGD 3', exact: true }).click();
  await expect(action(page, 'Duplicate')).toHaveAttribute('aria-disabled', 'true');
  await action(page, 'Remove').click();
  await expect(page.getByRole('button', { name: 'Add a run' })).toBeVisible();
});

test('one row at a time unfolds, and its run is the focused one', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const details = (name: string) => page.getByRole('button', { name: `Settings of ${name}`, exact: true });
  await details('Muon').focus();
  await page.keyboard.press('Enter');
  await expect(details('Muon')).toHaveAttribute('aria-expanded', 'true');
  await expect(details('Adam')).toHaveAttribute('aria-expanded', 'false');
  await expect(focusButton(page, 'Muon')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.rule-lines')).toContainText('msign');
  await page.getByText('as in Westlake').click();
  await expect(page.getByText(/Jordan et al.*Algorithm 2/)).toBeVisible();
  await page.keyboard.press('Tab');
  await details('Muon').click();
  await expect(page.locator('.unfolded-run')).toHaveCount(0);
});

test('a removed run gives its focus to the next one, and undo brings it back', async ({ page }) => {
  await openUnfolded(page, 'Momentum');
  await action(page, 'Remove').focus();
  await page.keyboard.press('Enter');
  expect(await namesOf(page)).toEqual(['SGD', 'Adam', 'Muon']);
  await expect(focusButton(page, 'Adam')).toBeFocused();
  await expect(page.getByText('Momentum was removed.')).toBeAttached();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => namesOf(page)).toEqual(FOUR);
});

test('without runs the list says so, and one can be added', async ({ page }) => {
  await openScene(page, { runs: [{ optimizer: { id: 'sgd' } }], view: { focus: 0, unfolded: true } });
  await action(page, 'Remove').click();
  await expect(page.getByText('No runs yet.', { exact: false }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a run' })).toBeFocused();
  await expectNoAxeViolations(page);
});

test('a duplicate stands below its original, with a name, a slot and settings of its own', async ({
  page,
}) => {
  await openUnfolded(page, 'SGD');
  await action(page, 'Duplicate').click();
  expect(await namesOf(page)).toEqual(['SGD 1', 'SGD 2', 'Momentum', 'Adam', 'Muon']);
  await expect(focusButton(page, 'SGD 2')).toHaveAttribute('aria-pressed', 'true');
  const rate = fieldOf(page, 'learning rate of SGD 2');
  await rate.fill('0.0005');
  await page.keyboard.press('Enter');
  await expect(fieldOf(page, 'learning rate of SGD 1')).toHaveValue('0.001');
  const swatch = (name: string) => runRow(page, name).locator('.swatch').innerHTML();
  expect(await swatch('SGD 1')).not.toBe(await swatch('SGD 2'));
});

test('a run is renamed, and an empty name gives it back its own', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const name = page.getByRole('textbox', { name: /^Name of/ });
  await name.fill('Too fast');
  await page.keyboard.press('Enter');
  expect(await namesOf(page)).toEqual(['SGD', 'Momentum', 'Too fast', 'Muon']);
  await name.fill('x'.repeat(41));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Name: 41 characters are more than 40.');
  expect(await namesOf(page)).toContain('Too fast');
  await page.keyboard.press('Escape');
  await expect(name).toHaveValue('Too fast');
  await name.fill('');
  await page.keyboard.press('Tab');
  await expect.poll(() => namesOf(page)).toEqual(FOUR);
});

test('a slot is chosen by keys; who has it gets the other', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  const swatch = (name: string) => runRow(page, name).locator('.swatch').innerHTML();
  const [adam, muon] = [await swatch('Adam'), await swatch('Muon')];
  await page.getByRole('button', { name: 'Colour and marker of Adam' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitemradio', { name: '3 · now' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitemradio', { name: '4 · swap with Muon' })).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await swatch('Adam')).toBe(muon);
  expect(await swatch('Muon')).toBe(adam);
  await page.getByRole('button', { name: 'Colour and marker of Adam' }).click();
  await page.getByRole('menuitemradio', { name: '9 · free' }).click();
  expect([adam, muon]).not.toContain(await swatch('Adam'));
});

test('a run is hidden and shown, alone and with the others', async ({ page }) => {
  await openUnfolded(page, 'Adam');
  await action(page, 'Hide').click();
  await expect(runRow(page, 'Adam')).toContainText('hidden');
  await action(page, 'Show').click();
  await expect(runRow(page, 'Adam')).not.toContainText('hidden');
  await action(page, 'Solo').click();
  for (const name of ['SGD', 'Momentum', 'Muon']) await expect(runRow(page, name)).toContainText('hidden');
  await expect(runRow(page, 'Adam')).not.toContainText('hidden');
  await page.getByRole('button', { name: 'All runs' }).click();
  await page.getByRole('menuitem', { name: 'Show all runs' }).click();
  await expect(page.locator('.runs').getByText('hidden')).toHaveCount(0);
});

test('Alt with an arrow moves a run in the list; the focus stays on it', async ({ page }) => {
  await open(page);
  await pause(page);
  await focusButton(page, 'Adam').focus();
  await page.keyboard.press('ArrowUp');
  expect(await namesOf(page)).toEqual(FOUR);
  await page.keyboard.press('Alt+ArrowUp');
  expect(await namesOf(page)).toEqual(['SGD', 'Adam', 'Momentum', 'Muon']);
  await expect(focusButton(page, 'Adam')).toBeFocused();
  await expect(page.getByText('Adam is now run 2 of 4.')).toBeAttached();
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  expect(await namesOf(page)).toEqual(['Adam', 'SGD', 'Momentum', 'Muon']);
});

test('a run is moved by buttons, and dragged by its swatch', async ({ page }) => {
  await openUnfolded(page, 'SGD');
  await action(page, 'Move down').click();
  expect(await namesOf(page)).toEqual(['Momentum', 'SGD', 'Adam', 'Muon']);
  await page.getByRole('button', { name: 'Settings of SGD' }).click();
  const from = await runRow(page, 'Muon').locator('.swatch').boundingBox();
  const to = await runRow(page, 'Momentum').boundingBox();
  if (!from || !to) throw new Error('The rows are not shown.');
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++) await page.mouse.move(from.x + 10, from.y + 8 + ((to.y - from.y) * i) / 12);
  await page.mouse.up();
  await expect.poll(() => namesOf(page)).toEqual(['Muon', 'Momentum', 'SGD', 'Adam']);
  await expect(focusButton(page, 'SGD')).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => namesOf(page)).toEqual(['Momentum', 'SGD', 'Adam', 'Muon']);
});

test('all settings go back to their defaults', async ({ page }) => {
  await openUnfolded(page, 'Momentum');
  await fieldOf(page, 'momentum').fill('0.5');
  await page.keyboard.press('Enter');
  await page.getByRole('radiogroup', { name: 'form' }).getByText('averaged').click();
  await action(page, 'Reset').click();
  await expect(fieldOf(page, 'momentum')).toHaveValue('0.9');
  await expect(page.getByRole('radio', { name: 'velocity' })).toBeChecked();
});

test('a mouse over a row brings out its path on the map, until it leaves', async ({ page }) => {
  await open(page);
  await pause(page);
  await page.mouse.move(5, 5);
  const map = () =>
    page
      .locator('.plot canvas:is(.layer-ahead, .layer-halos, .layer-focus, .layer-others, .layer-hovered)')
      .evaluateAll((layers) => layers.map((layer) => (layer as HTMLCanvasElement).toDataURL()).join(' '));
  await expect(page.locator('.katex').first()).toBeAttached();
  // Thin paths come back in full a moment after the hand has let go. (Names may stand elsewhere afterwards.)
  let plain = '';
  await expect
    .poll(async () => {
      const before = plain;
      plain = await map();
      return plain === before;
    })
    .toBe(true);
  await runRow(page, 'SGD').hover();
  await expect.poll(map).not.toBe(plain);
  await page.mouse.move(5, 5);
  await expect.poll(map).toBe(plain);
});

// Each layout and each theme: colours do not depend on the width.
for (const [width, height, colorScheme] of [
  [1280, 720, 'light'],
  [1920, 1080, 'dark'],
  [375, 812, 'light'],
] as const)
  test.describe(`${width}×${height}, ${colorScheme}`, () => {
    test.use({ viewport: { width, height }, colorScheme });

    test('axe finds nothing in an unfolded row, the picker and the menus', async ({ page }) => {
      await openUnfolded(page, 'Adam');
      await page.getByRole('button', { name: '3 more' }).click();
      await fieldOf(page, 'decay of m').fill('2');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
      await expectNoAxeViolations(page);
      await page.getByRole('button', { name: 'Colour and marker of Adam' }).click();
      await expectNoAxeViolations(page);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Add a run' }).click();
      await expect(page.getByRole('option')).toHaveCount(ALL);
      await expectNoAxeViolations(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });

  test('every target of an unfolded row is at least 44 pixels', async ({ page }) => {
    await openUnfolded(page, 'Adam');
    await page.getByRole('button', { name: '3 more' }).click();
    const runs = page.locator('.runs');
    for (const role of ['button', 'slider', 'textbox'] as const)
      for (const target of await runs.getByRole(role).all()) {
        const box = await target.boundingBox();
        const name = `${role} ${(await target.getAttribute('aria-label')) ?? (await target.innerText())}`;
        expect(box?.height, name).toBeGreaterThanOrEqual(44);
        expect(box?.width, name).toBeGreaterThanOrEqual(44);
      }
  });
});
