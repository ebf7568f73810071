import { expect, type Page } from '@playwright/test';
import { exact, open, pause, startHandle, stepShown, test } from './page.ts';

const LONG =
  'v=1&p=rosenbrock&s=-1.5,2&n=1000000&r=momentum,lr.0003&r=adam,lr.01&r=muon,lr.001&view=t1000000&end';

/** Ends a worker as a crash would: without a word. */
async function kill(page: Page, name: string): Promise<void> {
  for (const worker of page.workers())
    if ((await worker.evaluate(() => self.name)) === name) await worker.evaluate(() => self.close());
}

async function losses(page: Page): Promise<string[]> {
  return Promise.all(['Momentum', 'Adam', 'Muon'].map((name) => exact(page, name, 'loss')));
}

/** The losses once all million steps have come. */
async function settled(page: Page): Promise<string[]> {
  await expect(page.locator('.summary')).toContainText('step 1,000,000 of 1,000,000', { timeout: 20_000 });
  await expect.poll(async () => (await losses(page)).every((loss) => loss !== '')).toBe(true);
  return losses(page);
}

test('a worker killed in the middle of a drag is started again, and gives the same numbers', async ({
  page,
}) => {
  test.setTimeout(60_000);
  await open(page, LONG);
  const handle = startHandle(page);
  const box = await handle.boundingBox();
  if (!box) throw new Error('There is no start to take hold of.');
  await page.mouse.move(box.x + 22, box.y + 22);
  await page.mouse.down();
  await page.mouse.move(box.x + 72, box.y + 52, { steps: 6 });
  await kill(page, 'engine');
  await page.mouse.move(box.x + 92, box.y + 62, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText(/It was started again, and gives the same numbers/)).toBeVisible({
    timeout: 10_000,
  });
  const revived = await settled(page);
  await expect.poll(() => page.url()).not.toContain('s=-1.5,2&');
  await page.reload();
  expect(await settled(page)).toEqual(revived);
});

test('a million steps stream: the page answers while they come', async ({ page }) => {
  await open(page, LONG.replace('view=t1000000', 'view=t0'));
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => stepShown(page)).toBe(1);
  // Step 1 lies between two points that the page keeps: the worker replays it. Muon's first step has length η.
  await expect.poll(() => exact(page, 'Muon', 'loss')).not.toBe('12.5');
});

test('without its ground the map still shows the paths', async ({ page }) => {
  await open(page);
  await pause(page);
  await kill(page, 'ground');
  await startHandle(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect(startHandle(page)).toHaveAccessibleName('Start point at x −1.48, y 2');
});

test('a window without storage works', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await open(page);
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('the policy', () => {
  test('refuses eval and inline script, from the page itself', async ({ baseURL, browser }) => {
    const page = await (await browser.newContext()).newPage();
    const refused: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    await page.goto(baseURL ?? '');
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "inline ran"';
      document.head.append(script);
    });
    await expect.poll(() => refused.join(' ')).toContain('Content Security Policy');
    expect(await page.title()).not.toBe('inline ran');
  });

  test('is the same in the page as in the header', async ({ page }) => {
    const response = await page.goto('./');
    const header = response?.headers()['content-security-policy'];
    const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(header).toBe(meta);
    expect(header).not.toContain('unsafe');
  });
});
