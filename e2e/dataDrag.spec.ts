import { expect, type Page } from '@playwright/test';
import '../src/problems/data/atOnce.ts';
import { runToEnd } from '../src/engine/simulate.ts';
import { sceneFromLink } from '../src/scene/link.ts';
import { taskOf } from '../src/scene/scene.ts';
import { exact, open, startHandle, test } from './page.ts';

const NAMES = ['SGD', 'Adam', 'Momentum', 'Newton'];
const link = (step: number) =>
  `v=1&p=iris&n=1000&d=seed7,noise0,batch16&r=sgd.1;2&r=adam.1;3&r=momentum.05,m.9;4&r=newton.05;5&view=t${step},f1&end`;

interface Run {
  readonly run: number;
  readonly isLight: boolean;
}

declare global {
  interface Window {
    /** What the engine was asked for, in order, and what has come to its end. */
    engineRuns: { asked: Run[]; ended: Set<number> };
  }
}

/** Listens to what is said between the page and its engine. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const runs: Window['engineRuns'] = { asked: [], ended: new Set() };
    window.engineRuns = runs;
    window.Worker = class extends Worker {
      constructor(...from: ConstructorParameters<typeof Worker>) {
        super(...from);
        this.addEventListener('message', ({ data }) => {
          if (data.type === 'progress') for (const { run } of data.ended ?? []) runs.ended.add(run);
        });
      }
      override postMessage(message: unknown, ...rest: readonly never[]) {
        for (const { type, run, isLight } of [message].flat() as (Partial<Run> & { type?: string })[])
          if (type === 'run' && run !== undefined) runs.asked.push({ run, isLight: isLight === true });
        super.postMessage(message, ...rest);
      }
    };
  });
}

/** Waits until the newest runs that were asked for, one a name, have ended. @returns whether each was a light one */
async function newestEnded(page: Page): Promise<boolean[]> {
  const newest = () =>
    page.evaluate((count) => {
      const { asked, ended } = window.engineRuns;
      return asked.slice(-count).map(({ run, isLight }) => ({ isLight, hasEnded: ended.has(run) }));
    }, NAMES.length);
  await expect.poll(async () => (await newest()).every(({ hasEnded }) => hasEnded)).toBe(true);
  return (await newest()).map(({ isLight }) => isLight);
}

/** Loss and ‖∇f‖ of each run at the playhead, with all their digits. */
async function numbers(page: Page): Promise<string[]> {
  const all: string[] = [];
  for (const name of NAMES)
    for (const quantity of ['loss', 'gradient-norm'] as const) all.push(await exact(page, name, quantity));
  return all;
}

/** The same of the link's scene, computed without the page. */
function wholeNumbers(url: string, step: number): number[] {
  const { scene } = sceneFromLink(new URL(url).hash.slice(1));
  if (!scene) throw new Error(`${url} has no scene.`);
  return scene.runs.flatMap((run) => {
    const { pieces } = runToEnd(taskOf(scene, run));
    const rows = pieces.flatMap(({ losses, gradientNorms }) =>
      Array.from(losses, (loss, i) => [loss, gradientNorms[i]]),
    );
    return rows[step];
  });
}

/** The numbers once they have become others, and change no more: they follow a hand a few times a second. */
async function numbersAtRest(page: Page, before: readonly string[]): Promise<string[]> {
  let last = before.join();
  await expect
    .poll(
      async () => {
        const now = (await numbers(page)).join();
        const isSame = now === last && now !== before.join();
        last = now;
        return isSame;
      },
      { intervals: [200] },
    )
    .toBe(true);
  return numbers(page);
}

/** Takes hold of the start and moves it, in as many events as a hand makes. */
async function dragStart(page: Page): Promise<void> {
  const box = await startHandle(page).boundingBox();
  if (!box) throw new Error('There is no start to take hold of.');
  await page.mouse.move(box.x + 22, box.y + 22);
  await page.mouse.down();
  for (let i = 1; i <= 20; i++) await page.mouse.move(box.x + 22 + 4 * i, box.y + 22 - 3 * i);
}

for (const step of [1000, 437])
  test(`while the start is held over data in batches every run has its numbers at step ${step}, and keeps them when let go`, async ({
    page,
  }) => {
    await listen(page);
    await open(page, link(step));
    const before = await numbers(page);
    expect(await newestEnded(page)).toEqual(NAMES.map(() => false));

    await dragStart(page);
    // Light ones while it moved, and whole ones now that it holds still.
    await expect
      .poll(() => page.evaluate(() => window.engineRuns.asked.some(({ isLight }) => isLight)))
      .toBe(true);
    await expect.poll(() => newestEnded(page)).toEqual(NAMES.map(() => false));
    const held = await numbersAtRest(page, before);

    await page.mouse.up();
    // Another start than where Iris begins.
    await expect.poll(() => page.url()).toMatch(/&s=(?!-1\.5,4\.1&)/);
    // But for the last digits of a power, in which Node and browsers differ.
    const whole = wholeNumbers(page.url(), step);
    held.forEach((number, i) => expect(Number(number) / whole[i]).toBeCloseTo(1, 9));
    expect(await numbersAtRest(page, before)).toEqual(held);

    await page.getByRole('slider', { name: 'Step', exact: true }).fill('611');
    const there = wholeNumbers(page.url(), 611);
    (await numbersAtRest(page, held)).forEach((number, i) =>
      expect(Number(number) / there[i]).toBeCloseTo(1, 9),
    );
  });
