import { expect, type Locator, type Page } from '@playwright/test';
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

/** Counts what KaTeX puts into the page from now on. */
export async function countTypesetting(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle(() => {
    const seen = { count: 0 };
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof Element) {
            if (node.matches('.katex')) seen.count += 1;
            seen.count += node.querySelectorAll('.katex').length;
          }
    }).observe(document.body, { childList: true, subtree: true });
    return seen;
  });
  return () => counter.evaluate(({ count }) => count);
}

/** Where a handle can be taken hold of, in pixels of the page. */
export interface Touchable {
  readonly name: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where handles can be taken hold of. */
export async function touchablesOf(handles: Locator): Promise<readonly Touchable[]> {
  return handles.evaluateAll((elements) =>
    elements.map((handle): Touchable => {
      const area = handle.querySelector('.drag-touch')?.getBoundingClientRect() ?? new DOMRect();
      const { left, right, top, bottom } = area;
      return { name: handle.getAttribute('aria-label') ?? '', left, right, top, bottom };
    }),
  );
}

/** Pairs of handles whose areas lie over each other. */
export function overlapping(areas: readonly Touchable[]): readonly string[] {
  return areas.flatMap((a, i) =>
    areas
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5,
      )
      .map((b) => `${a.name} and ${b.name}`),
  );
}
