import katex from 'katex';

/** Writes TeX into an element as MathML alone, for those who hear the page. */
export function renderHeard(tex: string, element: HTMLElement): void {
  katex.render(tex, element, { throwOnError: false, strict: 'ignore', output: 'mathml' });
}
