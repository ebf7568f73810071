import katex from 'katex';
import 'katex/dist/katex.min.css';

/** Renders TeX into an element. By `katex.render`, not to a string: the Content-Security-Policy strips inline styles of the latter. */
export function render(tex: string, element: HTMLElement): void {
  katex.render(tex, element, { throwOnError: false, strict: 'ignore', output: 'htmlAndMathml' });
}
