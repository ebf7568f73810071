import katex from 'katex';
import 'katex/dist/katex.min.css';

/**
 * `\term{name}{…}` marks what belongs to a name of the equations, `\slot{i}` the place of number i, which needs room for
 * an exponent above it, and `\relation` the sign between two sides.
 */
const MACROS: Readonly<Record<string, string>> = {
  [String.raw`\term`]: String.raw`\htmlData{term=#1}{#2}`,
  [String.raw`\slot`]: String.raw`\htmlData{slot=#1}{\vphantom{0^0}0}`,
  [String.raw`\relation`]: String.raw`\mathrel{\htmlData{relation=}{=}}`,
};

/**
 * Renders TeX of the panel into an element, for the eye alone: what a screen reader says of it stands beside it.
 * It marks its parts by data attributes; every other command that could reach out of the formula is refused.
 */
export function renderReading(tex: string, element: HTMLElement): void {
  katex.render(tex, element, {
    throwOnError: false,
    strict: 'ignore',
    output: 'html',
    macros: { ...MACROS },
    trust: ({ command }) => command === String.raw`\htmlData`,
  });
}
