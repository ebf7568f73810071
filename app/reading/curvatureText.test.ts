import { expect, test } from 'vitest';
import type { BoundRule } from '../../src/reading/stability.ts';
import { texSymbol } from '../controls/texSymbol.ts';
import { axisAngle, boundTex } from './curvatureText.ts';

const RULES: readonly BoundRule[] = [
  'gradient',
  'momentum',
  'averaged',
  'nesterov',
  'newton',
  'preconditioned',
  'preconditioned-momentum',
];

test('every bound can be set without a typesetter', () => {
  for (const rule of RULES)
    for (const lambda of [String.raw`\lambda_1`, String.raw`(\lambda_1+0.01)`, String.raw`\lambda_P`])
      expect(texSymbol(boundTex(rule, lambda)).length).toBeGreaterThan(0);
});

test('an axis has the same angle whichever way its vector points, above −90° and up to 90°', () => {
  expect(axisAngle([0, 1])).toBe(90);
  expect(axisAngle([0, -1])).toBe(90);
  expect(axisAngle([-1, 0])).toBe(0);
  expect(axisAngle([-1, 1])).toBe(-45);
  expect(axisAngle([1e-17, -1])).toBe(90);
  expect(axisAngle([-0.01, 1])).toBeCloseTo(-89.427, 3);
  expect(axisAngle([-1, -Math.sqrt(3)])).toBeCloseTo(60, 9);
});
