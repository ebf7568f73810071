import { expect, type Page } from '@playwright/test';
import { inFooter } from './footerPage.ts';
import { expectNoAxeViolations, open, pause, startHandle, test } from './page.ts';

const startAt = (page: Page, x: string, y: string) =>
  expect(startHandle(page)).toHaveAccessibleName(`Start point at x ${x}, y ${y}`);

/** Moves the start by one press of an arrow key. */
async function press(page: Page, key: string): Promise<void> {
  await startHandle(page).focus();
  await page.keyboard.press(key);
}

/** Moves it, and says where it is then. */
async function moved(page: Page, key: string): Promise<string> {
  const before = (await startHandle(page).getAttribute('aria-label')) ?? '';
  await press(page, key);
  await expect(startHandle(page)).not.toHaveAccessibleName(before);
  return (await startHandle(page).getAttribute('aria-label')) ?? '';
}

test('Back is undo and Forward redo, gesture by gesture', async ({ page }) => {
  await open(page);
  await startAt(page, '−1.5', '2');
  const once = await moved(page, 'Shift+ArrowRight');
  const twice = await moved(page, 'Shift+ArrowDown');
  await page.goBack();
  await expect(startHandle(page)).toHaveAccessibleName(once);
  await page.goBack();
  await startAt(page, '−1.5', '2');
  await page.goForward();
  await page.goForward();
  await expect(startHandle(page)).toHaveAccessibleName(twice);
});

test('a drag is one gesture, however many places it goes through', async ({ page }) => {
  await open(page);
  const box = await startHandle(page).boundingBox();
  if (!box) throw new Error('There is no start.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let i = 1; i <= 40; i++) await page.mouse.move(x + 3 * i, y + 2 * i);
  await page.mouse.up();
  await expect(startHandle(page)).not.toHaveAccessibleName('Start point at x −1.5, y 2');
  await page.getByRole('button', { name: 'Undo' }).click();
  await startAt(page, '−1.5', '2');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Redo' }).click();
  await expect(startHandle(page)).not.toHaveAccessibleName('Start point at x −1.5, y 2');
});

test('a held arrow key is one gesture', async ({ page }) => {
  await open(page);
  await startHandle(page).focus();
  for (let i = 0; i < 30; i++) await page.keyboard.down('ArrowRight');
  await page.keyboard.up('ArrowRight');
  await expect(startHandle(page)).not.toHaveAccessibleName('Start point at x −1.5, y 2');
  await page.goBack();
  await startAt(page, '−1.5', '2');
});

test('Control and Z undo, with Shift they redo, and in a text field they are the field’s', async ({
  page,
}) => {
  await open(page);
  const there = await moved(page, 'Shift+ArrowRight');
  await page.keyboard.press('Control+z');
  await startAt(page, '−1.5', '2');
  await page.keyboard.press('Control+Shift+z');
  await expect(startHandle(page)).toHaveAccessibleName(there);
});

test('undo never leaves the page', async ({ page }) => {
  await page.goto('about:blank');
  await open(page);
  for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
  await startAt(page, '−1.5', '2');
});

test('another link pasted into the address is opened, and Back brings the first scene back', async ({
  page,
}) => {
  await open(page);
  const there = await moved(page, 'Shift+ArrowRight');
  await page.evaluate(() => {
    window.location.hash = 'v=1&p=booth,scale1,rot0&s=-6,8&n=50&d=seed0,noise0,batch1&r=sgd.01;1&end';
  });
  await startAt(page, '−6', '8');
  await page.goBack();
  await expect(startHandle(page)).toHaveAccessibleName(there);
  await expect(page.getByRole('row', { name: /^Focus Muon/ })).toBeVisible();
});

test('what was done before the page was loaded anew can still be undone', async ({ page }) => {
  await open(page);
  const there = await moved(page, 'Shift+ArrowRight');
  await moved(page, 'Shift+ArrowUp');
  await page.reload();
  await page.goBack();
  await expect(startHandle(page)).toHaveAccessibleName(there);
});

test('what was undone before the page was loaded anew can still be done again', async ({ page }) => {
  await open(page);
  const there = await moved(page, 'Shift+ArrowRight');
  await page.getByRole('button', { name: 'Undo' }).click();
  await startAt(page, '−1.5', '2');
  await page.reload();
  const redo = page.getByRole('button', { name: 'Redo' });
  await expect(redo).not.toHaveAttribute('aria-disabled');
  await redo.click();
  await expect(startHandle(page)).toHaveAccessibleName(there);
  await expect(redo).toHaveAttribute('aria-disabled', 'true');
});

test('redo never leads to a page that has taken the place of what was undone', async ({ page, baseURL }) => {
  await open(page);
  await press(page, 'Shift+ArrowRight');
  await expect(page.getByRole('button', { name: 'Undo' })).not.toHaveAttribute('aria-disabled');
  await page.keyboard.press('Control+z');
  await startAt(page, '−1.5', '2');
  await page.goto(`${baseURL}?elsewhere`);
  await page.goBack();
  await startAt(page, '−1.5', '2');
  await expect(page.getByRole('button', { name: 'Redo' })).toHaveAttribute('aria-disabled', 'true');
});

test('three hundred quick changes are all kept, and the browser refuses none', async ({ page }) => {
  await open(page);
  // Chromium would log a warning past 200 changes of the address in 30 seconds; any warning fails this test.
  await startHandle(page).evaluate((handle) => {
    for (let i = 0; i < 300; i++)
      for (const type of ['keydown', 'keyup'])
        handle.dispatchEvent(new KeyboardEvent(type, { key: 'ArrowRight', bubbles: true }));
  });
  await expect(startHandle(page)).not.toHaveAccessibleName('Start point at x −1.5, y 2');
  const there = (await startHandle(page).getAttribute('aria-label')) ?? '';
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(startHandle(page)).not.toHaveAccessibleName(there);
});

test('reset brings the opening scene back, and can be undone', async ({ page }) => {
  await open(page);
  const there = await moved(page, 'Shift+ArrowRight');
  await page.getByRole('banner').getByRole('button', { name: 'Reset', exact: true }).click();
  await startAt(page, '−1.5', '2');
  await pause(page);
  await expectNoAxeViolations(page);
  await page.keyboard.press('Control+z');
  await expect(startHandle(page)).toHaveAccessibleName(there);
});

test('what a field has taken is undone in the scene, and what is only typed, in the field', async ({
  page,
}) => {
  await open(page);
  const x = inFooter(page, 'Start x');
  await x.fill('0.5');
  await page.keyboard.press('Enter');
  await startAt(page, '0.5', '2');
  await page.keyboard.press('Control+z');
  await startAt(page, '−1.5', '2');
  await expect(x).toHaveValue('−1.5');
  await page.keyboard.press('Control+y');
  await startAt(page, '0.5', '2');
  await x.press('End');
  await page.keyboard.type('7');
  await page.keyboard.press('Control+z');
  await startAt(page, '0.5', '2');
});
