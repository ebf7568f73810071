import { expect, type Locator, type Page } from '@playwright/test';

/** What the map reads at a point, with all digits. */
export interface MapReading {
  readonly x: number;
  readonly y: number;
  readonly f: number;
  readonly slope: readonly [number, number];
}

export function surface(page: Page): Locator {
  return page.getByRole('application', { name: /^Map/ });
}

/** Where the plot stands on the page. */
export async function plotBox(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await page.locator('.plot').boundingBox();
  if (!box) throw new Error('There is no map.');
  return box;
}

/** Fulfilled when what a hand has changed is on screen. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** Moves the pointer to a place of the plot, in pixels from its top left. */
export async function pointAt(page: Page, x: number, y: number): Promise<void> {
  const box = await plotBox(page);
  await page.mouse.move(box.x + x, box.y + y);
  await drawn(page);
}

/** What stands in the readout. */
export async function reading(page: Page): Promise<MapReading> {
  const value = async (quantity: string) =>
    Number(await page.locator(`.readout data[data-quantity="${quantity}"]`).getAttribute('value'));
  return {
    x: await value('x'),
    y: await value('y'),
    f: await value('f'),
    slope: [await value('slope-x'), await value('slope-y')],
  };
}

/** What the map reads at a place of the plot. */
export async function readAt(page: Page, x: number, y: number): Promise<MapReading> {
  await pointAt(page, x, y);
  await expect(page.locator('.readout')).toBeVisible();
  return reading(page);
}

/** Where points of the plane stand on the plot as it is now, in pixels. */
export async function placesOn(page: Page): Promise<(point: { x: number; y: number }) => [number, number]> {
  const units = await unitsPerPixel(page);
  const { width, height } = await plotBox(page);
  const middle = await readAt(page, width / 2, height / 2);
  return ({ x, y }) => [width / 2 + (x - middle.x) / units, height / 2 - (y - middle.y) / units];
}

/** Units of the plane a pixel is wide. */
export async function unitsPerPixel(page: Page): Promise<number> {
  const { width } = await plotBox(page);
  const left = await readAt(page, 0.25 * width, 60);
  const right = await readAt(page, 0.75 * width, 60);
  return (right.x - left.x) / (0.5 * width);
}

/** Waits until the map is so many times as close as at first. */
export async function expectCloser(page: Page, first: number, factor: number): Promise<void> {
  await expect.poll(async () => first / (await unitsPerPixel(page))).toBeCloseTo(factor, 3);
}

/** Colours of a canvas layer in a part of the plot, row by row: red, green, blue and opacity, 0 to 255. */
export async function pixelsOf(
  page: Page,
  layer: string,
  [x, y, width, height]: readonly [x: number, y: number, width: number, height: number],
): Promise<readonly number[]> {
  return page.evaluate(
    ({ layer, x, y, width, height }) => {
      const source = document.querySelector(`.plot .layer-${layer}`) as HTMLCanvasElement;
      // On a canvas that is made to be read.
      const copy = Object.assign(document.createElement('canvas'), { width, height });
      const ctx = copy.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D;
      ctx.drawImage(source, x, y, width, height, 0, 0, width, height);
      return [...ctx.getImageData(0, 0, width, height).data];
    },
    { layer, x: Math.round(x), y: Math.round(y), width, height },
  );
}

/** A colour of the theme: red, green and blue. */
export async function themeColor(page: Page, name: string): Promise<readonly number[]> {
  const hex = await page.evaluate(
    (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim(),
    name,
  );
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
}
