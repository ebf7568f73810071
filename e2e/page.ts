import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Locator, type Page } from '@playwright/test';
import { test as base } from './keptPage.ts';

/** A test that fails when the page logs an error, throws, is refused something by its policy, or asks another origin. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ page, baseURL }, use) => {
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(baseURL ?? '') && !url.startsWith('data:') && !url.startsWith('blob:'))
          complaints.push(`asked ${url}`);
      });
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens a scene by its link, without `#`; nothing opens the opening scene. */
export async function open(page: Page, link = ''): Promise<void> {
  await page.goto(link === '' ? './' : `./#${link}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

export function startHandle(page: Page): Locator {
  return page.getByRole('button', { name: /^Start point/ });
}

/** A run's number at the playhead with all its digits, once it has come. */
export async function exact(page: Page, name: string, quantity: 'loss' | 'gradient-norm'): Promise<string> {
  const row = page.getByRole('row', { name: new RegExp(`^Focus ${name}`) });
  const number = row.locator(`data[data-quantity="${quantity}"]`);
  await expect(number).toHaveAttribute('value', /./);
  return (await number.getAttribute('value')) ?? '';
}

/** The step that the scrubber announces. */
export async function stepShown(page: Page): Promise<number> {
  const text =
    (await page.getByRole('slider', { name: 'Step', exact: true }).getAttribute('aria-valuetext')) ?? '';
  return Number(/^Step ([\d,]+)/.exec(text)?.[1].replaceAll(',', '') ?? Number.NaN);
}

/** Pauses, so that nothing moves any more, and waits until every run has come as far as the playhead. */
export async function pause(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Pause' });
  // A short run may end between the look and the click, which then has nothing to click on.
  if (await button.isVisible()) await button.click({ timeout: 3000 }).catch(() => undefined);
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const loss = '.runs data[data-quantity="loss"]';
  await expect(page.locator(`${loss}:not([value]), ${loss}[value=""]`)).toHaveCount(0);
}

/** So often axe looks anew because something faded while it looked. */
const AXE_LOOKS = 5;

/** @param include what is looked at; the whole page by default */
export async function expectNoAxeViolations(page: Page, include?: string): Promise<void> {
  let violations: string[] = [];
  for (let look = 0; look < AXE_LOOKS; look++) {
    // What is still fading in has not its own contrast yet.
    await page.evaluate(async () => {
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
      for (const kind of ['transitionrun', 'animationstart'])
        document.addEventListener(kind, () => (document.documentElement.dataset.faded = 'yes'));
      document.documentElement.dataset.faded = 'no';
    });
    // Without frames of other origins one run sees all, and no page is opened to gather results in. What passes is not
    // listed with all its places: to name each of them is a third of axe's work.
    const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const found = (await (include === undefined ? builder : builder.include(include)).analyze()).violations;
    violations = found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    const faded = await page.evaluate(() => document.documentElement.dataset.faded === 'yes');
    if (violations.length === 0 || !faded) break;
  }
  expect(violations).toEqual([]);
}

/** The layers of the map, lowest first. */
export type Layer = 'ground' | 'ahead' | 'halos' | 'focus' | 'others' | 'hovered' | 'heads';

/** The number of pixels that are painted on a canvas of the map. */
export async function inkOf(page: Page, layer: Layer): Promise<number> {
  return page.evaluate((name) => {
    const canvas = document.querySelector<HTMLCanvasElement>(`.plot canvas.layer-${name}`);
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let ink = 0;
    for (let i = 3; i < data.length; i += 4) if (data[i] > 0) ink += 1;
    return ink;
  }, layer);
}
