import { describe, expect, test } from 'vitest';
import { gradientMoments } from '../../src/engine/gradientScatter.ts';
import { toPixel } from './figure.ts';
import { scatterScale } from './scatterScale.ts';

const GRADIENTS = Float64Array.of(3, -2, 0.5, 1, -4, 7, 2, 2.5, -1, 0);
const moments = gradientMoments(GRADIENTS, 5);
const [width, height] = [120, 400];

describe('the plane of the gradient', () => {
  const scatter = { gradient: [0.1, 1.7], moments, dots: GRADIENTS } as const;
  const { x, y, tick } = scatterScale(scatter, 0.5, width, height);

  test('has 0, the gradient and every dot in sight, on one scale', () => {
    const points = [0, 0, 0.1, 1.7, ...GRADIENTS];
    for (let k = 0; k < points.length; k += 2) {
      const [px, py] = [toPixel(x, points[k]), toPixel(y, points[k + 1])];
      expect(px).toBeGreaterThanOrEqual(0);
      expect(px).toBeLessThanOrEqual(width);
      expect(py).toBeGreaterThanOrEqual(0);
      expect(py).toBeLessThanOrEqual(height);
    }
    expect(y.scale).toBe(-x.scale);
  });

  test('has a round tick in sight', () => {
    expect(Math.abs(tick).toExponential(0)).toMatch(/^[125]e/);
    expect(toPixel(x, tick)).toBeGreaterThan(0);
    expect(toPixel(x, tick)).toBeLessThan(width);
  });

  test('has a scale where all is 0, too', () => {
    const none = gradientMoments(new Float64Array(4), 2);
    const empty = { gradient: [0, 0], moments: none, dots: new Float64Array(0) } as const;
    const scale = scatterScale(empty, 2, width, height);
    expect([scale.x.scale, scale.x.offset, scale.y.offset]).toEqual([1, 60, 200]);
    expect(Number.isFinite(scale.tick)).toBe(true);
  });
});
