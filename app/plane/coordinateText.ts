/** A coordinate with a fixed number of decimals, so that it does not shake while the pointer moves: −1.320, 12,500. */
export function coordinateText(value: number, decimals: number): string {
  const text = Math.abs(value).toLocaleString('en', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}
