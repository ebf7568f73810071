import { expect, type Locator, type Page } from '@playwright/test';
import { PROBLEMS } from '../src/problems/registry.ts';
import { drawn } from './mapPage.ts';
import { exact, expectNoAxeViolations, open, startHandle, test } from './page.ts';
import { BOWL, formula, openSheet, option, sheet, title } from './problemSheet.ts';

const COUNT = Object.keys(PROBLEMS).length;

/** What a canvas shows: how many colours, 1 where nothing is painted, and a number that differs where its pixels do. */
async function lookOf(canvas: Locator): Promise<{ colours: number; sum: number }> {
  // Counted in the page: a map's pixels take long to be handed over. From a copy: the page's own canvas stays as it is.
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const copy = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
    const ctx = copy.getContext('2d', { willReadFrequently: true });
    ctx?.drawImage(element as HTMLCanvasElement, 0, 0);
    const pixels = new Uint32Array(ctx?.getImageData(0, 0, width, height).data.buffer ?? []);
    return {
      colours: new Set(pixels).size,
      sum: pixels.reduce((sum, pixel) => (sum * 31 + pixel) % 4_294_967_291, 7),
    };
  });
}

const ground = (page: Page) => page.locator('.plot canvas').first();
const groundOf = async (page: Page) => (await lookOf(ground(page))).sum;
const coloursOf = async (canvas: Locator) => (await lookOf(canvas)).colours;

test('the title opens a sheet with every problem: picture, formula and lesson', async ({ page }) => {
  await open(page);
  await expect(title(page)).toHaveAttribute('aria-expanded', 'false');
  await openSheet(page);
  await expect(title(page)).toHaveAttribute('aria-expanded', 'true');
  const options = page.getByRole('listbox', { name: 'Problems' }).getByRole('option');
  await expect(options).toHaveCount(COUNT);
  await expect(options.first()).toHaveAccessibleName('Saddle');
  for (const { name, lesson } of Object.values(PROBLEMS)) {
    await expect(option(page, name)).toHaveAccessibleDescription(lesson);
    await expect(option(page, name).locator('.katex').first()).toBeAttached();
    await expect.poll(() => coloursOf(option(page, name).locator('canvas')), name).toBeGreaterThan(10);
  }
  await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName('Rosenbrock’s valley');
});

test('another problem is chosen with a click: it brings its start, and the runs stay', async ({ page }) => {
  await open(page);
  await openSheet(page);
  await option(page, 'Quadratic bowl').click();
  await expect(sheet(page)).toBeHidden();
  await expect(title(page)).toHaveText('Quadratic bowl');
  await expect(title(page)).toBeFocused();
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −4, y 1');
  await expect(formula(page)).toContainText('20');
  for (const name of ['SGD', 'Momentum', 'Adam', 'Muon'])
    await expect(page.getByRole('row', { name: new RegExp(`^Focus ${name}`) })).toBeVisible();
  await expect.poll(() => page.url()).toContain('p=bowl');
  await page.reload();
  await expect(title(page)).toHaveText('Quadratic bowl');
});

test('the problem on the map stays as it was changed when it is chosen again', async ({ page }) => {
  await open(page, BOWL.replace('k20', 'k50'));
  await openSheet(page);
  await option(page, 'Quadratic bowl').click();
  await expect(sheet(page)).toBeHidden();
  await expect(formula(page)).toContainText('50');
});

test('by keyboard alone: arrows lead through the grid, letters to a name, Enter chooses', async ({
  page,
}) => {
  await open(page);
  await title(page).focus();
  await page.keyboard.press('Enter');
  await expect(option(page, 'Rosenbrock’s valley')).toBeFocused();
  for (const [key, name] of [
    ['ArrowUp', 'Saddle'],
    ['ArrowRight', 'Quadratic bowl'],
    ['ArrowDown', 'Rotated bowl'],
    ['End', Object.values(PROBLEMS).at(-1)?.name ?? ''],
    ['Home', 'Saddle'],
  ]) {
    await page.keyboard.press(key);
    await expect(option(page, name)).toBeFocused();
    await expect(option(page, name)).toBeInViewport();
  }
  await page.keyboard.type('hum');
  await expect(option(page, 'Three-hump camel')).toBeFocused();
  await expect(title(page)).toHaveText('Rosenbrock’s valley');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Three-hump camel');
  await expect(title(page)).toBeFocused();
  await expect(sheet(page)).toBeHidden();
});

test('Escape and a press outside close the sheet and change nothing', async ({ page }) => {
  await open(page);
  await title(page).focus();
  await page.keyboard.press('Enter');
  await expect(option(page, 'Rosenbrock’s valley')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await expect(title(page)).toBeFocused();
  await openSheet(page);
  await page.mouse.click(1100, 600);
  await expect(sheet(page)).toBeHidden();
  await expect(title(page)).toHaveText('Rosenbrock’s valley');
});

test('a parameter repaints ground, paths and formula while its slider moves, and the map is seen', async ({
  page,
}) => {
  await open(page, BOWL);
  await openSheet(page);
  const slider = page.getByRole('slider', { name: 'condition number' });
  const others = page.getByRole('listbox', { name: 'Problems' });
  await expect.poll(() => coloursOf(ground(page))).toBeGreaterThan(10);
  await expect(page.locator('.summary')).toContainText('SGD, step 100 of 100');
  const before = await groundOf(page);
  const loss = await exact(page, 'SGD', 'loss');
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider is not shown');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + box.height / 2, { steps: 8 });
  await expect.poll(() => groundOf(page)).not.toBe(before);
  await expect.poll(() => exact(page, 'SGD', 'loss')).not.toBe(loss);
  await drawn(page);
  const moved = (await slider.getAttribute('aria-valuetext')) ?? '';
  expect(Number(moved)).toBeGreaterThan(100);
  await expect(formula(page)).toContainText(moved);
  const opacity = () =>
    others.evaluate((element) => getComputedStyle(element.parentElement as HTMLElement).opacity);
  await expect.poll(opacity).toBe('0');
  await page.mouse.up();
  await expect.poll(opacity).toBe('1');
  await expect.poll(() => page.url()).not.toContain('k20');
  // The whole way of the hand is one gesture.
  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', '20');
  await page.goForward();
  await expect(slider).toHaveAttribute('aria-valuetext', moved);
  await page.reload();
  await openSheet(page);
  await expect(slider).toHaveAttribute('aria-valuetext', moved);
});

test('a slider follows keys, Back takes a gesture back, and Delete returns to the default', async ({
  page,
}) => {
  await open(page, BOWL);
  await openSheet(page);
  const slider = page.getByRole('slider', { name: 'condition number' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '1');
  await expect.poll(() => page.url()).toContain('k1,');
  await page.goBack();
  await expect(slider).toHaveAttribute('aria-valuetext', '20');
  await page.goForward();
  await expect(slider).toHaveAttribute('aria-valuetext', '1');
  await slider.focus();
  await page.keyboard.press('Delete');
  await expect(slider).toHaveAttribute('aria-valuetext', '20');
});

test('Back also brings the problem before the one that was chosen', async ({ page }) => {
  await open(page, BOWL);
  await openSheet(page);
  await option(page, 'Kink').click();
  await expect(title(page)).toHaveText('Kink');
  await expect.poll(() => page.url()).toContain('p=kink');
  await page.goBack();
  await expect(title(page)).toHaveText('Quadratic bowl');
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −4, y 1');
});

test('a parameter can be typed, and what cannot be taken is kept with a sentence', async ({ page }) => {
  await open(page, BOWL);
  await openSheet(page);
  const field = sheet(page).getByRole('textbox', { name: 'condition number' });
  await field.fill('7.5');
  await field.press('Enter');
  await expect(formula(page)).toContainText('7.5');
  await field.fill('0.5');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Condition number: 0.5 is less than 1.');
  await expect(field).toHaveValue('0.5');
  await expect(formula(page)).toContainText('7.5');
  await expectNoAxeViolations(page);
  await field.fill('12');
  await field.press('Enter');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect.poll(() => page.url()).toContain('p=bowl,k12');
});

test('a problem is rotated by an angle, and its minimizer with it', async ({ page }) => {
  await open(page);
  await openSheet(page);
  await expect(sheet(page).getByText('global minimizer (1, 1)')).toBeVisible();
  await sheet(page).getByRole('textbox', { name: 'rotation in degrees' }).fill('90');
  await page.keyboard.press('Enter');
  // A quarter turn counter-clockwise takes (x, y) to (−y, x).
  await expect(sheet(page).getByText('global minimizer (−1, 1)')).toBeVisible();
  await expect(formula(page)).toContainText('rotated by 90');
  const slider = page.getByRole('slider', { name: 'rotation in degrees' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', '−180');
  await expect(sheet(page).getByText('global minimizer (−1, −1)')).toBeVisible();
});

test('the loss is multiplied by a factor, its values too, and Reset brings all back', async ({ page }) => {
  await open(page, 'v=1&p=styblinski-tang&s=2.5,-1&n=50&r=sgd.01&end');
  await openSheet(page);
  // −39.16616570377142 for each of two dimensions.
  await expect(sheet(page).getByText('f = −78.332331')).toBeVisible();
  await sheet(page).getByRole('textbox', { name: 'the loss is multiplied by' }).fill('10');
  await page.keyboard.press('Enter');
  await expect(sheet(page).getByText('f = −783.32331')).toBeVisible();
  await sheet(page).getByRole('button', { name: 'Reset this problem' }).click();
  await expect(sheet(page).getByText('f = −78.332331')).toBeVisible();
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x 0.6, y −0.9');
});

test('every slider of a problem with many is there, and its critical points follow', async ({ page }) => {
  await open(page, 'v=1&p=two-minima&s=.4,.6&n=50&r=sgd.01&end');
  await openSheet(page);
  await expect(sheet(page).getByRole('slider')).toHaveCount(
    Object.keys(PROBLEMS['two-minima'].parameters).length + 2,
  );
  const points = sheet(page).getByRole('list', { name: 'Minimizers and saddles' });
  await expect(points).toContainText('local minimizer (−1.458459, 0)');
  const field = sheet(page).getByRole('textbox', { name: 'depth of the sharp well' });
  await field.fill('0.5');
  await field.press('Enter');
  // The wide well is now the deeper one.
  await expect(points).toContainText('global minimizer (−1.458459, 0)');
});

test('where there is no minimizer the sheet says so', async ({ page }) => {
  await open(page, 'v=1&p=saddle&s=-1.5,.01&n=50&r=sgd.01&end');
  await openSheet(page);
  await expect(sheet(page).getByText(/There is no minimizer/)).toBeVisible();
  await expect(sheet(page).getByText('saddle (0, 0)')).toBeVisible();
});

test('a problem of a matrix shows its minimizer as one, and is not rotated', async ({ page }) => {
  await open(page);
  await openSheet(page);
  await option(page, 'Matrix regression').click();
  await expect(title(page)).toHaveText('Matrix regression');
  await openSheet(page);
  await expect(sheet(page).getByText('global minimizer (3, −2; 1, 4)')).toBeVisible();
  await expect(sheet(page).getByRole('slider', { name: 'rotation in degrees' })).toHaveCount(0);
  await expect(sheet(page).getByText('With 4 parameters it cannot be rotated')).toBeVisible();
  const slider = page.getByRole('slider', { name: 'correlation of the inputs' });
  await slider.focus();
  await page.keyboard.press('Home');
  await expect(formula(page)).toContainText('-0.99');
});
