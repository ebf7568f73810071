import { expect, type Locator, type Page } from '@playwright/test';

/** The panel that reads a step, as tests find it and read its numbers. */

export const BOWL = 'v=1&p=bowl,k20&s=-4,1&n=200&r=sgd.02';
export const FOUR =
  'v=1&p=rosenbrock,a1,b100&s=-1.5,2&n=300&r=sgd.001&r=momentum.001,m.9&r=adam.1&r=muon.02,m.95&view=t37,f2';
export const DIVERGING = 'v=1&p=bowl,k20&s=-4,1&n=300&r=sgd.105&view=t300,f0,rd:numbers&end';

export const heading = (page: Page) => page.getByRole('heading', { level: 2, name: /, step/ });
export const panel = (page: Page) => page.locator('.step-panel');
export const mode = (page: Page, name: string) =>
  page.getByRole('radiogroup', { name: 'What the equations show' }).getByRole('radio', { name });

/** As a hand does: the words are the target. */
export const chooseMode = (page: Page, name: string) =>
  page.locator('.step-foot').getByText(name, { exact: true }).click();

/** The lines of the rule whose left side is a name. */
export function line(page: Page, name: string): Locator {
  return page.locator('.step-line').filter({ has: page.locator(`[data-term="${name}"]`) });
}

/** The numbers of a line that change from step to step, as they stand there. */
export async function numbersOf(place: Locator): Promise<number[]> {
  return place.locator('.slot-text').evaluateAll((slots) =>
    slots.flatMap((slot) => {
      // What is not shown now is kept beside it for the step that shows it again.
      if (!slot.checkVisibility()) return [];
      const power = slot.querySelector('.slot-exponent')?.textContent ?? '';
      const mantissa = slot.firstChild?.textContent ?? '';
      const text = power === '' ? mantissa : `${mantissa.replace('×10', '')}e${power}`;
      return [Number(text.replaceAll('−', '-'))];
    }),
  );
}

/** x and y of gradient descent on ½(x² + 20y²) after so many steps of 0.02. */
function descended(steps: number): [number, number] {
  let [x, y] = [-4, 1];
  for (let i = 0; i < steps; i++) [x, y] = [x - 0.02 * x, y - 0.02 * 20 * y];
  return [x, y];
}

/** That two printed numbers are these, to the half of the last of three digits. */
function expectRounded(found: readonly number[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [i, x] of found.entries())
    expect(Math.abs(x - wanted[i])).toBeLessThanOrEqual(0.0051 * Math.abs(wanted[i]));
}

/** The gradient that the step at the playhead took, as the panel prints it last on its line. */
export async function expectGradientOf(page: Page, step: number): Promise<void> {
  await expect(heading(page)).toHaveText(`SGD, step ${step}`);
  const [x, y] = descended(step - 1);
  await expect
    .poll(async () => (await numbersOf(line(page, 'g').first())).slice(-2).map((g) => g.toPrecision(2)))
    .toEqual([x, 20 * y].map((g) => g.toPrecision(2)));
  expectRounded((await numbersOf(line(page, 'g').first())).slice(-2), [x, 20 * y]);
}
