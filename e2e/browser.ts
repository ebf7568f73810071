import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type LaunchOptions } from '@playwright/test';
import { APT, downloadBrowser } from './browserInstall.ts';
import { searchBrowser, type Candidate, type FoundBrowser } from './browserSearch.ts';

/**
 * Finds a Chromium on this computer that launches, installing one if there is none; `searchBrowser` has the order.
 * @throws Error with one sentence for the person, never a silent skip.
 */
export function findBrowser(): Promise<FoundBrowser> {
  const onPath = (name: string) => firstOnPath(name, process.env.PATH ?? '');
  return searchBrowser({
    env: process.env,
    onPath,
    launch: launchOnce,
    downloadBrowser,
    packages: onPath('apt-get') === undefined ? undefined : APT,
    say: (line) => console.log(line),
  });
}

/** What `chromium.launch` and the `launchOptions` of a Playwright project need to take this browser. */
export function launchOptions(browser: Pick<Candidate, 'executablePath' | 'channel'>): LaunchOptions {
  return {
    headless: true,
    ...(browser.executablePath ? { executablePath: browser.executablePath } : {}),
    ...(browser.channel ? { channel: browser.channel } : {}),
  };
}

async function launchOnce(candidate: Candidate): Promise<string> {
  const browser = await chromium.launch(launchOptions(candidate));
  try {
    // A browser can start and still fail at its first page, for want of shared memory or a library.
    await browser.newPage();
    return browser.version();
  } finally {
    await browser.close();
  }
}

function firstOnPath(name: string, path: string): string | undefined {
  const places = path.split(delimiter).filter((folder) => folder !== '');
  return places.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
