import { expect, test } from 'vitest';
import { createProblem } from '../../src/problems/createProblem.ts';
import { coordinateText } from './coordinateText.ts';
import { probeAt } from './probe.ts';

test('what is read at a point is f there and its slope along the map’s two directions', () => {
  const himmelblau = createProblem({ id: 'himmelblau', params: {}, scale: 1, rotation: 0 });
  // (9 − 2 − 11)² + (3 + 4 − 7)² = 16; ∂x = 4x(x² + y − 11) + 2(x + y² − 7), ∂y = 2(x² + y − 11) + 4y(x + y² − 7).
  expect(probeAt(himmelblau, 3, -2)).toEqual({ u: 3, v: -2, value: 16, slope: [-48, -8] });
});

test('on a map of a matrix the slope is that within the map', () => {
  const matrix = createProblem({
    id: 'matrix-regression',
    params: { correlation: 0.4 },
    scale: 1,
    rotation: 0,
  });
  const { value, slope } = probeAt(matrix, 5, 1);
  // In the plane W₁₂ and W₂₁ are at their targets, W₁₁ is 2 and W₂₂ is −3 from theirs: ½(4 + 9), and (2, −3).
  expect(value).toBeCloseTo(6.5, 12);
  expect(slope).toEqual([2, -3]);
});

test('a coordinate has the same number of decimals everywhere, and no sign at zero', () => {
  expect(coordinateText(-1.32049, 3)).toBe('−1.320');
  expect(coordinateText(2, 3)).toBe('2.000');
  expect(coordinateText(12_500, 0)).toBe('12,500');
  expect(coordinateText(-0.0004, 3)).toBe('0.000');
});
