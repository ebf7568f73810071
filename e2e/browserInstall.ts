import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Packages } from './browserSearch.ts';

const PLAYWRIGHT = createRequire(import.meta.url).resolve('@playwright/test/cli');

/** Longer than any download that still moves; a network that swallows packets must not hold the tests for ever. */
const PATIENCE_MS = 15 * 60_000;

/** Lets Playwright download its Chromium into the person's own cache; no rights needed. */
export function downloadBrowser(): Promise<boolean> {
  return run([process.execPath, PLAYWRIGHT, 'install', 'chromium']);
}

/** Debian's and Ubuntu's packages; without root's rights each of these fails. Playwright knows no other system's. */
export const APT: Packages = {
  installLibraries: () => runAsRoot([process.execPath, PLAYWRIGHT, 'install-deps', 'chromium']),
  async installBrowser() {
    // Lists that cannot be refreshed may still name the package: what counts is whether it installs.
    await runAsRoot(['apt-get', 'update', '-qq']);
    return runAsRoot([
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      'install',
      '-y',
      '-qq',
      'chromium',
    ]);
  },
};

/** As root directly, else through sudo when it asks for no password: a test run must not stop at a prompt. */
function runAsRoot(command: readonly [string, ...string[]]): Promise<boolean> {
  return process.getuid?.() === 0 ? run(command) : run(['sudo', '-n', ...command]);
}

/** Without a shell, the person seeing its output; whether it ended well. A program that is not there did not. */
function run([program, ...args]: readonly [string, ...string[]]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: PATIENCE_MS });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}
