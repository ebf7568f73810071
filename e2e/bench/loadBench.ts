import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Request } from '@playwright/test';
import { installProbe } from './pageProbe.ts';
import type { ServedBuild } from './serveBuild.ts';
import { greatest, median } from './statistics.ts';
import { atMost, figure, printTable, UNITS, type Row } from './table.ts';

/** The budget of the first load. */
const SCRIPT_KILOBYTES = 180;
/** Formulas arrive later: what their chunk is called. */
const LATER = /katex/i;

/** A script that a load asked for. */
interface Script {
  readonly file: string;
  readonly kilobytes: number;
  /** Milliseconds from the navigation's start; NaN if it was asked for by something that does not say when. */
  readonly at: number;
}

interface Load {
  /** Milliseconds until the main thread had finished the frame with the first whole paths. */
  readonly painted: number;
  readonly scripts: readonly Script[];
  readonly elsewhere: number;
}

/** A first visit, with nothing cached: until the opening scene's paths are painted, and what had to come for that. */
export async function benchLoad(browser: Browser, served: ServedBuild, quick: boolean): Promise<void> {
  const loads: Load[] = [];
  for (let i = 0; i < (quick ? 3 : 9); i++) loads.push(await loadOnce(browser, served));
  const { milliseconds, kilobytes, count } = UNITS;
  const painted = median(loads.map((load) => load.painted));
  const scripts = loads[0].scripts.map(({ file, kilobytes: size }) => ({
    file,
    kilobytes: size,
    at: median(loads.map((load) => load.scripts.find((script) => script.file === file)?.at ?? Number.NaN)),
  }));
  const sum = (chosen: readonly Script[]) => chosen.reduce((total, script) => total + script.kilobytes, 0);
  // What does not say when it was asked for counts as early.
  const early = scripts.filter(({ at }) => !(at >= painted));
  const needed = early.filter(({ file }) => !LATER.test(file));
  const each = scripts.map(({ file, kilobytes: size, at }): Row =>
    figure(`  ${file}, asked for at ${at.toFixed(0)} ms`, size, kilobytes),
  );
  printTable(
    '3a. First load of the opening scene, 1280×720',
    [
      figure('navigation to first paths painted', painted, milliseconds),
      atMost('script for the first paths, workers counted', sum(needed), kilobytes, SCRIPT_KILOBYTES),
      atMost('all script asked for before them', sum(early), kilobytes, SCRIPT_KILOBYTES),
      ...each,
      atMost('requests to other origins', greatest(loads.map(({ elsewhere }) => elsewhere)), count, 0),
    ],
    [`Bytes after gzip; times are medians of ${loads.length} visits.`],
  );
}

async function loadOnce(browser: Browser, { url, folder }: ServedBuild): Promise<Load> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
  try {
    await installProbe(context);
    const page = await context.newPage();
    const requests: Request[] = [];
    context.on('request', (request) => requests.push(request));
    await page.goto(url);
    const first = await page.waitForFunction(() =>
      window.ravineProbe.paints.find(({ shows, done }) => shows >= 0 && done > 0),
    );
    const painted = (await first.jsonValue())?.done ?? Number.NaN;
    await page.waitForLoadState('networkidle');
    const origin = await page.evaluate(() => performance.timeOrigin);
    const here = requests.filter((request) => request.url().startsWith(url));
    return {
      painted,
      elsewhere: requests.filter((request) => isElsewhere(request.url(), url)).length,
      // What a worker asks for that the page has, or the other worker, comes from the cache: each file counts once.
      scripts: here
        .map((request) => ({ file: new URL(request.url()).pathname.slice(1), request }))
        .filter(
          ({ file }, i, all) => file.endsWith('.js') && all.findIndex((other) => other.file === file) === i,
        )
        .map(({ file, request }) => ({
          file,
          kilobytes: gzipSync(readFileSync(join(folder, file))).length / 1000,
          at: request.timing().startTime - origin,
        })),
    };
  } finally {
    await context.close();
  }
}

function isElsewhere(address: string, url: string): boolean {
  return !address.startsWith(url) && !/^(data|blob):/.test(address);
}
