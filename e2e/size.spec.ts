import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { test } from './page.ts';

/** What the page may load before its first paths, workers counted, in thousands of bytes after gzip. */
const MOST = 180;

/** The scripts that a built script imports statically, or starts as a worker. What it imports later is not among them. */
function askedBy(script: string): string[] {
  const imported = script.matchAll(
    /\bfrom\s*["']\.\/([\w.-]+\.js)["']|\bimport\s*["']\.\/([\w.-]+\.js)["']/g,
  );
  const started = script.matchAll(/new Worker\(new URL\([`"']([\w.-]+\.js)[`"']/g);
  return [...imported, ...started].flatMap(([, ...names]) => names.filter((name) => name !== undefined));
}

test('what must come before the first paths is small', () => {
  const folder = process.env.RAVINE_OUT || 'dist';
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const waiting = Array.from(html.matchAll(/(?:src|href)="\.\/([\w./-]+\.js)"/g), ([, path]) => path);
  expect(waiting.length).toBeGreaterThan(0);
  const sizes = new Map<string, number>();
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (sizes.has(path)) continue;
    const script = readFileSync(join(folder, path));
    sizes.set(path, gzipSync(script).length / 1000);
    waiting.push(...askedBy(script.toString()).map((name) => join('assets', name)));
  }
  const workers = [...sizes.keys()].filter((path) => /assets\/(?:engine|ground)-/.test(path));
  expect(workers).toHaveLength(2);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  expect(total, JSON.stringify(Object.fromEntries(sizes), null, 1)).toBeLessThanOrEqual(MOST);
});
