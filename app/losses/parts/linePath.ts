import type { Point } from '../../../src/losses/curves/sample.ts';
import type { ChartFrame } from './LossChart.tsx';

/** So many heights of the chart beyond its edges a line is drawn; what is further, or infinite, ends there. */
const BEYOND = 2;

/** A line as SVG path data. Where its value is not a number it has a gap. */
export function linePath({ x, y, height }: ChartFrame, line: readonly Point[]): string {
  let path = '';
  let isDown = false;
  for (const [atX, atY] of line) {
    if (Number.isNaN(atY)) {
      isDown = false;
      continue;
    }
    const down = Math.min((1 + BEYOND) * height, Math.max(-BEYOND * height, y(atY)));
    path += `${isDown ? 'L' : 'M'}${x(atX).toFixed(2)} ${down.toFixed(2)}`;
    isDown = true;
  }
  return path;
}
