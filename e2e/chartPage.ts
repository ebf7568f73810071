import { expect, type Locator, type Page } from '@playwright/test';
import { sceneToLink } from '../src/scene/link.ts';
import { readScene } from '../src/scene/readScene.ts';

/** A run as JSON. */
export const run = (id: string, learningRate: number, more: Readonly<Record<string, unknown>> = {}) => ({
  optimizer: { id, hyperparameters: { learningRate } },
  ...more,
});

/** The link of a scene. */
export function linkOf(json: Readonly<Record<string, unknown>>): string {
  const { scene, issues } = readScene({ version: 1, ...json });
  expect(issues).toEqual([]);
  return sceneToLink(scene);
}

/** Three runs down Rosenbrock’s valley, 300 steps, the playhead at 90. */
export const VALLEY = linkOf({
  problem: { id: 'rosenbrock' },
  start: [-1.5, 2],
  steps: 300,
  runs: [run('sgd', 0.001), run('momentum', 0.001), run('adam', 0.1)],
  view: { playhead: 90, focus: 2 },
});

export const plot = (page: Page) => page.getByRole('slider', { name: 'Read the chart' });
export const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
/** The first and the last value of x on the chart. */
export const ends = async (page: Page) => [
  Number(await plot(page).getAttribute('aria-valuemin')),
  Number(await plot(page).getAttribute('aria-valuemax')),
];

export async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('There is nothing to point at.');
  return box;
}

/** The middle of the chart at a part of its width. */
export async function placeOn(page: Page, part: number, height = 0.5) {
  const box = await boxOf(plot(page));
  return { x: box.x + part * box.width, y: box.y + height * box.height };
}

export async function pointAt(page: Page, part: number, height = 0.5): Promise<void> {
  const { x, y } = await placeOn(page, part, height);
  await page.mouse.move(x, y);
}
