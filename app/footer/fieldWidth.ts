/** The width of a field that shows a number: a `ch` a digit, half of one a comma or point, which are narrower. */
export function fieldWidth(text: string, least = 2): string {
  const signs = text.replaceAll(/[^.,]/g, '').length;
  return `${Math.min(12, Math.max(least, text.length - signs / 2))}ch`;
}
