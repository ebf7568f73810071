import { expect, type Page } from '@playwright/test';
import { inkOf, open, test } from './page.ts';

// Pictures are compared only where platform and browser version are those of the reference; elsewhere these tests
// still hold the geometry.
const OPENING =
  'v=1&p=rosenbrock,a1,b100&s=-1.5,2&n=300&r=sgd.001&r=momentum.001,m.9&r=adam.1&r=muon.02,m.95&view=t180,f2,u1&end';
const LEAVING = 'v=1&p=bowl,k20&s=-4,1&n=300&r=sgd.095&r=sgd.105&r=momentum.1,m.4&view=t300,f1&end';
const RAVINE = 'v=1&p=bowl,k20&s=-4,1&n=30&r=sgd.095&r=momentum.04,m.7&view=t14,f1,u1&end';
const CLOSE =
  'v=1&p=rosenbrock,a1,b100&s=-1.5,2&n=300&r=sgd.001&r=momentum.001,m.9&r=adam.1&r=muon.02,m.95' +
  '&view=t37,f2,w-1.45_-1.25_1.78_1.9,c:step&end';

/** The step that the panel is best known by: momentum's terms add up. */
const READ =
  'v=1&p=rosenbrock,a1,b100,scale1,rot0&s=-1.5,2&n=300&d=seed7,noise0,batch1&r=sgd.001;1&r=momentum.001,m.9,f0;2&view=t27,f1,w-1.38_-1.1_1.46_1.63,rd:&end';
// Pictures are those of a first visit: fonts come after the first drawing, and names look for their places again then.
test.use({ reuseContext: false });

const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 375, height: 812 },
];
const THEMES = ['light', 'dark', 'projector'] as const;

/** Opens a scene in a theme, for someone who knows all hints, and waits until it is drawn whole. */
async function show(page: Page, link: string, theme: (typeof THEMES)[number] = 'light'): Promise<void> {
  await page.addInitScript((name) => {
    localStorage.setItem('ravine-theme', name);
    localStorage.setItem('ravine-hints', '["start","unfold","play"]');
  }, theme);
  await open(page, link);
  await expect(page.locator('.summary')).toContainText(/step \d+ of \d+/);
  await page.evaluate(() => document.fonts.ready);
}

const picture = (page: Page, name: string) =>
  expect(page).toHaveScreenshot(`${name}.png`, { maxDiffPixelRatio: 0.005 });

/** The greatest difference between two channels of a pixel of the ground, of 255: it is one quiet slate everywhere. */
function mostSaturated(page: Page): Promise<number> {
  return page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.plot canvas.layer-ground');
    const data = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    let most = 0;
    for (let i = 0; i < data.length; i += 4) {
      const [red, green, blue] = [data[i], data[i + 1], data[i + 2]];
      most = Math.max(most, Math.max(red, green, blue) - Math.min(red, green, blue));
    }
    return most;
  });
}

for (const theme of THEMES)
  for (const viewport of SIZES) {
    const name = `${viewport.width}-${theme}`;
    test.describe(name, () => {
      test.use({ viewport });
      test(`the opening scene at step 180 looks as it did: ${name}`, async ({ page }) => {
        await show(page, OPENING, theme);
        await expect(page.locator('.summary')).toContainText('step 180 of 300');
        expect(await inkOf(page, 'heads')).toBeGreaterThan(300);
        await expect(page.locator('.katex').first()).toBeAttached();
        expect(await mostSaturated(page)).toBeLessThan(60);
        await picture(page, `opening-${name}`);
      });
    });
  }

test('a path that leaves the picture ends in an arrow on the frame, and a sentence in its row', async ({
  page,
}) => {
  await show(page, LEAVING);
  await expect(page.locator('.summary')).toContainText(/step 19\d of 300.*diverged/);
  await expect(page.getByText(/It diverged at step 19\d and left the picture/)).toBeVisible();
  // The arrow's tip is on the frame: the outermost pixels of the heads' layer are not empty.
  const edge = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.plot canvas.layer-heads');
    if (!canvas) return false;
    const { width, height } = canvas;
    const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
    return data?.some((value, i) => {
      const row = Math.floor(i / 4 / width);
      return i % 4 === 3 && value > 0 && (row < 2 || row >= height - 2);
    });
  });
  expect(edge).toBe(true);
  await picture(page, 'leaving');
});

test('SGD goes to and fro across the bowl while momentum glides, and the summary says so', async ({
  page,
}) => {
  await show(page, RAVINE);
  await expect(page.locator('.summary')).toContainText('SGD turned back at 13 of 14 steps');
  await expect(page.locator('.summary')).toContainText('Momentum never turned back');
  await picture(page, 'ravine');
});

test('close to the playhead each step has its dot, under a chart of step sizes', async ({ page }) => {
  await show(page, CLOSE);
  await expect(page.getByRole('tab', { name: 'Step size' })).toHaveAttribute('aria-selected', 'true');
  await picture(page, 'close');
});

test('the picker of problems shows each surface', async ({ page }) => {
  await show(page, OPENING);
  await page.getByRole('heading', { level: 1 }).getByRole('button').click();
  await expect(page.getByRole('dialog').locator('.katex').first()).toBeVisible();
  await expect(page.getByRole('dialog').locator('canvas').first()).toBeVisible();
  await picture(page, 'problems');
});

test('the picker of optimizers shows each one’s path', async ({ page }) => {
  await show(page, OPENING);
  await page.getByRole('button', { name: 'Add a run' }).click();
  await expect(page.getByRole('option', { name: /Newton/ })).toBeVisible();
  await picture(page, 'optimizers');
});

test('the help lists the keys and how to read the map', async ({ page }) => {
  await show(page, OPENING);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await picture(page, 'help');
});

test('a step is read: its rule with numbers, its arrows, and what it did', async ({ page }) => {
  await show(page, READ);
  await expect(page.locator('.step-panel .slot-text').first()).not.toBeEmpty();
  await expect(page.locator('.layer-arrows .katex').first()).toBeVisible();
  await picture(page, 'step');
});
