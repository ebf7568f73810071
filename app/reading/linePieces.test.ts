import { expect, test } from 'vitest';
import { printNumber } from '../../src/reading/printNumber.ts';
import type { ReadLine } from '../../src/reading/reading.ts';
import { linePieces } from './linePieces.ts';

const slow: ReadLine = {
  owner: 'lookahead',
  name: 'lookahead.phi',
  symbols: { left: String.raw`\phi`, right: 'a + b', when: String.raw`t \bmod k = 0`, where: [] },
  isComputed: true,
  when: { tex: String.raw`10 \bmod 5 = 0`, slots: [] },
  where: [],
  notes: [],
  relation: '≈',
  right: { tex: String.raw`\slot{0} + \slot{1}`, slots: [printNumber(1, 3), printNumber(2, 3)] },
  left: { tex: String.raw`\slot{0}`, slots: [printNumber(3, 3)] },
};
const texts = (...[line, mode]: Parameters<typeof linePieces>) =>
  linePieces(line, mode).map(({ tex }) => tex.trim());

test('in symbols it is the assignment, with its condition and no number', () => {
  expect(texts(slow, 'symbols')).toEqual([String.raw`\phi \leftarrow a + b \quad \text{if}\ t \bmod k = 0`]);
});

test('in numbers it is the name, what is put in, and what comes of it by the line’s own sign', () => {
  expect(texts(slow, 'numbers')).toEqual([
    String.raw`\phi = \slot{0} + \slot{1}`,
    String.raw`{} \relation \slot{0}`,
    String.raw`\quad 10 \bmod 5 = 0`,
  ]);
  expect(linePieces(slow, 'numbers')[1].relation).toBe('≈');
});

test('in both, the numbers follow the symbols, and belong together', () => {
  const pieces = linePieces(slow, 'both');
  expect(pieces.map(({ isSymbolic = false }) => isSymbolic)).toEqual([true, false, false, false]);
  expect(pieces[1].tex).toBe(String.raw`{}= \slot{0} + \slot{1}`);
});

test('where there is nothing to put in, the symbols stand for it', () => {
  expect(texts({ ...slow, right: null, when: null }, 'numbers')).toEqual([
    String.raw`\phi = a + b`,
    String.raw`{} \relation \slot{0}`,
  ]);
});

test('what a step does not compute states its value, and that it stays', () => {
  const kept = texts({ ...slow, isComputed: false, relation: '≈' }, 'numbers');
  expect(kept[0]).toBe(String.raw`\phi \relation \slot{0}`);
  expect(kept.at(-1)).toContain('it stays');
  expect(linePieces({ ...slow, isComputed: false }, 'numbers')[0].relation).toBe('=');
  expect(linePieces({ ...slow, isComputed: false }, 'both')[0].isQuiet).toBe(true);
});

test('before there is a step, every mode shows the symbols', () => {
  const { owner, name, symbols } = slow;
  expect(texts({ owner, name, symbols }, 'numbers')).toEqual(texts(slow, 'symbols'));
});
