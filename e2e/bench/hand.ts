import { setTimeout as wait } from 'node:timers/promises';
import type { Locator, Page } from '@playwright/test';
import { startHandle } from '../page.ts';

/** Takes hold of something on the page, moves it about for so many milliseconds, and puts it back. */
export type Hand = (page: Page, milliseconds: number) => Promise<void>;

/** A mouse reports this often. */
const MOUSE_MILLISECONDS = 8;
/** Held where it was this long before it is let go: the full style comes back before. */
const HELD_MILLISECONDS = 300;
/** The start is moved so many pixels to each side. */
const START_REACH = [140, 90] as const;

/** The start, on a curve that does not close, at the speed of a hand. */
export const startHand: Hand = async (page, milliseconds) => {
  const handle = await boxOf(startHandle(page));
  const plot = await boxOf(page.locator('.plot'));
  const x = handle.x + handle.width / 2;
  const y = handle.y + handle.height / 2;
  // Away from the frame, where positions would be cut to the same one.
  const reach = [
    Math.min(START_REACH[0], x - plot.x - 20, plot.x + plot.width - x - 20),
    Math.min(START_REACH[1], y - plot.y - 20, plot.y + plot.height - y - 20),
  ] as const;
  await drag(page, [x, y], reach, milliseconds);
};

/** Anywhere on a page that follows the pointer as it is, as far about as the start. */
export const plainHand: Hand = async (page, milliseconds) => {
  const { x, y, width, height } = await boxOf(page.locator('canvas').first());
  await drag(page, [x + width / 2, y + height / 2], START_REACH, milliseconds);
};

/** A slider’s thumb, to and fro about its place. */
export function sliderHand(slider: (page: Page) => Locator): Hand {
  return async (page, milliseconds) => {
    const input = slider(page);
    const { x, y, width, height } = await boxOf(input);
    const part = await input.evaluate((element) => {
      const { min, max, value } = element as HTMLInputElement;
      return (Number(value) - Number(min)) / (Number(max) - Number(min));
    });
    // A thumb’s middle stays within the track by half its width.
    const thumb = 14;
    const at = x + thumb / 2 + part * (width - thumb);
    const reach = Math.min(45, at - x - thumb / 2, x + width - thumb / 2 - at);
    await drag(page, [at, y + height / 2], [reach, 0], milliseconds);
  };
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (!box) throw new Error('There is nothing to take hold of.');
  return box;
}

async function drag(
  page: Page,
  [x, y]: readonly [number, number],
  [reachX, reachY]: readonly [number, number],
  milliseconds: number,
): Promise<void> {
  await page.mouse.move(x, y);
  await page.mouse.down();
  const session = await page.context().newCDPSession(page);
  const began = performance.now();
  for (let now = 0; now < milliseconds; now = performance.now() - began) {
    // Chromium hands a page one move a frame, at its begin; sent sooner, two would come. This one is handled when it returns.
    await session.send('Input.dispatchMouseEvent', {
      type: 'mouseMoved',
      button: 'left',
      buttons: 1,
      x: x + reachX * Math.sin(now * 0.0031),
      y: y + reachY * Math.sin(now * 0.0047),
    });
    await wait(MOUSE_MILLISECONDS);
  }
  // Back to where it was, so that every turn is the same one.
  await page.mouse.move(x, y);
  await wait(HELD_MILLISECONDS);
  await page.mouse.up();
  await session.detach();
}
