import { describe, expect, test } from 'vitest';
import { closest } from './closest.ts';

const NAMES = ['sgd', 'momentum', 'adam', 'adamw', 'adagrad', 'newton', 'muon'];

describe('the names that may have been meant', () => {
  test('are few letters apart, the nearest first', () => {
    expect(closest('adm', NAMES)).toEqual(['adam', 'adamw']);
    expect(closest('Newtn', NAMES)).toEqual(['newton']);
    expect(closest('moun', NAMES)[0]).toBe('muon');
  });

  test('are those within which it stands, or which stand in it', () => {
    expect(closest('grad', NAMES)).toEqual(['adagrad']);
    expect(closest('heavy-ball-momentum', NAMES)).toEqual(['momentum']);
  });

  test('are three at most, and none where nothing is near', () => {
    const many = ['bowl1', 'bowl2', 'bowl3', 'bowl4'];
    expect(closest('bowl', many)).toEqual(['bowl1', 'bowl2', 'bowl3']);
    expect(closest('quantum', NAMES)).toEqual([]);
    expect(closest('', NAMES)).toEqual([]);
  });
});
