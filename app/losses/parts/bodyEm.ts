/** Pixels of the letters of the page. */
export function bodyEm(): number {
  return Number.parseFloat(getComputedStyle(document.body).fontSize);
}
