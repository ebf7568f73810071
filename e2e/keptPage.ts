import {
  test as base,
  type Browser,
  type BrowserContext,
  type Disposable,
  type Page,
  type PlaywrightTestOptions,
} from '@playwright/test';

/** A context with its one page, which a worker hands from test to test. */
interface Kept {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Undoes what a test has put into the page for good. */
  readonly undo: (() => Promise<unknown>)[];
}

/**
 * Hands a worker's page from test to test, as Playwright does with `reuseContext`, but with the browser's cache: emptied,
 * each test would fetch and compile the scripts of the page anew. Where `reuseContext` is off a test gets a new context.
 */
export const test = base.extend<object, { kept: Map<string, Kept> }>({
  kept: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names off the pattern.
    async ({}, use) => {
      const kept = new Map<string, Kept>();
      await use(kept);
      for (const { context } of kept.values()) await context.close();
    },
    { scope: 'worker' },
  ],
  context: async (
    {
      browser,
      kept,
      reuseContext,
      hasTouch,
      contextOptions,
      permissions,
      viewport,
      colorScheme,
      reducedMotion,
    },
    use,
    { project },
  ) => {
    if (!reuseContext) {
      const context = await browser.newContext();
      await use(context);
      await context.close();
      return;
    }
    // What only a new context can change; the rest is set anew on the page.
    const key = JSON.stringify([hasTouch, contextOptions]);
    const one = kept.get(key) ?? (await keep(browser, project.use));
    kept.set(key, one);
    if (permissions) await one.context.grantPermissions(permissions);
    if (viewport) await one.page.setViewportSize(viewport);
    await one.page.emulateMedia({
      colorScheme,
      reducedMotion: contextOptions.reducedMotion ?? reducedMotion,
    });
    await use(one.context);
    await empty(one);
  },
  page: async ({ context }, use) => {
    await use(context.pages()[0] ?? (await context.newPage()));
  },
});

/** Another page that a test opens in the context has the size and the colours of the project, whichever test came first. */
async function keep(
  browser: Browser,
  { viewport = null, colorScheme = null, reducedMotion = null }: Partial<PlaywrightTestOptions>,
): Promise<Kept> {
  const context = await browser.newContext({ viewport, colorScheme, reducedMotion });
  const page = await context.newPage();
  const undo: Kept['undo'] = [];
  for (const name of ['addInitScript', 'exposeFunction'] as const) {
    const value = new Proxy(page[name], {
      apply(method, self, args) {
        const done: Promise<Disposable> = Reflect.apply(method, self, args);
        undo.push(async () => (await done).dispose());
        return done;
      },
    });
    Object.defineProperty(page, name, { value });
  }
  return { context, page, undo };
}

/** Leaves nothing of a test behind. After one that failed Playwright begins a new worker, with a new browser. */
async function empty({ context, page, undo }: Kept): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  for (const step of undo.splice(0)) await step();
  await context.clearPermissions();
  // A file without scripts, at the origin whose storage is to be emptied.
  await page.goto('./icon.svg');
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.goto('about:blank');
  await page.mouse.move(-1, -1);
}
