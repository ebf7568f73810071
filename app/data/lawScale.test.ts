import { describe, expect, test } from 'vitest';
import { roundBetween } from '../charts/roundValues.ts';
import { lawPath, lawScale, sizeByKey } from './lawScale.ts';

const BOX = { left: 40, top: 6, right: 340, bottom: 150 };
const scale = lawScale(0.5, 100, [{ size: 1, measured: 0.52, exact: 0.5, draws: 1000 }], BOX);

describe('the chart of the law', () => {
  test('goes from one sample to all, each factor of ten as wide', () => {
    expect([1, 10, 100].map(scale.x)).toEqual([40, 190, 340]);
    for (const size of [1, 2, 7, 33, 99, 100]) expect(scale.sizeAt(scale.x(size))).toBe(size);
    expect([scale.sizeAt(-50), scale.sizeAt(900)]).toEqual([1, 100]);
  });

  test('has 1/√B as a straight line', () => {
    const slope = (from: number, to: number) =>
      (scale.y(0.5 / Math.sqrt(to)) - scale.y(0.5 / Math.sqrt(from))) / (scale.x(to) - scale.x(from));
    expect(slope(1, 10)).toBeCloseTo(slope(10, 100), 9);
  });

  test('holds what is measured, and puts a deviation of 0 on its lower edge', () => {
    expect(scale.y(0.52)).toBeGreaterThan(BOX.top);
    expect(scale.y(0)).toBe(BOX.bottom);
    expect(lawPath(scale, 0.5, 100, 'epochs')).toMatch(/L340\.0 150\.0$/);
    expect(lawPath(scale, 0.5, 100, 'replacement')).not.toMatch(/150\.0$/);
  });

  test('has few round ticks', () => {
    expect(roundBetween(1, 100)).toEqual([1, 10, 100]);
    expect(roundBetween(0.03, 0.6)).toEqual([0.05, 0.1, 0.2, 0.5]);
    expect(roundBetween(1, 100_000).length).toBeLessThanOrEqual(5);
  });
});

describe('a key on the batch size', () => {
  const by = (key: string, size: number, mods: { shiftKey?: boolean; altKey?: boolean } = {}) =>
    sizeByKey({ key, shiftKey: false, altKey: false, ...mods }, size, 100);

  test('moves it, always by one sample at least, and not beyond one and all', () => {
    expect(by('ArrowRight', 16)).toBe(19);
    expect(by('ArrowRight', 1)).toBe(2);
    expect(by('ArrowLeft', 2)).toBe(1);
    expect(by('ArrowLeft', 1)).toBe(1);
    expect(by('ArrowUp', 100)).toBe(100);
  });

  test('doubles it with Shift, and counts with Alt', () => {
    expect([by('ArrowRight', 16, { shiftKey: true }), by('PageDown', 16)]).toEqual([32, 8]);
    expect([by('ArrowRight', 16, { altKey: true }), by('ArrowDown', 16, { altKey: true })]).toEqual([17, 15]);
  });

  test('goes to the ends, or means nothing', () => {
    expect([by('Home', 16), by('End', 16), by('a', 16)]).toEqual([1, 100, null]);
  });
});
