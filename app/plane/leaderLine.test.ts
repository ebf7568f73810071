import { describe, expect, test } from 'vitest';
import { crosses } from './leaderLine.ts';

describe('a line', () => {
  const box = { x: 10, y: 20, width: 30, height: 5 };

  test('crosses a box that it runs through, or begins in', () => {
    expect(crosses({ from: [0, 15], to: [60, 30] }, box)).toBe(true);
    expect(crosses({ from: [20, 0], to: [20, 60] }, box)).toBe(true);
    expect(crosses({ from: [20, 22], to: [90, 80] }, box)).toBe(true);
  });

  test('does not cross one that it passes, ends before or touches', () => {
    expect(crosses({ from: [0, 0], to: [60, 12] }, box)).toBe(false);
    expect(crosses({ from: [0, 22], to: [9, 22] }, box)).toBe(false);
    expect(crosses({ from: [0, 20], to: [60, 20] }, box)).toBe(false);
    expect(crosses({ from: [5, 22], to: [10, 22] }, box)).toBe(false);
    expect(crosses({ from: [50, 0], to: [50, 60] }, box)).toBe(false);
  });
});
