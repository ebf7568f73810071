import { chromium } from '@playwright/test';
import { findBrowser, launchOptions } from '../browser.ts';
import { benchDrag } from './dragBench.ts';
import { benchLoad } from './loadBench.ts';
import { benchPlayback } from './playbackBench.ts';
import { benchScrub } from './scrubBench.ts';
import { serveBuild } from './serveBuild.ts';
import { benchStream } from './streamBench.ts';

/** The built app in a real Chromium, one measurement after the other, each in a fresh context. */
export async function benchApp(quick: boolean): Promise<void> {
  const found = await findBrowser();
  console.log(`\nBrowser: ${found.how}, version ${found.version}.`);
  const served = await serveBuild();
  const browser = await chromium.launch(launchOptions(found));
  try {
    await benchLoad(browser, served, quick);
    await benchDrag(browser, served.url, quick);
    await benchPlayback(browser, served.url, quick);
    await benchStream(browser, served.url, quick);
    await benchScrub(browser, served.url, quick);
  } finally {
    await browser.close();
    await served.close();
  }
}
