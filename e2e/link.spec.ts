import { expect } from '@playwright/test';
import { exact, expectNoAxeViolations, open, pause, startHandle, stepShown, test } from './page.ts';

test('a shared link reopens the same runs at the same step', async ({ page, context }) => {
  await open(page);
  await pause(page);
  await page.getByRole('slider', { name: 'Step' }).fill('137');
  await startHandle(page).focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => page.url()).toContain('t137');
  const losses = await Promise.all(
    ['SGD', 'Momentum', 'Adam', 'Muon'].map((name) => exact(page, name, 'loss')),
  );
  const other = await context.newPage();
  await other.goto(page.url());
  await expect.poll(() => stepShown(other)).toBe(137);
  await expect
    .poll(() => Promise.all(['SGD', 'Momentum', 'Adam', 'Muon'].map((name) => exact(other, name, 'loss'))))
    .toEqual(losses);
});

test('the link is copied to the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await pause(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('#v=1&p=rosenbrock');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await expect(page.getByText('Link copied.')).toBeHidden();
});

const FULL = 'v=1&p=himmelblau,scale1,rot0&s=.5,-.5&n=200&d=seed7,noise0,batch1&r=sgd,lr.02&r=newton,lr1&end';

test('a link opened in place of another takes effect at once', async ({ page }) => {
  await open(page);
  await page.evaluate((link) => {
    window.location.hash = link;
  }, FULL);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Himmelblau’s function');
  await expect(page.getByRole('row', { name: /^Focus Newton/ })).toBeVisible();
});

test('an address that cannot be read takes nothing away', async ({ page }) => {
  await open(page, FULL);
  await page.evaluate(() => {
    window.location.hash = 'gibberish';
  });
  await expect(page.getByText(/holds no scene/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Himmelblau’s function');
});

test('a link cut in half opens what is left, and says so', async ({ page }) => {
  await open(page, FULL.slice(0, FULL.indexOf('&r=newton') + 5));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Himmelblau’s function');
  await expect(page.getByText(/The link ends early/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Focus SGD/ })).toBeVisible();
  await expectNoAxeViolations(page);
});

test('a link that a messenger has encoded opens without a word', async ({ page }) => {
  await open(page, encodeURIComponent(encodeURIComponent(FULL)));
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Himmelblau’s function');
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('a link from a later version opens what this one knows, and says what it dropped', async ({ page }) => {
  await open(page, FULL.replace('v=1', 'v=7').replace('&r=sgd', '&x=y&r=quantum,lr.1&r=sgd'));
  await expect(page.getByText(/from a later Ravine/)).toBeVisible();
  await expect(page.getByText(/“x=y”/)).toBeVisible();
  await expect(page.getByText(/"quantum"/)).toBeVisible();
  await expect(page.getByRole('row', { name: /^Focus SGD/ })).toBeVisible();
});

test('a text that is no link shows the opening scene, says so, and stays in the address', async ({
  page,
}) => {
  await open(page, 'völlig-anderes');
  await expect(page.getByText(/holds no scene/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rosenbrock’s valley');
  expect(decodeURIComponent(page.url())).toContain('völlig-anderes');
});

test('a learning rate of a million diverges visibly and hangs nothing', async ({ page }) => {
  await open(page, 'v=1&p=rosenbrock&s=-1.5,2&n=300&r=sgd,lr1e6&r=adam,lr1e6,e1e-8&r=muon,lr1e6&end');
  await page.keyboard.press('End');
  const row = page.getByRole('row', { name: /^Focus SGD/ });
  await expect(row.getByRole('textbox', { name: /learning rate/ })).toHaveValue('10⁶');
  await expect(page.getByText(/It diverged at step \d+ and left the picture/).first()).toBeVisible();
  await expectNoAxeViolations(page);
  // The page still answers.
  await page.keyboard.press('Home');
  await expect.poll(() => stepShown(page)).toBe(0);
});

test('twelve runs fit, a thirteenth is refused with a sentence', async ({ page }) => {
  const runs = Array.from({ length: 13 }, (_, i) => `&r=sgd,lr${(i + 1) / 10_000}`).join('');
  await open(page, `v=1&p=bowl&s=-4,1&n=100${runs}&end`);
  await expect(page.getByText(/13 runs are more than 12/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Focus SGD/ })).toHaveCount(12);
});
