import { expect, test, type Page } from '@playwright/test';
import { open } from './page.ts';

// Apart from the other tests, whose pages must not log an error: the browser logs each fetch that fails.

/** Lets files of the page fail as if the network were down. @returns brings it back */
async function losing(page: Page, files: RegExp): Promise<() => Promise<void>> {
  await page.route(files, (route) => route.abort());
  return () => page.unroute(files);
}

/** A sentence on the failure, and in it the button that tries again. */
const tryAgain = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Try again' });

test('the problem’s sheet that could not be fetched comes with “Try again” once the network is back', async ({
  page,
}) => {
  const restore = await losing(page, /ProblemSheet/);
  await open(page);
  const title = page.getByRole('heading', { level: 1 }).getByRole('button');
  await title.click();
  await expect(page.getByRole('alert')).toContainText('Your scene is kept.');
  await tryAgain(page).click();
  await expect(tryAgain(page)).toBeVisible();
  await restore();
  await tryAgain(page).click();
  await expect(page.getByRole('listbox', { name: 'Problems' })).toBeVisible();
  await expect(page.getByRole('option', { selected: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(title).toBeFocused();
});

test('help and data table fail in sheets of their own, which open anew once the network is back', async ({
  page,
}) => {
  const restore = await losing(page, /HelpDialog|DataTable/);
  await open(page);
  for (const name of ['Help', 'Data table']) {
    await page.getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog', { name }).getByRole('alert')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name })).toHaveCount(0);
  }
  await expect(page.getByRole('row', { name: /^Focus Adam/ })).toBeVisible();
  await restore();
  await page.getByRole('button', { name: 'Help' }).click();
  await expect(
    page.getByRole('dialog', { name: 'Help' }).getByRole('region', { name: 'Map', exact: true }),
  ).toBeVisible();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Data table' }).click();
  await expect(page.getByRole('dialog', { name: 'Data table' }).getByRole('table')).toBeVisible();
});

test('the chart that could not be fetched comes with “Try again”', async ({ page }) => {
  const restore = await losing(page, /Chart-/);
  await open(page);
  await expect(page.getByRole('alert')).toContainText('This part of the page failed.');
  await restore();
  await tryAgain(page).click();
  await expect(page.getByRole('slider', { name: 'Read the chart' })).toBeVisible();
});

test('a link to a page of losses that could not be fetched opens the map, says so, and the room opens later', async ({
  page,
}) => {
  const restore = await losing(page, /registry-/);
  await open(page, 'v=1&p=booth&s=-6,7&n=40&r=sgd.05&view=t12&l=coin,p.625&end');
  await expect(page.getByRole('button', { name: /^Start point/ })).toBeVisible();
  await expect(page.getByText('the losses could not be loaded, the map is shown')).toBeVisible();
  await expect(page).toHaveTitle(/^Booth/);
  await page.keyboard.press('m');
  await expect(tryAgain(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: /^Start point/ })).toBeVisible();
  await restore();
  await page.keyboard.press('m');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Curves');
  await expect(page).toHaveTitle('Curves · Losses · Ravine');
  await expect(page).toHaveURL(/&l=curves/);
});
