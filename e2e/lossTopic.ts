import { expect, type Page } from '@playwright/test';
import { expectNoAxeViolations, open } from './page.ts';

const SCENE = 'v=1&p=bowl,k20&s=-4,1&n=30&r=sgd.095';

export type Theme = 'light' | 'dark' | 'projector';

/** Opens a page of the room of losses by a link, with what is set on it (`,s1_2,c0`), and waits for its formulas. */
export async function openTopic(
  page: Page,
  topic: string,
  values = '',
  theme: Theme = 'light',
): Promise<void> {
  await page.addInitScript((name) => localStorage.setItem('ravine-theme', name), theme);
  await open(page, `${SCENE}&l=${topic}${values}&end`);
  await expect(page.locator('.loss-page .katex').first()).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
}

/** Comes back by the page's own link, as whoever it was sent to. */
export async function reopen(page: Page): Promise<void> {
  await expect.poll(() => page.url()).toContain('&l=');
  await page.reload();
  await expect(page.locator('.loss-page .katex').first()).toBeVisible();
}

/** Holds a page to its widths and themes: nothing sticks out, and axe finds nothing. */
export async function expectGoodPage(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
    .toBeLessThanOrEqual(0);
  const beyond = await page.locator('main.losses').evaluate((room) => room.scrollWidth - room.clientWidth);
  expect(beyond).toBe(0);
  await expectNoAxeViolations(page);
}
