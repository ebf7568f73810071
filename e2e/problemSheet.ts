import { expect, type Locator, type Page } from '@playwright/test';

/** The bowl with two runs, at rest. */
export const BOWL = 'v=1&p=bowl,k20&s=-4,1&n=100&r=sgd.02&r=adam.1&view=t100,f0&end';

/** The problem’s name, which opens its sheet. */
export const title = (page: Page): Locator => page.getByRole('heading', { level: 1 }).getByRole('button');
export const sheet = (page: Page): Locator => page.getByRole('dialog', { name: 'The problem' });
export const option = (page: Page, name: string): Locator => page.getByRole('option', { name, exact: true });
/** The header’s formula, as TeX. */
export const formula = (page: Page): Locator => page.locator('.header .formula annotation');

/** Opens the sheet under the title and waits until it has arrived. */
export async function openSheet(page: Page): Promise<void> {
  await title(page).click();
  await expect(option(page, 'Saddle')).toBeAttached();
}
