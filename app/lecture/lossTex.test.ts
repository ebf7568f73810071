import katex from 'katex';
import { expect, test } from 'vitest';
import { LOSSES } from '../../src/losses/registry.ts';
import { LOSS_ERRATA } from '../../src/lectures/lossErrata.ts';
import { PRINTED_LOSSES } from '../../src/lectures/lossForms.ts';
import { typeset } from '../../src/equations/equation.ts';

// KaTeX must understand every formula of a loss, the product's and the lectures', with nothing that it only tolerates.

const FORMULAS: readonly (readonly [place: string, tex: string])[] = [
  ...Object.entries(LOSSES).flatMap(([id, { equations, parameters, symbols }]) => {
    const names: Readonly<Record<string, string>> = {
      ...Object.fromEntries(Object.entries(parameters).map(([name, { symbol }]) => [name, symbol])),
      ...symbols,
    };
    return equations.map(({ right }) => [id, typeset(right, (name) => names[name])] as const);
  }),
  ...Object.entries(PRINTED_LOSSES).flatMap(([id, forms]) =>
    forms.flatMap(({ lecture, at, lines, usual, symbols }) =>
      [
        ...lines.map((line) => (typeof line === 'string' ? line : line[1])),
        ...(usual?.lines ?? []),
        ...symbols.flatMap(({ theirs, ours }) => [theirs, ours]),
      ].map((tex) => [`${id}, ${lecture}, ${at}`, tex] as const),
    ),
  ),
  ...LOSS_ERRATA.flatMap(({ id, printed, corrected }) => [[id, printed] as const, [id, corrected] as const]),
];

test('there is something to typeset', () => {
  expect(FORMULAS.length).toBeGreaterThan(150);
});

test.each(FORMULAS)('of %s KaTeX sets %s', (_place, tex) => {
  const html = katex.renderToString(String.raw`\displaystyle ${tex}`, {
    throwOnError: true,
    strict: 'error',
  });
  expect(html).not.toContain('katex-error');
});
