import { describe, expect, test } from 'vitest';
import { tabByKey } from './tabKeys.ts';

const TABS = ['loss', 'distance', 'gradient', 'step'] as const;

describe('on tabs', () => {
  test('arrows lead to the next and the one before, round and round', () => {
    expect(tabByKey('ArrowRight', TABS, 'distance')).toBe('gradient');
    expect(tabByKey('ArrowRight', TABS, 'step')).toBe('loss');
    expect(tabByKey('ArrowLeft', TABS, 'gradient')).toBe('distance');
    expect(tabByKey('ArrowLeft', TABS, 'loss')).toBe('step');
  });

  test('Home and End lead to the first and the last', () => {
    expect(tabByKey('Home', TABS, 'gradient')).toBe('loss');
    expect(tabByKey('End', TABS, 'distance')).toBe('step');
  });

  test('other keys lead nowhere', () => {
    for (const key of ['ArrowUp', 'ArrowDown', 'Tab', 'Enter', ' ', 'a'])
      expect(tabByKey(key, TABS, 'distance')).toBeNull();
  });
});
