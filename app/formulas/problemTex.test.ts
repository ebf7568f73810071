import { renderToString } from 'katex';
import { describe, expect, test } from 'vitest';
import '../../src/problems/data/atOnce.ts';
import { PROBLEMS, type ProblemId } from '../../src/problems/registry.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import type { AnyValues } from '../../src/specs/spec.ts';
import { formulaTex, problemTex, symbolicTex } from './problemTex.ts';

const IDS = Object.keys(PROBLEMS) as ProblemId[];
const SCALES = [1, 0.25, 3e-9, 1e12];

/** Values that a person may give: the default, and numbers that are awkward to write. */
function parametersOf(id: ProblemId): AnyValues[] {
  const { parameters } = PROBLEMS[id];
  const defaults = defaultsOf(parameters);
  const numbers = Object.entries(parameters).flatMap(([name, { kind }]) => (kind === 'number' ? [name] : []));
  return [
    defaults,
    ...[-2.5, 4e-7, -3e21].map((value) => ({
      ...defaults,
      ...Object.fromEntries(numbers.map((name) => [name, value])),
    })),
  ];
}

/** What is read, without markup: MathML's own text. */
function textOf(tex: string): string {
  const html = renderToString(tex, { throwOnError: true, strict: 'error', output: 'mathml' });
  return html.replace(/<annotation[^>]*>.*<\/annotation>/s, '').replaceAll(/<[^>]*>/g, '');
}

describe.each(IDS)('the formula of %s', (id) => {
  const formulas = parametersOf(id).flatMap((params) => SCALES.map((scale) => formulaTex(id, params, scale)));

  test('leaves no parameter without its number', () => {
    for (const formula of formulas) expect(formula).not.toMatch(/@|undefined|NaN/);
  });

  test('is TeX that KaTeX takes', () => {
    for (const formula of formulas) expect(() => textOf(formula), formula).not.toThrow();
  });

  test('stands in symbols, too, each parameter’s own', () => {
    const tex = symbolicTex(id);
    expect(tex).not.toMatch(/@|undefined/);
    expect(() => textOf(tex), tex).not.toThrow();
    // Of data there is a loss ℓ of any kind, and neither its parameters nor those of the data.
    if ('loss' in PROBLEMS[id].parameters) expect(tex).toContain(String.raw`\ell(`);
    // What is said of the constants of matrix regression is left out, and with it its parameter.
    else if (id === 'matrix-regression') expect(tex).toMatch(/top\\right\)$/);
    else
      for (const { kind, symbol } of Object.values(PROBLEMS[id].parameters))
        // A choice is not a symbol of the formula, but another formula.
        if (kind === 'number') expect(tex).toContain(symbol);
  });

  test('never prints a power of ten as a product with e', () => {
    for (const formula of formulas) expect(formula).not.toMatch(/\de[-+]?\d/);
  });
});

describe('a number in a formula', () => {
  const rosenbrock = (a: number, b: number, scale = 1) =>
    formulaTex('rosenbrock', { a, b }, scale).replaceAll(/[{}]|\\,/g, '');

  test('is written as it was set', () => {
    expect(rosenbrock(1.5, 30)).toBe('f(x, y) = (1.5-x)^2+30(y-x^2)^2');
  });

  test('stands in parentheses where its sign or its power of ten would be misread', () => {
    expect(rosenbrock(-2, 30)).toContain('((-2)-x)^2');
    expect(rosenbrock(1.5, 4e-7)).toContain(String.raw`+(4 \cdot 10^-7)(y`);
  });

  test('is left out where it is a factor of 1, and only there', () => {
    expect(rosenbrock(1, 1)).toBe('f(x, y) = (1-x)^2+(y-x^2)^2');
    expect(formulaTex('rotated-bowl', { kappa: 1, angle: 30 }, 1)).toContain('(1,{1})');
  });

  test('may choose the whole formula, which then is that of step t', () => {
    const tex = (variant: string, scale = 1) =>
      problemTex({ id: 'reddi', params: { variant }, scale, rotation: 0 });
    expect(tex('theorem')).toMatch(/^f_t\(x\) = \\begin\{cases\}3x&.*bmod 3=1/);
    expect(tex('online')).toMatch(/1010x&.*bmod 101=1.*-10x/);
    expect(textOf(tex('online', 0.5))).toContain('1010');
    // Among many problems there is one line for it.
    expect(symbolicTex('reddi')).toMatch(/^3x.*dots$/);
  });

  test('multiplies the whole where the loss is scaled', () => {
    expect(rosenbrock(1.5, 30, 0.02)).toBe(String.raw`f(x, y) = 0.02 \left((1.5-x)^2+30(y-x^2)^2\right)`);
  });
});
