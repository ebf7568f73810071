import { expect, test } from 'vitest';
import { evaluateTex } from '../equations/evaluateTex.ts';
import { LOSS_ERRATA, lossErratum } from './lossErrata.ts';

// Each number that an erratum names is computed anew.

const raw = String.raw;

/** The numbers after the signs of equality of a text. */
function stated(tex: string): number[] {
  return Array.from(tex.matchAll(/= (\d\.\d+)/g), ([, digits]) => Number(digits));
}

test('each says in one sentence what is printed and what is right', () => {
  expect(new Set(LOSS_ERRATA.map(({ id }) => id)).size).toBe(LOSS_ERRATA.length);
  for (const { sentence, printed, corrected } of LOSS_ERRATA) {
    expect(sentence).toMatch(/^\p{Lu}[^.]+(\d\.\d+[^.]*)*\.$/u);
    expect(printed).not.toBe(corrected);
  }
});

test('gaussian-sign: only the corrected density is greatest at the prediction, and adds up to 1', () => {
  const { printed, corrected } = lossErratum('gaussian-sign');
  const density = (tex: string, y: number, beta: number) =>
    Number(
      evaluateTex(
        tex
          .replaceAll(raw`(y_m - \hat y(\mathbf x_m, \mathbf w))`, '(@y - 0.4)')
          .replaceAll(raw`\beta`, '@beta'),
        { names: { y, beta }, functions: {} },
      ),
    );
  for (const beta of [0.5, 3]) {
    expect(density(corrected, 1.9, beta)).toBeLessThan(density(corrected, 0.4, beta));
    expect(density(printed, 1.9, beta)).toBeGreaterThan(density(printed, 0.4, beta));
    let area = 0;
    for (let y = -15; y < 16; y += 0.01) area += 0.01 * density(corrected, y, beta);
    expect(area).toBeCloseTo(1, 8);
  }
});

test('softmax-logarithm: the slide’s number is to base 10, the corrected ones are natural', () => {
  const { printed, corrected, sentence } = lossErratum('softmax-logarithm');
  // The slide cuts 0.06048 off.
  expect(stated(printed)).toEqual([Math.floor(-Math.log10(0.87) * 1e4) / 1e4]);
  const exact = Math.log1p(Math.exp(3.2 - 5.1) + Math.exp(-1.7 - 5.1));
  const right = [Number((-Math.log(0.87)).toFixed(3)), Number(exact.toFixed(4))];
  expect(stated(corrected)).toEqual(right);
  for (const number of right) expect(sentence).toContain(String(number));
});

test('categorical-logarithm: the slides’ numbers are to base 2, the corrected ones are natural', () => {
  const { printed, corrected, sentence } = lossErratum('categorical-logarithm');
  const [a, b] = [0.775, 0.936];
  expect(stated(printed)).toEqual([Number((-Math.log2(a)).toFixed(4)), Number((-Math.log2(b)).toFixed(3))]);
  const right = [a, b].map((p) => Number((-Math.log(p)).toFixed(3)));
  expect(stated(corrected)).toEqual(right);
  for (const number of right) expect(sentence).toContain(String(number));
});
