import { defineConfig } from '@playwright/test';
import { launchOptions } from './e2e/browser.ts';

const port = process.env.RAVINE_E2E_PORT || '4199';
const baseURL = `http://127.0.0.1:${port}/`;

// e2e/run.ts finds the browser, builds the app and says whether screenshots are comparable here.
const browser = {
  executablePath: process.env.RAVINE_BROWSER_PATH ?? '',
  channel: process.env.RAVINE_BROWSER_CHANNEL ?? '',
};

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  snapshotPathTemplate: 'e2e/screenshots/{arg}{ext}',
  ignoreSnapshots: process.env.RAVINE_COMPARE_SCREENSHOTS !== '1',
  fullyParallel: true,
  workers: 2,
  // A test that passes only at the second try is a fault to find, and the report names it; no build is lost to it.
  retries: process.env.CI ? 1 : 0,
  forbidOnly: true,
  timeout: 60_000,
  reporter: 'list',
  // Two tests share two cores, each with a page, its workers and software rendering.
  expect: { timeout: 12_000 },
  use: {
    baseURL,
    // Each worker keeps one context and empties it between tests: a new one costs a fifth of a test's processor time.
    // e2e/keptPage.ts does it, and leaves the browser its cache.
    reuseContext: true,
    viewport: { width: 1280, height: 720 },
    locale: 'en-US',
    colorScheme: 'light',
    reducedMotion: 'no-preference',
    // Recording a trace of pages that move all the time doubles the time of the tests: RAVINE_TRACE=1 does it.
    trace: process.env.RAVINE_TRACE === '1' ? 'retain-on-failure' : 'off',
    launchOptions: launchOptions(browser),
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    // By Node itself: npx would add its own lines to the report.
    command: `node --import tsx e2e/serve.ts ${port}`,
    url: baseURL,
    reuseExistingServer: false,
  },
});
