import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isComparable, readBaseline, writeBaseline } from '../browserBaseline.ts';

const BASELINE = { platform: 'linux', version: '156.0.7' };
let folder = '';
let file = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ravine-baseline-'));
  file = join(folder, 'baseline.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('screenshots are comparable on the same platform with the same version only', () => {
  expect(isComparable(BASELINE, { platform: 'linux', version: '156.0.7' })).toBe(true);
  expect(isComparable(BASELINE, { platform: 'darwin', version: '156.0.7' })).toBe(false);
  expect(isComparable(BASELINE, { platform: 'linux', version: '157.0.1' })).toBe(false);
});

test('without a baseline nothing is comparable', () => {
  expect(readBaseline(file)).toBeUndefined();
  expect(isComparable(undefined, BASELINE)).toBe(false);
});

test('a written baseline reads back, without what it need not keep', () => {
  writeBaseline(file, { ...BASELINE, how: 'on PATH' } as typeof BASELINE);
  expect(readBaseline(file)).toEqual(BASELINE);
});

test.each(['', '[]', 'null', '{"platform": "linux"}', '{"platform": "linux", "version": 156}'])(
  'a baseline file of %j is refused with its name',
  (text) => {
    writeFileSync(file, text);
    expect(() => readBaseline(file)).toThrow(file);
  },
);
