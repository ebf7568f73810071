import { renderToString } from 'katex';
import { describe, expect, test } from 'vitest';
import { OPTIMIZERS, type OptimizerId } from '../../src/optimizers/registry.ts';
import { formsOf, variantsOf } from '../../src/optimizers/variants.ts';
import { defaultsOf } from '../../src/specs/defaults.ts';
import { alignedRuleTex, ruleTex, symbolOf } from './ruleTex.ts';

const IDS = Object.keys(OPTIMIZERS) as OptimizerId[];
/** Parameters of a test surface, and of a 2 × 2 matrix. */
const DIMENSIONS = [2, 4];

/** What a reader sees of TeX: its text without markup, from KaTeX's own output. */
const typesetByKatex = (tex: string) =>
  renderToString(tex, { throwOnError: true, strict: 'error', output: 'html' });

describe.each(IDS)('the rule of %s', (id) => {
  const optimizer = OPTIMIZERS[id];
  const rules = DIMENSIONS.flatMap((n) =>
    variantsOf(optimizer.hyperparameters, n).map((variant) => ruleTex(optimizer, variant)),
  );
  const lines = [...new Set(rules.flat())];

  test('leaves no name without its symbol, in any variant', () => {
    expect(lines.filter((line) => line.includes('@') || line.includes('undefined'))).toEqual([]);
  });

  test('has a symbol for every name, which is never printed itself', () => {
    // Symbols are single letters; words stand only in TeX's commands and after \operatorname.
    const words = (line: string) =>
      line.replaceAll(/\\operatorname\{\w+\}|\\[A-Za-z]+/g, ' ').match(/[A-Za-z]{2,}/g) ?? [];
    expect(lines.flatMap(words)).toEqual([]);
  });

  test('is TeX that KaTeX takes, in any variant', () => {
    for (const line of lines) expect(() => typesetByKatex(line), line).not.toThrow();
  });

  test('is one formula of its lines, with an arrow each, which KaTeX takes', () => {
    for (const n of DIMENSIONS)
      for (const variant of variantsOf(optimizer.hyperparameters, n)) {
        const tex = alignedRuleTex(optimizer, variant);
        expect(() => typesetByKatex(tex), tex).not.toThrow();
        expect(tex.split(String.raw`\leftarrow`)).toHaveLength(ruleTex(optimizer, variant).length + 1);
        for (const row of tex.split(String.raw`\\`)) expect(row.match(/&/g)).toHaveLength(1);
      }
  });

  test('ends with what θ becomes, and says it once', () => {
    for (const rule of rules) {
      expect(rule.at(-1)).toMatch(/^\\theta \\leftarrow \\theta [+-]/);
      expect(rule.filter((line) => line.startsWith(String.raw`\theta \leftarrow`))).toHaveLength(1);
    }
  });

  test('has no line twice', () => {
    for (const rule of rules) expect(new Set(rule).size).toBe(rule.length);
  });
});

test('gradient descent reads: g is ∇f(θ), and θ becomes θ − ηg', () => {
  const { sgd } = OPTIMIZERS;
  const rule = ruleTex(sgd, defaultsOf(sgd.hyperparameters, [2, 1]));
  expect(rule.map((line) => line.replaceAll(/[{}]|\\,/g, '').replaceAll(/\s+/g, ' '))).toEqual([
    String.raw`g \leftarrow \nabla f(\theta)`,
    String.raw`\theta \leftarrow \theta -\eta g`,
  ]);
});

test('a name has its own symbol, whatever it is: a quantity, a hyperparameter, or one of every rule', () => {
  const { adam } = OPTIMIZERS;
  expect(symbolOf(adam, 'mHat')).toBe(String.raw`\hat m`);
  expect(symbolOf(adam, 'beta2')).toBe(String.raw`\beta_2`);
  expect(symbolOf(adam, 'lr')).toBe(symbolOf(adam, 'learningRate'));
});

test('KaTeX as these tests ask it does refuse what is no TeX', () => {
  expect(() => typesetByKatex(String.raw`\frac{1}{`)).toThrow();
  expect(() => typesetByKatex(String.raw`\nonsense`)).toThrow();
});

test('forms differ in their rules, so that the variants above are more than one', () => {
  const { adam } = OPTIMIZERS;
  const texts = formsOf(adam.hyperparameters, 2).map((form) => ruleTex(adam, form).join('\n'));
  expect(new Set(texts).size).toBe(texts.length);
});

test('lines that differ in their symbols alone stand side by side: m̂ and v̂ of Adam, and no others', () => {
  const { adam } = OPTIMIZERS;
  const rows = alignedRuleTex(adam, defaultsOf(adam.hyperparameters, [2, 1])).split(String.raw`\\`);
  expect(rows.map((row) => row.split(String.raw`\leftarrow`).length - 1)).toEqual([1, 1, 1, 2, 1]);
});
