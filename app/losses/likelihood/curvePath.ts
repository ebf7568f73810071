import type { ChartFrame } from '../parts/LossChart.tsx';

/** Pixels between two points of a curve. */
const STEP = 2;

/** The path of a function on a chart, from edge to edge. What is no finite number is left out. */
export function curvePath({ x, y, width, height }: ChartFrame, of: (at: number) => number): string {
  const points: string[] = [];
  for (let px = 0; px <= width; px += STEP) {
    const value = y(of(x.invert(px)));
    // Far outside a path is only long.
    const py = Math.min(10 * height, Math.max(-10 * height, value));
    if (!Number.isNaN(py)) points.push(`${px} ${py.toFixed(2)}`);
  }
  return points.length === 0 ? '' : `M${points.join('L')}`;
}
