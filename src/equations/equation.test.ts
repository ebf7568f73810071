import { describe, expect, test } from 'vitest';
import { gradientAt, namesIn, qualify, typeset } from './equation.ts';

describe('namesIn', () => {
  test('gives each name once, in order', () => {
    expect(namesIn(String.raw`@beta1 @m + (1 - @beta1)\, @g`)).toEqual(['beta1', 'm', 'g']);
    expect(namesIn('-1')).toEqual([]);
  });

  test('takes the id before a name with it, hyphens and all, and no full stop after one', () => {
    expect(namesIn(String.raw`@weight-decay.coefficient\, @theta - @sam.s.`)).toEqual([
      'weight-decay.coefficient',
      'theta',
      'sam.s',
    ]);
    expect(namesIn('@lr-@a.')).toEqual(['lr', 'a']);
  });
});

describe('typeset', () => {
  test('puts a name’s TeX in its place, grouped', () => {
    const tex: Record<string, string> = { beta1: String.raw`\beta_1`, t: 't' };
    expect(typeset('1 - @beta1^@t', (name) => tex[name])).toBe(String.raw`1 - {\beta_1}^{t}`);
  });

  test('takes a dollar sign in a name’s TeX as it is', () => {
    expect(typeset('@m + 1', () => '$&')).toBe('{$&} + 1');
  });
});

test('qualify puts an id before each name that is not shared', () => {
  expect(qualify('1 + (@floor - 1)(@t - 1) / @T', 'schedule-1', ['t', 'T'])).toBe(
    '1 + (@schedule-1.floor - 1)(@t - 1) / @T',
  );
});

describe('gradientAt', () => {
  test('is taken at θ where nothing else is said', () => {
    expect(gradientAt()).toEqual({ left: 'g', right: String.raw`\nabla f(@theta)` });
    expect(gradientAt('lookahead').right).toBe(String.raw`\nabla f(@lookahead)`);
  });
});
