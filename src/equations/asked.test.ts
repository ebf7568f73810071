import { describe, expect, test } from 'vitest';
import { asFactor, asksOf, rewriteAsked, type TexOracle } from './asked.ts';

/** A penalty on the point that is asked about, and a gradient asked for elsewhere. */
const other: TexOracle = {
  value: (point) => `f(${point}) + @c`,
  gradient: (point) => String.raw`\nabla f(${point} + @e)`,
  hessian: (point) => String.raw`\nabla^2 f(${point}) + @c\, I`,
};

describe('what an optimizer asks', () => {
  test.each([
    String.raw`\nabla f(@theta)`,
    String.raw`@u \odot \nabla^2 f(@theta + (@a - @b))\, @u`,
    String.raw`\min(f(@theta), @f) - @f (1 - @c)`,
  ])('stays as it is where nothing changes it: %s', (template) => {
    expect(rewriteAsked(template, asksOf)).toBe(template);
  });

  test.each([
    ['f(@theta)', 'f(@theta) + @c'],
    [String.raw`\nabla f(@theta + @s) - @g`, String.raw`\left(\nabla f(@theta + @s + @e)\right) - @g`],
    [
      String.raw`@u \odot \nabla^2 f(@x)\, @u`,
      String.raw`@u \odot \left(\nabla^2 f(@x) + @c\, I\right)\, @u`,
    ],
    [
      String.raw`\operatorname{diag}(\nabla^{2} f(@x))`,
      String.raw`\operatorname{diag}(\nabla^2 f(@x) + @c\, I)`,
    ],
    ['2 f(@x) - f((@x + 1) 2)', String.raw`2 \left(f(@x) + @c\right) - \left(f((@x + 1) 2) + @c\right)`],
    [String.raw`\min(f(@x), @f)`, String.raw`\min(f(@x) + @c, @f)`],
    ['@f (1 - @c)', '@f (1 - @c)'],
  ])('is replaced by its answer, grouped where it must be: %s', (template, expected) => {
    expect(rewriteAsked(template, other)).toBe(expected);
  });

  test('is refused where its bracket stays open', () => {
    expect(() => rewriteAsked('f(@x', other)).toThrow('does not close');
  });
});

test('a point is a factor by itself only if it is one name', () => {
  expect(asFactor('@theta')).toBe('@theta');
  expect(asFactor('@sam.point')).toBe('@sam.point');
  expect(asFactor('@theta + @s')).toBe('(@theta + @s)');
});
