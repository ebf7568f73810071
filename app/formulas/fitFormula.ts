/** A formula is never set smaller than this part of its size; what is still too wide can be scrolled. */
const LEAST = 0.69;

/**
 * Sets a formula so small that it fits the width of its element, whose type has the size `--t-math`.
 * @param element that scrolls sideways; it takes the focus only where there is something to scroll
 */
export function fitFormula(element: HTMLElement): void {
  const { style } = element;
  style.fontSize = '';
  const part = element.clientWidth / element.scrollWidth;
  if (part < 1) style.fontSize = `calc(var(--t-math) * ${Math.max(LEAST, part - 0.005)})`;
  if (element.scrollWidth > element.clientWidth + 1) element.tabIndex = 0;
  else element.removeAttribute('tabindex');
}

/**
 * Fits what stands in an element from now on.
 * @returns what ends that
 */
export function keepFitted(element: HTMLElement): () => void {
  const fit = () => fitFormula(element);
  const resized = new ResizeObserver(fit);
  resized.observe(element);
  // A formula that was measured before KaTeX's fonts had come has another width in them.
  document.fonts.addEventListener('loadingdone', fit);
  return () => {
    resized.disconnect();
    document.fonts.removeEventListener('loadingdone', fit);
  };
}
