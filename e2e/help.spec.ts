import { expect, type Page } from '@playwright/test';
import { exact, expectNoAxeViolations, open, startHandle, stepShown, test } from './page.ts';

const SCENE = 'v=1&p=bowl,k20&s=-4,1&n=250&r=sgd.02&r=momentum.02,m.8&r=adam.1&view=t60,f1&end';
const LONG = 'v=1&p=himmelblau&s=.5,-.25&n=70000&r=sgd.00001&view=t10003&end';

const help = (page: Page) => page.getByRole('dialog', { name: 'Help' });
const table = (page: Page) => page.getByRole('dialog', { name: 'Data table' });

test.describe('the help', () => {
  test('opens at ?, and closes at ? and at Escape, giving the focus back', async ({ page }) => {
    await open(page, SCENE);
    await page.getByRole('slider', { name: 'Step' }).focus();
    await page.keyboard.press('?');
    await expect(help(page)).toBeVisible();
    await page.keyboard.press('?');
    await expect(help(page)).toBeHidden();
    await expect(page.getByRole('slider', { name: 'Step' })).toBeFocused();
    await page.getByRole('button', { name: 'Help' }).click();
    await expect(help(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(help(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Help' })).toBeFocused();
  });

  test('closes at a click beside it, not at one in it', async ({ page }) => {
    await open(page, SCENE);
    await page.getByRole('button', { name: 'Help' }).click();
    await help(page).getByRole('heading', { name: 'Map', exact: true }).click();
    await expect(help(page)).toBeVisible();
    await page.mouse.click(20, 400);
    await expect(help(page)).toBeHidden();
  });

  test('lists each key with what it does, and lets none of them through', async ({ page }) => {
    await open(page, SCENE);
    await page.keyboard.press('?');
    for (const [room, keys] of [
      [
        'Playback',
        /Space.*play or pause.*Shift.*ten steps.*Page Up.*tenth.*Home.*End.*slower, faster.*loop/s,
      ],
      ['Map', /on the start.*on the map.*zoom in, zoom out.*whole map.*close to the playhead/s],
      ['Chart', /on the chart.*go to that step/s],
      ['Runs', /1.*9.*focus the run.*H.*hide.*F.*read the step.*slider/s],
      ['Page', /Ctrl.*Z.*undo.*redo.*C.*copy a link.*T.*theme.*Esc.*close/s],
    ] as const)
      await expect(help(page).getByRole('region', { name: room, exact: true })).toHaveText(keys);
    for (const sign of ['Path', 'Start', 'Minimizer', 'Saddle', 'Bands', 'Arrow'])
      await expect(help(page).getByRole('term').filter({ hasText: sign })).not.toHaveCount(0);
    await page.keyboard.press('End');
    await page.keyboard.press('l');
    await page.keyboard.press('Escape');
    expect(await stepShown(page)).toBe(60);
    await expect(page.getByRole('button', { name: 'Loop', exact: true })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 375, height: 812 },
    ])
      test.describe(`${viewport.width} wide, ${colorScheme}`, () => {
        test.use({ viewport, colorScheme });
        test('help and data table pass axe, and nothing overflows', async ({ page }) => {
          await open(page, SCENE);
          await page.keyboard.press('?');
          await expect(help(page)).toBeVisible();
          await expectNoAxeViolations(page);
          const sideways = () =>
            help(page).evaluate((dialog) => {
              const inner = dialog.firstElementChild as HTMLElement;
              return inner.scrollWidth - inner.clientWidth;
            });
          await expect.poll(sideways).toBeLessThanOrEqual(0);
          await page.keyboard.press('Escape');
          await page.getByRole('button', { name: 'Data table' }).click();
          await expect(table(page).getByRole('row', { name: /^60 / })).toBeVisible();
          await expectNoAxeViolations(page);
        });
      });
});

test.describe('hints', () => {
  test('come one at a time, go once their thing is done, and never come again', async ({ page }) => {
    await open(page, SCENE);
    const spacePlays = page.getByRole('button', { name: /^Space plays/ });
    await expect(spacePlays).toHaveCount(0);
    const drag = page.getByRole('button', { name: /^Drag the start/ });
    await expect(drag).toBeVisible();
    // The hint takes nothing away: the start has its coordinates all the same.
    await expect(page.locator('.marks')).toContainText('start (−4, 1)');
    await startHandle(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(drag).toHaveCount(0);
    await expect(spacePlays).toHaveCount(0);
    const unfold = page.getByRole('button', { name: /^(Open a run|Turn a slider)/ });
    await unfold.click();
    await expect(unfold).toHaveCount(0);
    await expect(spacePlays).toBeVisible();
    await expectNoAxeViolations(page);
    await page.keyboard.press('Space');
    await expect(spacePlays).toHaveCount(0);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Help' })).toBeVisible();
    await expect(spacePlays).toHaveCount(0);
    await expect(unfold).toHaveCount(0);
  });

  test('can all be hidden from the help', async ({ page }) => {
    await open(page, SCENE);
    await page.keyboard.press('?');
    await help(page).getByRole('button', { name: 'Hide them' }).click();
    await expect(help(page).getByRole('button', { name: 'Hide them' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await startHandle(page).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('button', { name: /hide this hint/ })).toHaveCount(0);
  });
});

test.describe('the data table', () => {
  test('has the focused run’s numbers, the playhead’s row marked and focused', async ({ page }) => {
    await open(page, SCENE);
    await expect(page.locator('.summary')).toContainText('Momentum, step 60 of 250');
    const loss = await exact(page, 'Momentum', 'loss');
    await page.getByRole('button', { name: 'Data table' }).click();
    await expect(
      table(page).getByRole('table', { name: /Momentum on .* from \(−4, 1\), 250 steps/ }),
    ).toBeVisible();
    const row = table(page).getByRole('row', { name: /^60 / });
    await expect(row).toHaveAttribute('aria-current', 'step');
    await expect(row.getByRole('button')).toBeFocused();
    await expect(row.getByRole('cell').nth(2)).toHaveAttribute('title', loss);
    await expect(row.getByRole('cell').last()).toHaveText('60');
  });

  test('is walked with the keys, and choosing a row takes the playhead there', async ({ page }) => {
    await open(page, SCENE);
    await page.getByRole('button', { name: 'Data table' }).click();
    await expect(table(page).getByRole('button', { name: '60', exact: true })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('ArrowUp');
    await expect(table(page).getByRole('button', { name: '70', exact: true })).toBeFocused();
    expect(await stepShown(page)).toBe(60);
    await page.keyboard.press('Enter');
    await expect(table(page).getByRole('row', { name: /^70 / })).toHaveAttribute('aria-current', 'step');
    await page.keyboard.press('End');
    await expect(table(page).getByRole('button', { name: '250', exact: true })).toBeFocused();
    await page.keyboard.press('Home');
    await expect(table(page).getByRole('button', { name: '0', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(table(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Data table' })).toBeFocused();
    await expect.poll(() => stepShown(page)).toBe(70);
  });

  test('is copied with all its digits', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, SCENE);
    await expect(page.locator('.summary')).toContainText('Momentum, step 60 of 250');
    const loss = await exact(page, 'Momentum', 'loss');
    await page.getByRole('button', { name: 'Data table' }).click();
    await page.getByRole('button', { name: 'Copy as CSV' }).click();
    await expect(table(page).getByRole('status')).toContainText('251 rows copied');
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).trimEnd().split('\n');
    expect(lines[0]).toBe('step,x,y,loss,gradient_norm,evaluations');
    expect(lines).toHaveLength(252);
    expect(lines[1].split(',').slice(0, 3)).toEqual(['0', '-4', '1']);
    expect(lines[61].split(',')[3]).toBe(loss);
  });

  test('of a long run has every so-manieth step, and every step around the playhead', async ({ page }) => {
    await open(page, LONG);
    await expect(page.locator('.summary')).toContainText('step 10,003 of 70,000');
    await page.getByRole('button', { name: 'Data table' }).click();
    await expect(table(page).getByText(/Every 4th step, and every step from 9,503 to 10,503/)).toBeVisible();
    const row = table(page).getByRole('row', { name: /^10,003 / });
    await expect(row).toHaveAttribute('aria-current', 'step');
    await expect(row.getByRole('cell').last()).toHaveText('10,003');
    await page.keyboard.press('End');
    await expect(table(page).getByRole('button', { name: '70,000', exact: true })).toBeFocused();
    await expect(table(page).getByRole('row', { name: /^69,996 / })).toBeVisible();
    await expect(table(page).getByRole('row', { name: /^69,997 / })).toHaveCount(0);
    // Choosing a step brings every step around it.
    await table(page).getByRole('textbox', { name: 'Go to step' }).fill('40,001');
    await page.keyboard.press('Enter');
    await expect(table(page).getByRole('row', { name: /^40,001 / })).toHaveAttribute('aria-current', 'step');
    await expect(table(page).getByRole('row', { name: /^40,001 / })).toBeInViewport();
  });
});
