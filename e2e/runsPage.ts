import type { Locator, Page } from '@playwright/test';
import { readScene } from '../src/scene/readScene.ts';
import { sceneToLink } from '../src/scene/link.ts';
import { open, pause } from './page.ts';

/** Opens a scene given as JSON, and pauses. */
export async function openScene(page: Page, json: Readonly<Record<string, unknown>>): Promise<void> {
  const { scene, issues } = readScene(json);
  if (issues.length > 0) throw new Error(issues.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  await open(page, sceneToLink(scene));
  await pause(page);
}

/** The opening scene, paused, with a run's row unfolded. */
export async function openUnfolded(page: Page, name: string): Promise<void> {
  await open(page);
  await pause(page);
  const details = page.getByRole('button', { name: `Settings of ${name}`, exact: true });
  if ((await details.getAttribute('aria-expanded')) === 'false') await details.click();
}

export function runRow(page: Page, name: string): Locator {
  return page.getByRole('row', { name: new RegExp(`^Focus ${name} `) });
}

export function focusButton(page: Page, name: string): Locator {
  return page.getByRole('button', { name: `Focus ${name}`, exact: true });
}

/** What all runs are called, in the order of the list. */
export function namesOf(page: Page): Promise<string[]> {
  return page
    .locator('.runs')
    .getByRole('button', { name: /^Focus / })
    .evaluateAll((buttons) =>
      buttons.map((button) => (button.getAttribute('aria-label') ?? '').replace('Focus ', '')),
    );
}

/** The slider of a hyperparameter of the unfolded run, and the field beside it. */
export function sliderOf(page: Page, label: string): Locator {
  return page.getByRole('slider', { name: label, exact: true });
}

export function fieldOf(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label, exact: true });
}

/** What can be done with the unfolded run. */
export function action(page: Page, name: string): Locator {
  return page.locator('.run-actions').getByRole('button', { name, exact: true });
}
