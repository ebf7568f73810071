import { expect } from '@playwright/test';
import { expectNoAxeViolations, open, pause, startHandle, stepShown, test } from './page.ts';
import {
  BOWL,
  FOUR,
  DIVERGING,
  heading,
  panel,
  mode,
  chooseMode,
  line,
  numbersOf,
  expectGradientOf,
} from './readingPage.ts';
import { openUnfolded } from './runsPage.ts';

test('F opens the reading with the focus on its heading, and closes it with the focus back', async ({
  page,
}) => {
  await open(page, `${FOUR}&end`);
  await pause(page);
  await startHandle(page).focus();
  await page.keyboard.press('f');
  await expect(heading(page)).toHaveText('Adam, step 37');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('f');
  await expect(panel(page)).toHaveCount(0);
  await expect(startHandle(page)).toBeFocused();
});

test('the button of an unfolded run opens it, and the cross and Escape give the focus back to the button', async ({
  page,
}) => {
  await openUnfolded(page, 'Adam');
  const opener = page.getByRole('button', { name: 'Read this step' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await page.getByRole('button', { name: 'Close the reading' }).click();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener).toBeFocused();
});

test('the numbers are those of the step: they follow the arrow keys and the panel’s own buttons', async ({
  page,
}) => {
  await open(page, `${BOWL}&view=t7,f0,rd:numbers&end`);
  await expectGradientOf(page, 7);
  await page.keyboard.press('ArrowRight');
  await expectGradientOf(page, 8);
  await page.getByRole('button', { name: 'Next step' }).click();
  await expectGradientOf(page, 9);
  await page.getByRole('button', { name: 'Previous step' }).click();
  await expectGradientOf(page, 8);
  expect(await stepShown(page)).toBe(8);
});

test('while one steps, a hundred steps write numbers and typeset nothing anew', async ({ page }) => {
  await open(page, `${BOWL}&view=t40,f0,rd&end`.replace(',rd&', ',rd:both&'));
  await expectGradientOf(page, 40);
  await page.evaluate(() => {
    const lines = document.querySelector('.step-lines');
    const typeset: string[] = [];
    const seen = new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof HTMLElement && node.querySelector('.katex')) typeset.push(node.outerHTML);
    });
    if (lines) seen.observe(lines, { childList: true, subtree: true });
    Object.assign(window, { typeset });
  });
  const formulas = page.locator('.step-lines .katex-html');
  const before = await formulas.evaluateAll((all) => {
    all.forEach((element, i) => element.setAttribute('data-seen', String(i)));
    return all.length;
  });
  for (let i = 0; i < 100; i++) await page.keyboard.press('ArrowRight');
  await expectGradientOf(page, 140);
  await expect(page.locator('.step-lines .katex-html[data-seen]')).toHaveCount(before);
  expect(await page.evaluate(() => (window as unknown as { typeset: string[] }).typeset)).toEqual([]);
  // Behind small numbers in powers of ten come those of the first step, which are short.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expectGradientOf(page, 1);
  // At rest no place is wider than its number by more than a sign.
  const gaps = () =>
    page.locator('.step-lines [data-slot]').evaluateAll((slots) =>
      slots
        .filter((slot) => slot.checkVisibility())
        .map((slot) => {
          const written = document.createRange();
          written.selectNodeContents(slot.querySelector('.slot-text') ?? slot);
          return slot.getBoundingClientRect().width - written.getBoundingClientRect().width;
        }),
    );
  await expect.poll(async () => Math.max(...(await gaps()))).toBeLessThan(17);
});

test('symbols, numbers or both: a switch, which the link restores', async ({ page }) => {
  await open(page, `${BOWL}&view=t7,f0,rd:numbers&end`);
  await expectGradientOf(page, 7);
  await expect(mode(page, 'Numbers')).toBeChecked();
  const update = line(page, 'update').first().locator('.step-formula');
  await expect(update).not.toContainText('η', { useInnerText: true });
  await chooseMode(page, 'Symbols');
  await expect(update).toContainText('η', { useInnerText: true });
  expect(await numbersOf(page.locator('.step-lines'))).toEqual([]);
  await chooseMode(page, 'Both');
  await expect(update).toContainText('η', { useInnerText: true });
  expect((await numbersOf(page.locator('.step-lines'))).length).toBeGreaterThan(3);
  // Arrow keys choose among them.
  await mode(page, 'Both').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(mode(page, 'Numbers')).toBeChecked();
  await page.waitForURL(/rd:numbers/);
});

test('another run is read from inside, by its menu or by its number', async ({ page }) => {
  await open(page, `${FOUR},rd:both&end`);
  await expect(heading(page)).toHaveText('Adam, step 37');
  await page.getByRole('button', { name: 'Run: Adam. Read another' }).click();
  await page.getByRole('menuitemradio', { name: 'Momentum' }).click();
  await expect(heading(page)).toHaveText('Momentum, step 37');
  await expect(page.getByRole('heading', { level: 3, name: /^Momentum/ })).toBeVisible();
  await page.keyboard.press('4');
  await expect(heading(page)).toHaveText('Muon, step 37');
});

test('a term lights up wherever it stands: from the list of terms, from an equation, from its slider', async ({
  page,
}) => {
  await open(page, `${FOUR},rd:both&end`);
  const lit = (name: string) => page.locator(`.step-lines [data-term="${name}"].lit`);
  await expect(line(page, 'mHat').first()).toBeVisible();
  await expect(lit('mHat')).toHaveCount(0);
  // By keyboard: the list is one stop, the arrows up and down go through it.
  await page.getByRole('button', { name: 'parameters', exact: true }).focus();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowDown');
  const term = page.getByRole('button', { name: 'corrected average of the gradients', exact: true });
  await expect(term).toBeFocused();
  expect(await lit('mHat').count()).toBeGreaterThan(2);
  await expect(lit('g')).toHaveCount(0);
  // The other arrows still step.
  await page.keyboard.press('ArrowRight');
  await expect(heading(page)).toHaveText('Adam, step 38');
  await expect(term).toBeFocused();
  await page.locator('.step-lines [data-term="g"]').last().hover();
  await expect(lit('mHat')).toHaveCount(0);
  expect(await lit('g').count()).toBeGreaterThan(2);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('slider', { name: 'learning rate', exact: true }).focus();
  expect(await lit('lr').count()).toBeGreaterThan(0);
});

test('what a modifier and a schedule are set to has its slider too, and lights its symbol', async ({
  page,
}) => {
  await open(page, `${BOWL}*c.1!s.3&view=t7,f0,rd:both&end`);
  const lit = (name: string) => page.locator(`.step-lines [data-term="${name}"].lit`);
  await expect(line(page, 'update').first()).toBeVisible();
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('slider', { name: 'radius of the climb' }).focus();
  expect(await lit('sam.rho').count()).toBeGreaterThan(0);
  await page.locator('.step-setting[data-term="schedule-0.floor"]').getByRole('slider').focus();
  await expect(lit('sam.rho')).toHaveCount(0);
  expect(await lit('schedule-0.floor').count()).toBeGreaterThan(0);
  const before = await numbersOf(line(page, 'sam.climb').first());
  await page.getByRole('slider', { name: 'radius of the climb' }).press('ArrowRight');
  await expect.poll(() => numbersOf(line(page, 'sam.climb').first())).not.toEqual(before);
});

test('a slider of the panel turns η, and the numbers follow', async ({ page }) => {
  await open(page, `${BOWL}&view=t7,f0,rd:numbers&end`);
  await expectGradientOf(page, 7);
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  await page.getByRole('slider', { name: 'learning rate', exact: true }).focus();
  const before = await numbersOf(line(page, 'g').first());
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => numbersOf(line(page, 'g').first())).not.toEqual(before);
});

test('each line is said in words once it rests', async ({ page }) => {
  await open(page, `${BOWL}&view=t7,f0,rd:both&end`);
  const update = line(page, 'update').first().locator('.visually-hidden');
  await expect(update).toContainText(/eta/i);
  await expect(update).toContainText(/in numbers/);
});

test('at step 0 it says that there is no update yet, shows the rule in symbols, and goes to step 1', async ({
  page,
}) => {
  await open(page, `${BOWL}&view=t0,f0,rd:numbers&end`);
  await expect(heading(page)).toHaveText('SGD, step 0');
  await expect(panel(page)).toContainText('Step 0 is the start: no update yet.');
  await expect(line(page, 'g').first()).toBeVisible();
  expect(await numbersOf(page.locator('.step-lines'))).toEqual([]);
  await page.getByRole('button', { name: 'Go to step 1' }).click();
  await expectGradientOf(page, 1);
});

test('behind the end of a run that diverged it shows its last step and says so', async ({ page }) => {
  await open(page, DIVERGING);
  await expect(panel(page)).toContainText(
    /It diverged at step (\d+) and left the picture\. Step \1, its last/,
  );
  const said = (await panel(page).textContent()) ?? '';
  const last = /Step (\d+), its last/.exec(said)?.[1];
  await expect(heading(page)).toHaveText(`SGD, step ${last}`);
  expect((await numbersOf(line(page, 'g').first())).every(Number.isFinite)).toBe(true);
});

test('without runs it says so, and closes', async ({ page }) => {
  await open(page, 'v=1&p=bowl,k20&s=-4,1&n=30&view=rd:both&end');
  await expect(panel(page)).toContainText('There are no runs yet.');
  await page.keyboard.press('Escape');
  await expect(panel(page)).toHaveCount(0);
});

for (const theme of ['light', 'dark', 'projector'])
  test(`the panel has no fault that axe knows, and nothing runs over its edge: ${theme}`, async ({
    page,
  }) => {
    await page.addInitScript((name) => localStorage.setItem('ravine-theme', name), theme);
    await open(page, `${FOUR},rd:both&end`);
    await expect(line(page, 'update').first()).toBeVisible();
    await expectNoAxeViolations(page);
    const widths = await page
      .locator('.step-body, .step-head, .step-foot')
      .evaluateAll((parts) => parts.map(({ clientWidth, scrollWidth }) => scrollWidth - clientWidth));
    expect(Math.max(...widths)).toBeLessThanOrEqual(1);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 812 }, hasTouch: true });

  test('the tab of formulas reads the step, and leaving it ends the reading', async ({ page }) => {
    await open(page, `${BOWL}&view=t7,f0&end`);
    await page.getByRole('tab', { name: 'Formula' }).click();
    await expectGradientOf(page, 7);
    await expect(page.getByRole('tab', { name: 'Formula' })).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(page.getByRole('tab', { name: 'Chart' })).toBeFocused();
    await expect(panel(page)).toHaveCount(0);
    await page.keyboard.press('f');
    await expect(page.getByRole('tab', { name: 'Formula' })).toHaveAttribute('aria-selected', 'true');
    await expect(heading(page)).toBeFocused();
  });

  test('a link opens it, nothing is wider than the page, and each target is a thumb wide', async ({
    page,
  }) => {
    await open(page, `${FOUR},rd:both&end`);
    await expect(heading(page)).toHaveText('Adam, step 37');
    await expect(line(page, 'update').first()).toBeVisible();
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(375);
    const [shown, needed] = await panel(page).evaluate((element) => [
      element.clientWidth,
      element.scrollWidth,
    ]);
    expect(needed).toBeLessThanOrEqual(shown + 1);
    const small = await panel(page)
      .locator('button, summary, .segment')
      .evaluateAll((targets) =>
        targets.flatMap((target) => {
          const { width: across, height } = target.getBoundingClientRect();
          return across >= 44 && height >= 44 ? [] : [`${target.textContent} ${across} × ${height}`];
        }),
      );
    expect(small).toEqual([]);
    await expectNoAxeViolations(page);
  });
});
