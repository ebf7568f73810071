import { describe, expect, test } from 'vitest';
import { MODIFIERS } from '../../src/modifiers/registry.ts';
import { OPTIMIZERS } from '../../src/optimizers/registry.ts';
import { PROBLEMS } from '../../src/problems/registry.ts';
import { SCHEDULES } from '../../src/schedules/registry.ts';
import type { Specs } from '../../src/specs/spec.ts';
import { symbolText, texSymbol } from './texSymbol.ts';

const FAMILIES: readonly Specs[] = [
  ...[OPTIMIZERS, MODIFIERS, SCHEDULES].flatMap((registry) =>
    Object.values(registry).map(({ hyperparameters }) => hyperparameters),
  ),
  ...Object.values(PROBLEMS).map(({ parameters }) => parameters),
];
const SYMBOLS = [...new Set(FAMILIES.flatMap((specs) => Object.values(specs).map(({ symbol }) => symbol)))];

describe('the symbol of a spec', () => {
  test.each(SYMBOLS)('%s is shown without a trace of TeX', (tex) => {
    expect(symbolText(tex)).not.toMatch(/[\\{}_^$]/);
    expect(symbolText(tex)).not.toBe('');
  });

  test('has Greek letters, accents and subscripts', () => {
    expect(symbolText(String.raw`\eta`)).toBe('η');
    expect(symbolText(String.raw`\hat m`)).toBe('m\u0302');
    expect(symbolText(String.raw`\tilde\theta`)).toBe('θ\u0303');
    expect(symbolText(String.raw`r \times c`)).toBe('r×c');
    expect(symbolText('f^*')).toBe('f*');
    expect(texSymbol(String.raw`\sigma_{\mathrm s}`)).toEqual([
      { text: 'σ', upright: false, below: [{ text: 's', upright: true, below: [] }] },
    ]);
    expect(texSymbol(String.raw`\beta_2`)).toEqual([
      { text: 'β', upright: false, below: [{ text: '2', upright: true, below: [] }] },
    ]);
    expect(texSymbol(String.raw`\eta_{\min}`)[0].below).toEqual([{ text: 'min', upright: true, below: [] }]);
  });

  test('that cannot be shown is a programmer’s error', () => {
    expect(() => texSymbol(String.raw`\frac12`)).toThrow(RangeError);
    expect(() => texSymbol(String.raw`\hat`)).toThrow(RangeError);
    expect(() => texSymbol('x^2')).toThrow(RangeError);
  });
});
