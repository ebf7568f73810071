import katex from 'katex';
import { expect, test } from 'vitest';
import { ERRATA } from '../../src/lectures/errata.ts';
import { PRINTED } from '../../src/lectures/forms.ts';

// KaTeX must understand every formula that is quoted from a lecture, with nothing that it only tolerates.

const QUOTED: readonly (readonly [place: string, tex: string])[] = [
  ...Object.values(PRINTED)
    .flatMap((family) => Object.values(family))
    .flat()
    .flatMap(({ lecture, at, lines, usual, symbols }) =>
      [
        ...lines.map((line) => (typeof line === 'string' ? line : line[1])),
        ...(usual?.lines ?? []),
        ...symbols.flatMap(({ theirs, ours }) => [theirs, ours]),
      ].map((tex) => [`${lecture}, ${at}`, tex] as const),
    ),
  ...ERRATA.flatMap(({ id, printed, corrected }) => [[id, printed] as const, [id, corrected] as const]),
];

test('there is something to typeset', () => {
  expect(QUOTED.length).toBeGreaterThan(300);
});

test.each(QUOTED)('of %s KaTeX sets %s', (_place, tex) => {
  const html = katex.renderToString(String.raw`\displaystyle ${tex}`, {
    throwOnError: true,
    strict: 'error',
  });
  expect(html).not.toContain('katex-error');
});
