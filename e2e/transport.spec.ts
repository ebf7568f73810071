import { expect, type Page } from '@playwright/test';
import { inFooter } from './footerPage.ts';
import { expectNoAxeViolations, open, pause, stepShown, test } from './page.ts';

const stepField = (page: Page) => page.getByRole('textbox', { name: 'Go to step' });
const stepsField = (page: Page) => page.getByRole('textbox', { name: 'Number of steps' });

const SCENE = 'v=1&p=bowl,k20&s=-4,1&n=250&r=sgd.02&r=momentum.02,m.8&r=adam.1&view=t60,f1&end';

test.describe('the step', () => {
  test('is typed: Enter goes there, and the keys play on from there', async ({ page }) => {
    await open(page, SCENE);
    await stepField(page).fill('37');
    await page.keyboard.press('Enter');
    await expect.poll(() => stepShown(page)).toBe(37);
    await expect(stepField(page)).toHaveValue('37');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => stepShown(page)).toBe(38);
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  test('that does not exist is refused with a sentence, and stays as it was typed', async ({ page }) => {
    await open(page, SCENE);
    await stepField(page).fill('1,250');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(/1,?250 is more than 250/);
    await expect(stepField(page)).toHaveValue('1,250');
    await expect(stepField(page)).toHaveAttribute('aria-invalid', 'true');
    expect(await stepShown(page)).toBe(60);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alert')).toBeHidden();
    await expect(stepField(page)).toHaveValue('60');
  });

  test('that is no number is refused as well', async ({ page }) => {
    await open(page, SCENE);
    await stepField(page).fill('forty');
    await stepField(page).blur();
    await expect(page.getByRole('alert')).toContainText('“forty” is not a number');
    await expect(stepField(page)).toHaveValue('forty');
  });

  test('runs along while playing, and typing pauses', async ({ page }) => {
    await open(page, SCENE);
    await page.keyboard.press('Space');
    await expect.poll(() => stepField(page).inputValue().then(Number)).toBeGreaterThan(70);
    await stepField(page).focus();
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await expect
      .poll(async () => (await stepField(page).inputValue()) === String(await stepShown(page)))
      .toBe(true);
  });
});

test.describe('the number of steps', () => {
  test('is typed as people write it, and undo brings the old one back', async ({ page }) => {
    await open(page, SCENE);
    await stepsField(page).fill('2e3');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('slider', { name: 'Step' })).toHaveAttribute('max', '2000');
    await expect(inFooter(page, 'Steps')).toHaveValue('2,000');
    await inFooter(page, 'Steps').fill('1,000,000');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('slider', { name: 'Step' })).toHaveAttribute('max', '1000000');
    await page.getByRole('button', { name: 'Play', exact: true }).focus();
    await page.keyboard.press('Control+z');
    await expect(stepsField(page)).toHaveValue('2,000');
    await page.keyboard.press('Control+z');
    await expect(stepsField(page)).toHaveValue('250');
    await page.keyboard.press('Control+Shift+z');
    await expect(stepsField(page)).toHaveValue('2,000');
  });

  for (const [typed, sentence] of [
    ['1e7', /more than 1,?000,?000/],
    ['0', /0 is less than 1/],
    ['2.5', /2\.5 is not a whole number/],
  ] as const)
    test(`${typed} is refused with a reason, and stays as it was typed`, async ({ page }) => {
      await open(page, SCENE);
      await inFooter(page, 'Steps').fill(typed);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toHaveText(sentence);
      await expect(inFooter(page, 'Steps')).toHaveValue(typed);
      await expect(stepsField(page)).toHaveValue('250');
      await expectNoAxeViolations(page);
    });

  test('below the playhead takes the playhead along', async ({ page }) => {
    await open(page, SCENE);
    await stepsField(page).fill('45');
    await page.keyboard.press('Enter');
    await expect.poll(() => stepShown(page)).toBe(45);
  });
});

test.describe('keys', () => {
  test('go by ten steps and by tenths', async ({ page }) => {
    await open(page, SCENE);
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => stepShown(page)).toBe(70);
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => stepShown(page)).toBe(50);
    await page.keyboard.press('PageDown');
    await expect.poll(() => stepShown(page)).toBe(75);
    await page.keyboard.press('PageUp');
    await page.keyboard.press('PageUp');
    await expect.poll(() => stepShown(page)).toBe(25);
  });

  test('do the same on the focused scrubber', async ({ page }) => {
    await open(page, SCENE);
    await page.getByRole('slider', { name: 'Step' }).focus();
    await page.keyboard.press('PageDown');
    await expect.poll(() => stepShown(page)).toBe(75);
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => stepShown(page)).toBe(65);
  });

  test('change nothing while one types', async ({ page }) => {
    await open(page, SCENE);
    await inFooter(page, 'Noise σ').focus();
    await page.keyboard.type('lth1?');
    await expect(page.getByRole('button', { name: 'Loop', exact: true })).toHaveAttribute(
      'aria-pressed',
      'false',
    );
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(inFooter(page, 'Noise σ')).toHaveValue('lth1?');
  });

  test('focus a run by its place, hide it, and undo that', async ({ page }) => {
    await open(page, SCENE);
    await page.keyboard.press('3');
    await expect(page.locator('.summary')).toContainText('Adam, step 60');
    await page.keyboard.press('h');
    await expect.poll(() => page.url()).toMatch(/r=adam[^&]*h/);
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.url()).not.toMatch(/r=adam[^&]*h/);
    await page.keyboard.press('Control+y');
    await expect.poll(() => page.url()).toMatch(/r=adam[^&]*h/);
  });

  test('turn the theme and copy the link', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await open(page, SCENE);
    for (const theme of ['dark', 'projector', 'light']) {
      await page.keyboard.press('t');
      await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    }
    await page.keyboard.press('c');
    await expect(page.getByText('Link copied.')).toBeVisible();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain('#v=1&p=bowl');
  });
});

test.describe('speed and loop', () => {
  test('the speed is chosen from a menu, by keyboard alone', async ({ page }) => {
    await open(page, SCENE);
    await page.getByRole('button', { name: 'Speed 1×' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitemradio', { name: '1×', exact: true })).toBeFocused();
    await expect(page.getByRole('menuitemradio', { name: '1×', exact: true })).toBeChecked();
    await expectNoAxeViolations(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Speed 4×' })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Speed 4×' })).toBeFocused();
  });

  test('brackets go through the speeds, to the slowest and the fastest', async ({ page }) => {
    await open(page, SCENE);
    for (let i = 0; i < 6; i++) await page.keyboard.press(']');
    await expect(page.getByRole('button', { name: 'Speed 16×' })).toBeVisible();
    for (let i = 0; i < 8; i++) await page.keyboard.press('[');
    await expect(page.getByRole('button', { name: 'Speed 0.25×' })).toBeVisible();
  });

  test('in a loop playback begins anew after its end', async ({ page }) => {
    await open(page, SCENE);
    await page.keyboard.press('l');
    await expect(page.getByRole('button', { name: 'Loop', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.keyboard.press('End');
    await page.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => stepShown(page)).toBe(240);
    await page.keyboard.press('Space');
    await expect.poll(() => stepShown(page)).toBe(250);
    await expect.poll(() => stepShown(page)).toBeLessThan(200);
    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  });

  test('a link brings both back', async ({ page }) => {
    await open(page, SCENE);
    await page.keyboard.press(']');
    await page.getByRole('button', { name: 'Loop', exact: true }).click();
    await expect.poll(() => page.url()).toMatch(/sp2.*lo1/);
    await page.reload();
    await expect(page.getByRole('button', { name: 'Speed 2×' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Loop', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 } });
  test('nothing is lost: step, ends, speed and loop are behind the number of the step', async ({ page }) => {
    await open(page, SCENE);
    await pause(page);
    const opener = page.getByRole('button', { name: /^Step 60 of 250/ });
    await opener.click();
    await expectNoAxeViolations(page);
    await page.getByText('4×', { exact: true }).click();
    await expect(page.getByRole('radio', { name: '4×', exact: true })).toBeChecked();
    await page.getByRole('button', { name: 'Loop', exact: true }).click();
    await page.getByRole('button', { name: 'To the end' }).click();
    await expect.poll(() => stepShown(page)).toBe(250);
    await page.getByRole('button', { name: 'To the start' }).click();
    await expect.poll(() => stepShown(page)).toBe(0);
    await stepField(page).fill('99');
    await page.keyboard.press('Enter');
    await expect.poll(() => stepShown(page)).toBe(99);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: /^Step 99 of 250/ })).toBeFocused();
  });

  test('the longest step number leaves the edge and the scrubber alone', async ({ page }) => {
    await open(page, 'v=1&p=bowl&s=-4,1&n=1000000&r=sgd.02&view=t500000&end');
    const opener = page.getByRole('button', { name: /^Step 500,000 of 1,000,000/ });
    await expect(opener).toBeVisible();
    const [box, scrubber] = await Promise.all([
      opener.boundingBox(),
      page.getByRole('slider', { name: 'Step' }).boundingBox(),
    ]);
    if (!box || !scrubber) throw new Error('Playback is not shown.');
    expect(box.x + box.width).toBeLessThanOrEqual(375 - 16);
    expect(scrubber.width).toBeGreaterThanOrEqual(100);
    expect(await opener.evaluate((button) => button.scrollWidth - button.clientWidth)).toBe(0);
  });

  test('every target of playback is at least 44 pixels', async ({ page }) => {
    await open(page, SCENE);
    await page.getByRole('button', { name: /^Step 60 of 250/ }).click();
    const sheet = page.getByRole('dialog', { name: 'Playback' });
    const targets = [
      ...(await page.getByRole('region', { name: 'Playback' }).getByRole('button').all()),
      ...(await sheet.getByRole('button').all()),
      ...(await sheet.locator('label').all()),
    ];
    expect(targets.length).toBeGreaterThan(12);
    for (const target of targets) {
      const box = await target.boundingBox();
      if (!box) continue;
      expect(Math.min(box.width, box.height), await target.innerText()).toBeGreaterThanOrEqual(44);
    }
  });
});
