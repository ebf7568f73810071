import { expect } from '@playwright/test';
import { open, test } from './page.ts';

// In one worker, one after the other: the second is handed the page of the first.
test.describe.configure({ mode: 'serial' });

/** What would be left of a test that has used all that outlives a page. */
const LEFT = () => ({
  local: localStorage.getItem('left'),
  session: sessionStorage.getItem('left'),
  script: 'left' in window,
  method: 'leftMethod' in window,
});

test.describe('a page that another test has had', () => {
  test('keeps what a test leaves in it as long as that test runs', async ({ page, context }) => {
    await page.addInitScript(() => Object.assign(window, { left: true }));
    await page.exposeFunction('leftMethod', () => undefined);
    await page.route('**/theme.js', (route) => route.abort());
    await context.grantPermissions(['geolocation']);
    await page.setViewportSize({ width: 500, height: 500 });
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await (await context.newPage()).goto('./icon.svg');
    await page.goto('./icon.svg');
    await page.evaluate(() => {
      localStorage.setItem('left', 'yes');
      sessionStorage.setItem('left', 'yes');
    });
    expect(await page.evaluate(LEFT)).toEqual({ local: 'yes', session: 'yes', script: true, method: true });
  });

  test('has nothing of it left', async ({ page, context }) => {
    const answered = page.waitForResponse('**/theme.js');
    await open(page);
    expect((await answered).ok()).toBe(true);
    expect(await page.evaluate(LEFT)).toEqual({ local: null, session: null, script: false, method: false });
    expect(context.pages()).toHaveLength(1);
    expect(page.viewportSize()).toEqual({ width: 1280, height: 720 });
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(false);
    expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(false);
    const { state } = await page.evaluate(() => navigator.permissions.query({ name: 'geolocation' }));
    expect(state).not.toBe('granted');
  });
});
