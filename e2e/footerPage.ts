import type { Locator, Page } from '@playwright/test';

/** The line below the runs. */
export const footer = (page: Page): Locator => page.getByRole('region', { name: 'What all runs share' });
/** One of its fields. */
export const inFooter = (page: Page, name: string): Locator => footer(page).getByRole('textbox', { name });
