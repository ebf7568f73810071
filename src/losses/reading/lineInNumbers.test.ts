import { expect, test } from 'vitest';
import { evaluateTex } from '../../equations/evaluateTex.ts';
import { numberTex } from '../../reading/printNumber.ts';
import { normal, uniform } from '../../random/draws.ts';
import { likelihoodLines } from '../likelihood/lines.ts';
import { lineInNumbers, resultTex, type NumbersLine } from './lineInNumbers.ts';
import { shownLine } from './shownLine.ts';

test('whoever redoes a printed sum gets the printed result', () => {
  let lines = 0;
  for (let seed = 1; seed <= 100; seed++) {
    const points = Array.from(
      { length: 1 + (seed % 9) },
      (_, i) => Math.round(200 * normal(seed, 'data', 0, i)) / 100,
    );
    const beta = Number((10 ** (2 * uniform(seed, 'data', 1, 0) - 1)).toPrecision(3));
    const mu = points.map(() => Math.round(80 * uniform(seed, 'data', 2, 0) - 40) / 10);
    for (const noise of ['gaussian', 'laplace'] as const)
      for (const line of Object.values(likelihoodLines(noise, beta, mu, points)) as NumbersLine[]) {
        if (line.relation === '≈') continue;
        lines += 1;
        const printed = Number(
          numberTex(line.result)
            .replace(String.raw` \times 10^{`, 'e')
            .replace('}', ''),
        );
        const sum = evaluateTex(line.right, { names: {}, functions: {} });
        expect(Math.abs(Number(sum) - printed), `${line.right} = ${printed}`).toBeLessThanOrEqual(
          unitOf(line) / 2 + 1e-12 * Math.abs(printed),
        );
      }
  }
  expect(lines).toBeGreaterThan(590);
});

/** One of the last digit of a printed result. */
function unitOf({ result: { mantissa, exponent } }: NumbersLine): number {
  return 10 ** ((exponent ?? 0) - (mantissa.split('.')[1]?.length ?? 0));
}

test('negative numbers stand in brackets where they follow something, and where they are raised', () => {
  const line = lineInNumbers('@a + @b \\cdot (@c - @d)^2 + @b^2', { set: { a: -1, b: -2, c: -3, d: -4 } }, 1);
  expect(line.right).toBe('-1 + (-2) \\cdot (-3 - (-4))^2 + (-2)^2');
  expect(line.relation).toBe('=');
  expect(resultTex(line)).toBe('= 1.00');
});

test('what is set keeps its digits, what is computed has as many as the result needs', () => {
  const line = lineInNumbers(
    '@w \\cdot @a',
    { set: { w: 0.125 }, computed: { a: 3.71828 } },
    0.125 * 3.71828,
  );
  expect(line).toMatchObject({ right: '0.125 \\cdot 3.72', relation: '=' });
  const near = lineInNumbers('@a - @b', { set: {}, computed: { a: 1.23456, b: 1.23123 } }, 0.00333);
  expect(near).toMatchObject({ right: '1.23456 - 1.23123', relation: '=' });
});

test('∞ · 0 is printed, and is no number', () => {
  const line = lineInNumbers('@a \\cdot @b', { set: {}, computed: { a: Infinity, b: 0 } }, Number.NaN);
  expect(line.right).toBe(String.raw`\infty \cdot 0`);
  expect(resultTex(line)).toBe(String.raw`= \mathrm{NaN}`);
});

/** A line in slots with its numbers written in. */
function filled({ slotted: { tex, slots } }: NumbersLine): string {
  return tex
    .replaceAll(/\\slot\{(\d+)\}/g, (_, i: string) => numberTex(slots[Number(i)]))
    .replaceAll(/[{}]/g, '');
}

test('numbers in slots say the same, and TeX stays as it is when signs and powers of ten change', () => {
  const template = String.raw`@a - @b \cdot @c^2`;
  const lines = [
    [1, 2, 3],
    [-1, 2, -3],
    [2.5e-7, -4, 1e-9],
  ].map(([a, b, c]) => lineInNumbers(template, { set: { a, b, c } }, 1));
  for (const line of lines) {
    expect(filled(line)).toBe(line.right.replaceAll(/[{}]/g, ''));
    expect(line.slotted.tex).toBe(lines[0].slotted.tex);
  }
  expect(lines[1].right).toBe(String.raw`-1 - 2 \cdot (-3)^2`);
  expect(shownLine('C', null, lines[1])).toMatchObject({
    plain: String.raw`C = -1 - 2 \cdot (-3)^2 \approx 1.00`,
    relation: '≈',
  });
});

test('numbers that say no more than the result are left out', () => {
  const line = lineInNumbers('@a', { set: {}, computed: { a: 5.14159 } }, 5.14159);
  expect(shownLine('z', 'a', line)).toMatchObject({
    tex: String.raw`z = a \relation \slot{0}`,
    plain: 'z = a = 5.14',
  });
});
