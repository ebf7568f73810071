import type { ChartStyle } from './drawCurves.ts';

/** A marker’s radius, of that of a head on the map; and the widest a line may be, at a height where curves lie close. */
const MARKER_PART = 0.64;
const WIDEST = 3;

/** Reads the theme’s custom properties, after the theme has been set on the root. */
export function readChartStyle(root: HTMLElement): ChartStyle {
  const computed = getComputedStyle(root);
  const pixels = (name: string) => Number.parseFloat(computed.getPropertyValue(name));
  const colors = new Map<string, string>();
  return {
    path: Math.min(WIDEST, pixels('--path')),
    marker: pixels('--head') * MARKER_PART,
    color(property) {
      const color = colors.get(property) ?? computed.getPropertyValue(property).trim();
      colors.set(property, color);
      return color;
    },
  };
}
