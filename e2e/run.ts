// `npm run test:e2e`: finds a browser, builds the app and runs Playwright on the build; arguments go on to Playwright.
// With --update-snapshots the reference screenshots are taken anew, and here becomes where they are compared.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { findBrowser } from './browser.ts';
import { isComparable, readBaseline, writeBaseline } from './browserBaseline.ts';
import type { FoundBrowser } from './browserSearch.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const BASELINE = fileURLToPath(new URL('screenshots/baseline.json', import.meta.url));
const PLAYWRIGHT = createRequire(import.meta.url).resolve('@playwright/test/cli');

/** Resolves with the code to exit with. */
async function main(args: readonly string[]): Promise<number> {
  // Building sets NODE_ENV for good; the tests get the environment as it was.
  const env = { ...process.env };
  const browser = await findBrowser();
  console.log(`Browser: ${browser.how}, version ${browser.version}.`);

  const here = { platform: process.platform, version: browser.version };
  const baseline = readBaseline(BASELINE);
  const updates = args.some((arg) => /^(-u|--update-snapshots(=.*)?)$/.test(arg));
  const compares = updates || isComparable(baseline, here);
  console.log(screenshotLine(updates, compares, baseline));

  await build({ root: ROOT, logLevel: 'warn' });
  const code = await runPlaywright(args, { ...env, ...browserEnv(browser, compares) });
  if (updates && code === 0) {
    mkdirSync(dirname(BASELINE), { recursive: true });
    writeBaseline(BASELINE, here);
  }
  return code;
}

function screenshotLine(
  updates: boolean,
  compares: boolean,
  baseline: ReturnType<typeof readBaseline>,
): string {
  if (updates) return 'Screenshots: taken anew, and compared with this browser from now on.';
  if (compares) return 'Screenshots: compared with the reference.';
  const reason = baseline
    ? `the reference is from ${baseline.platform}, ${baseline.version}`
    : 'there is no reference';
  return `Screenshots: not compared, only the geometry is checked (${reason}).`;
}

/** Read by playwright.config.ts. All are set: none may be left over from the person's own environment. */
function browserEnv(browser: FoundBrowser, compares: boolean): Record<string, string> {
  return {
    RAVINE_BROWSER_PATH: browser.executablePath ?? '',
    RAVINE_BROWSER_CHANNEL: browser.channel ?? '',
    RAVINE_COMPARE_SCREENSHOTS: compares ? '1' : '',
  };
}

/** The command line through this very Node: there is no `npx.cmd` that would need a shell. */
function runPlaywright(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [PLAYWRIGHT, 'test', ...args], {
      cwd: ROOT,
      env,
      stdio: 'inherit',
    });
    // Ctrl+C reaches the child as well, which then stops its server: wait for its end.
    process.on('SIGINT', () => {});
    // Playwright stops its server at SIGINT only; SIGTERM would leave it running and its port taken.
    process.on('SIGTERM', () => child.kill('SIGINT'));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
