import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { expect, test } from '@playwright/test';
import { stepShown } from './page.ts';

// A plain static host: no headers of ours, and the app in some folder of it.
const FOLDER = '/courses/2026/ravine/';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

let server: Server;
test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').pathname;
    const file = path === FOLDER ? 'index.html' : normalize(path.slice(FOLDER.length));
    if (!path.startsWith(FOLDER) || file.startsWith('..')) {
      response.writeHead(404).end();
      return;
    }
    readFile(join(process.env.RAVINE_OUT || 'dist', file)).then(
      (content) =>
        response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'text/plain' }).end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
});
test.afterAll(() => server.close());

test('the app runs from any folder of a static host, and asks for nothing outside it', async ({ page }) => {
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const elsewhere: string[] = [];
  const failed: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin + FOLDER) && !url.startsWith('data:') && !url.startsWith('blob:'))
      elsewhere.push(url);
  });
  page.on('response', (response) => {
    if (!response.ok()) failed.push(response.url());
  });
  await page.goto(origin + FOLDER);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rosenbrock’s valley');
  await expect.poll(() => stepShown(page)).toBeGreaterThan(5);
  await expect(page.locator('.katex').first()).toBeAttached();
  expect(elsewhere).toEqual([]);
  expect(failed).toEqual([]);
  // Its own policy holds there too.
  expect(
    await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content'),
  ).not.toContain('unsafe');
});
