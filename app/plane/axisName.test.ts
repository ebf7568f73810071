import { expect, test } from 'vitest';
import { axisName } from './axisName.ts';

test('a coordinate’s name is lowered where TeX lowers it', () => {
  expect(['x', 'w_1', 'W_{21}', 'b'].map(axisName)).toEqual(['x', 'w₁', 'W₂₁', 'b']);
});
